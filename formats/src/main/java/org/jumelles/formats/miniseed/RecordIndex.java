package org.jumelles.formats.miniseed;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
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
/// Neighbouring records of one source make one run, so that an index of a day of one channel is a
/// few lines. Reading a time window then touches the records of that window only.
///
/// @param runs in the order of the source
/// @param defects of headers that were refused or are doubtful: the first ones, at most
/// [MiniSeedSummary#MAX_DEFECTS]
/// @param defectCount all of them
public record RecordIndex(List<Run> runs, List<Defect> defects, long defectCount) {
  private static final int RUN_RECORDS = 256;

  public RecordIndex {
    runs = List.copyOf(runs);
    defects = List.copyOf(defects);
  }

  /// Records of one source, one behind the other in the file.
  ///
  /// @param start the earliest sample
  /// @param end the latest sample
  /// @param offset of the first record's first byte
  /// @param length of all records in bytes
  public record Run(
      SourceId sourceId, Moment start, Moment end, long offset, long length, int records) {

    boolean meets(Span span) {
      return !start.isAfter(span.end()) && !end.isBefore(span.start());
    }
  }

  /// Reads every header once.
  public static RecordIndex of(Bytes bytes) {
    List<Run> runs = new ArrayList<>();
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
      outcome.found().ifPresent(record -> add(runs, record));
    }
    return new RecordIndex(runs, defects, defectCount);
  }

  private static void add(List<Run> runs, Record record) {
    Moment start = record.start();
    Moment end = record.end();
    if (!runs.isEmpty()) {
      Run last = runs.getLast();
      if (last.records < RUN_RECORDS
          && last.sourceId.equals(record.sourceId())
          && last.offset + last.length == record.offset()) {
        runs.set(
            runs.size() - 1,
            new Run(
                last.sourceId,
                start.isBefore(last.start) ? start : last.start,
                end.isAfter(last.end) ? end : last.end,
                last.offset,
                last.length + record.recordLength(),
                last.records + 1));
        return;
      }
    }
    runs.add(new Run(record.sourceId(), start, end, record.offset(), record.recordLength(), 1));
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
            .filter(r -> !r.start().isAfter(span.end()) && !r.end().isBefore(span.start()))
            .ifPresent(found::add);
      }
    }
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
