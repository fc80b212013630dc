package org.jumelles.formats.miniseed;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// Where in a source which records of which time stand: one pass over the headers, none over the
/// samples.
///
/// Neighbouring records of one source make one run, other sources between them or not, so that an
/// index of a day is a few lines. Reading a time window then touches the runs of that window only.
///
/// @param runs in the order of the source
/// @param defects of headers that were refused or are doubtful: the first ones, at most
/// [MiniSeedSummary#MAX_DEFECTS]
/// @param defectCount all of them
public record RecordIndex(List<Run> runs, List<Defect> defects, long defectCount) {
  private static final int RUN_RECORDS = 256;
  private static final int RUN_BYTES = 1 << 20;

  public RecordIndex {
    runs = List.copyOf(runs);
    defects = List.copyOf(defects);
  }

  /// Records of one source that stand near each other; those of others may stand between.
  ///
  /// @param start the earliest sample
  /// @param end the latest sample
  /// @param offset of the first record's first byte
  /// @param length from there to the end of the last record, in bytes
  public record Run(
      SourceId sourceId, Moment start, Moment end, long offset, long length, int records) {

    Run with(Record record, long newLength) {
      Moment from = record.start().isBefore(start) ? record.start() : start;
      Moment to = record.end().isAfter(end) ? record.end() : end;
      return new Run(sourceId, from, to, offset, newLength, records + 1);
    }

    boolean meets(Span span) {
      return !start.isAfter(span.end()) && !end.isBefore(span.start());
    }
  }

  /// Reads every header once.
  public static RecordIndex of(Bytes bytes) {
    Runs runs = new Runs();
    List<Defect> defects = new ArrayList<>();
    long defectCount = 0;
    Iterator<Outcome<Record>> records = MiniSeed.records(bytes);
    while (records.hasNext()) {
      Outcome<Record> outcome = records.next();
      defectCount += outcome.defects().size();
      for (Defect defect : outcome.defects()) {
        if (defects.size() < MiniSeedSummary.MAX_DEFECTS) {
          defects.add(defect);
        }
      }
      outcome.found().ifPresent(runs::add);
    }
    return new RecordIndex(runs.all, defects, defectCount);
  }

  /// The runs so far, and where among them each source's last one is.
  private static final class Runs {
    private final List<Run> all = new ArrayList<>();
    private final Map<SourceId, Integer> lasts = new HashMap<>();

    void add(Record record) {
      long end = record.offset() + record.recordLength();
      int index = lasts.getOrDefault(record.sourceId(), -1);
      if (index >= 0) {
        Run last = all.get(index);
        if (last.records < RUN_RECORDS && end - last.offset <= RUN_BYTES) {
          all.set(index, last.with(record, end - last.offset));
          return;
        }
      }
      lasts.put(record.sourceId(), all.size());
      all.add(
          new Run(
              record.sourceId(),
              record.start(),
              record.end(),
              record.offset(),
              record.recordLength(),
              1));
    }
  }

  /// First and last sample of each source.
  public Map<SourceId, Span> spans() {
    Map<SourceId, Span> spans = new LinkedHashMap<>();
    for (Run run : runs) {
      spans.merge(
          run.sourceId,
          new Span(run.start, run.end),
          (a, b) ->
              new Span(
                  a.start().isBefore(b.start()) ? a.start() : b.start(),
                  a.end().isAfter(b.end()) ? a.end() : b.end()));
    }
    return spans;
  }

  /// The records that hold a sample of the window, whole, in the order of the source.
  ///
  /// @param bytes the source that was indexed
  public List<Record> window(Bytes bytes, Predicate<SourceId> wanted, Span span) {
    List<Record> found = new ArrayList<>();
    for (Run run : runs) {
      if (!run.meets(span) || !wanted.test(run.sourceId)) {
        continue;
      }
      Bytes stretch = bytes.slice(run.offset - bytes.origin(), run.length, "run of records");
      Iterator<Outcome<Record>> records = MiniSeed.records(stretch);
      while (records.hasNext()) {
        records
            .next()
            .found()
            .filter(r -> r.sourceId().equals(run.sourceId))
            .filter(r -> !r.start().isAfter(span.end()) && !r.end().isBefore(span.start()))
            .ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparingLong(Record::offset));
    return found;
  }

  /// Writes the window's records: those inside it as they are, those across an edge cut to the
  /// samples inside and encoded anew, in the same version and encoding and, where that can be
  /// written, else whole.
  ///
  /// @return how many records were written
  public int copy(Bytes bytes, Predicate<SourceId> wanted, Span span, OutputStream out)
      throws IOException {
    int written = 0;
    for (Record record : window(bytes, wanted, span)) {
      byte[] kept = Trim.bytes(record, span);
      out.write(kept);
      written += kept.length == 0 ? 0 : 1;
    }
    return written;
  }
}
