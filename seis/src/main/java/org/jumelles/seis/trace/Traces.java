package org.jumelles.seis.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;

/// Segments by source and time, and what lies between them.
///
/// @param segments by source, then by start
/// @param gaps between neighbours of one source, rate and type; overlaps among them
/// @param defects of records that were refused or are doubtful
public record Traces(List<Segment> segments, List<Gap> gaps, List<Defect> defects) {
  public Traces {
    segments = List.copyOf(segments);
    gaps = List.copyOf(gaps);
    defects = List.copyOf(defects);
  }

  /// Puts records together that follow each other within half a sampling interval.
  ///
  /// Records may come in any order. Where they overlap, each keeps its samples, in a segment of its
  /// own. All samples are decoded once, straight into the arrays of the segments.
  public static Traces assemble(Iterator<Outcome<Record>> records) {
    List<Defect> defects = new ArrayList<>();
    Map<SourceId, List<Record>> bySource = new TreeMap<>();
    SourceId lastId = new SourceId("-");
    List<Record> lastList = List.of();
    while (records.hasNext()) {
      Outcome<Record> outcome = records.next();
      if (!(outcome instanceof Outcome.Good<Record>)) {
        defects.addAll(outcome.defects());
      }
      if (outcome.found().isEmpty()) {
        continue;
      }
      Record record = outcome.found().get();
      if (record.sampleCount() == 0) {
        continue;
      }
      if (!record.sourceId().equals(lastId)) {
        lastId = record.sourceId();
        lastList = bySource.computeIfAbsent(lastId, _ -> new ArrayList<>());
      }
      lastList.add(record);
    }
    List<Segment> segments = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    bySource.values().forEach(of -> assembleSource(of, segments, gaps, defects));
    return new Traces(segments, gaps, defects);
  }

  private static void assembleSource(
      List<Record> records, List<Segment> segments, List<Gap> gaps, List<Defect> defects) {
    records.sort(Comparator.comparing(Record::start));
    for (List<Record> run : Runs.of(records)) {
      decode(run, segments, defects);
    }
    addGaps(records.getFirst().sourceId(), segments, gaps);
  }

  private static void decode(List<Record> run, List<Segment> segments, List<Defect> defects) {
    Record first = run.getFirst();
    long total = 0;
    for (Record record : run) {
      total += record.sampleCount();
    }
    if (total > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          first.sourceId() + ": " + total + " samples in one segment; ask for a shorter time");
    }
    Filling filling = Filling.of(first.encoding().kind(), (int) total);
    Moment start = first.start();
    for (Record record : run) {
      if (filling.at == filling.from) {
        start = record.start();
      }
      try {
        defects.addAll(filling.add(record));
      } catch (MalformedDataException e) {
        defects.add(e.defect());
        filling.cut(first, start).ifPresent(segments::add);
      }
    }
    filling.cut(first, start).ifPresent(segments::add);
  }

  private static void addGaps(SourceId id, List<Segment> segments, List<Gap> gaps) {
    List<Segment> own =
        segments.stream()
            .filter(segment -> segment.id().equals(id) && segment.samplingRateHz() > 0)
            .sorted(Comparator.comparing(Segment::start))
            .toList();
    for (int i = 1; i < own.size(); i++) {
      Segment before = own.get(i - 1);
      Segment after = own.get(i);
      if (!Runs.sameRate(before.samplingRateHz(), after.samplingRateHz())) {
        continue;
      }
      double rateHz = before.samplingRateHz();
      Moment expected = before.end().plusNanos(Sampling.nanos(1, rateHz));
      double samples = expected.nanosUntil(after.start()) * rateHz / 1e9;
      gaps.add(new Gap(id, expected, after.start(), samples));
    }
  }

  /// An array of the right type that is filled record by record, and cut where one is refused.
  private static final class Filling {
    private final Samples room;
    private int from;
    private int at;

    private Filling(Samples room) {
      this.room = room;
    }

    static Filling of(Encoding.Kind kind, int count) {
      return new Filling(
          switch (kind) {
            case INTS -> new Samples.Ints(new int[count]);
            case FLOATS -> new Samples.Floats(new float[count]);
            case DOUBLES -> new Samples.Doubles(new double[count]);
            case TEXT -> new Samples.Text(new byte[count]);
          });
    }

    List<Defect> add(Record record) {
      List<Defect> defects = List.of();
      switch (room) {
        case Samples.Ints(int[] values) -> defects = record.decodeInts(values, at);
        case Samples.Floats(float[] values) -> record.decodeFloats(values, at);
        case Samples.Doubles(double[] values) -> record.decodeDoubles(values, at);
        case Samples.Text(byte[] values) ->
            System.arraycopy(record.text(), 0, values, at, record.sampleCount());
      }
      at += record.sampleCount();
      return defects;
    }

    java.util.Optional<Segment> cut(Record first, Moment start) {
      int count = at - from;
      Samples samples = count == room.count() ? room : room.slice(from, count);
      from = at;
      return count == 0
          ? java.util.Optional.empty()
          : java.util.Optional.of(
              new Segment(first.sourceId(), start, first.samplingRateHz(), samples));
    }
  }
}
