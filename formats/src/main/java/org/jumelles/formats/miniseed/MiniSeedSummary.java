package org.jumelles.formats.miniseed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;

/// What a file holds, source by source, every sample decoded once and hashed.
///
/// After something refused a record counts again only where nothing is doubtful about it: what
/// looks like a header inside of rubbish is mostly none.
///
/// Memory is bounded by the number of sources and of kept defects, whatever the file's size.
///
/// @param file the name of the source
/// @param series in the order of first appearance
/// @param defects the first ones, at most [#MAX_DEFECTS]
/// @param defectCount all of them
/// @param controlStretches runs of control headers of a full SEED volume, skipped
/// @param noiseStretches runs of blank or zeroed records, skipped
public record MiniSeedSummary(
    String file,
    List<Series> series,
    List<Defect> defects,
    long defectCount,
    long controlStretches,
    long noiseStretches) {
  public static final int MAX_DEFECTS = 1000;

  public MiniSeedSummary {
    series = List.copyOf(series);
    defects = List.copyOf(defects);
  }

  /// One source's part in a file; version, encoding, record length and rate are the first record's.
  ///
  /// @param records decoded, good or doubtful; refused ones are among the defects
  /// @param start of the first sample in time
  /// @param end of the last sample in time
  /// @param firstStart of the first record in the order of the file
  /// @param lastEnd of the last record in the order of the file
  /// @param gaps how often, in the order of the file, a record does not follow the one before
  /// within half a sampling interval
  /// @param fnv1a64 of all samples in the order of the file, see [SampleHash]
  public record Series(
      SourceId sourceId,
      int formatVersion,
      Encoding encoding,
      int recordLength,
      long records,
      long samples,
      double samplingRateHz,
      Moment start,
      Moment end,
      Moment firstStart,
      Moment lastEnd,
      long gaps,
      String fnv1a64) {}

  /// Reads the whole source once.
  public static MiniSeedSummary of(Bytes bytes) {
    return new Run().read(bytes);
  }

  /// The state of one reading; buffers are reused from record to record.
  private static final class Run {
    private final Map<SourceId, Sum> sums = new LinkedHashMap<>();
    private final List<Defect> defects = new ArrayList<>();
    private long defectCount;

    /// Since something was refused, no record has been found beyond doubt.
    private boolean astray;

    private int[] ints = new int[0];
    private float[] floats = new float[0];
    private double[] doubles = new double[0];

    MiniSeedSummary read(Bytes bytes) {
      Records records = MiniSeed.records(bytes);
      while (records.hasNext()) {
        Outcome<Record> outcome = records.next();
        note(outcome.defects());
        astray |= outcome.found().isEmpty();
        outcome.found().ifPresent(this::add);
      }
      if (sums.isEmpty() && defectCount == 0) {
        note(
            List.of(
                new Defect(
                    bytes.source(),
                    new Place.Whole(),
                    "header",
                    "SEED 2.4 or miniSEED 3",
                    "no data record")));
      }
      return new MiniSeedSummary(
          bytes.source(),
          sums.values().stream().map(Sum::series).toList(),
          defects,
          defectCount,
          records.controlStretches(),
          records.noiseStretches());
    }

    private void add(Record record) {
      Sum sum = sums.get(record.sourceId());
      SampleHash hash = sum == null ? new SampleHash() : sum.hash;
      try {
        note(hash(record, hash));
      } catch (MalformedDataException e) {
        note(List.of(e.defect()));
        astray = true;
        return;
      }
      astray = false;
      if (sum == null) {
        sum = new Sum(record, hash);
        sums.put(record.sourceId(), sum);
      }
      sum.count(record);
    }

    private List<Defect> hash(Record record, SampleHash hash) {
      int count = record.sampleCount();
      switch (record.encoding().kind()) {
        case INTS -> {
          ints = ints.length < count ? new int[count] : ints;
          List<Defect> found = record.decodeInts(ints, 0);
          if (astray && !found.isEmpty()) {
            throw new MalformedDataException(found.getFirst());
          }
          hash.add(ints, 0, count);
          return found;
        }
        case FLOATS -> {
          floats = floats.length < count ? new float[count] : floats;
          record.decodeFloats(floats, 0);
          hash.add(floats, 0, count);
        }
        case DOUBLES -> {
          doubles = doubles.length < count ? new double[count] : doubles;
          record.decodeDoubles(doubles, 0);
          hash.add(doubles, 0, count);
        }
        case TEXT -> hash.add(record.text(), 0, count);
      }
      return List.of();
    }

    private void note(List<Defect> found) {
      defectCount += found.size();
      for (Defect defect : found) {
        if (defects.size() < MAX_DEFECTS) {
          defects.add(defect);
        }
      }
    }
  }

  private static final class Sum {
    private final Record first;
    private final SampleHash hash;
    private Record last;
    private Moment start;
    private Moment end;
    private long records;
    private long samples;
    private long gaps;

    Sum(Record first, SampleHash hash) {
      this.first = first;
      this.hash = hash;
      last = first;
      start = first.start();
      end = first.end();
    }

    void count(Record record) {
      if (records > 0 && record.samplingRateHz() > 0 && !follows(last, record)) {
        gaps++;
      }
      records++;
      samples += record.sampleCount();
      start = record.start().isBefore(start) ? record.start() : start;
      end = record.end().isAfter(end) ? record.end() : end;
      last = record;
    }

    private static boolean follows(Record last, Record next) {
      double rateHz = last.samplingRateHz();
      if (rateHz == 0) {
        return false;
      }
      Moment expected = last.start().plusNanos(Sampling.nanos(last.sampleCount(), rateHz));
      return Math.abs(expected.nanosUntil(next.start())) <= 0.5e9 / rateHz;
    }

    Series series() {
      return new Series(
          first.sourceId(),
          first.version(),
          first.encoding(),
          first.recordLength(),
          records,
          samples,
          first.samplingRateHz(),
          start,
          end,
          first.start(),
          last.end(),
          gaps,
          hash.text());
    }
  }
}
