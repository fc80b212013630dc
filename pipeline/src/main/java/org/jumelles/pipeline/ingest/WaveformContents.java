package org.jumelles.pipeline.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.product.Entry;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.Records;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.kernel.time.Span;

/// Finds the runs of records in a miniSEED file: same source, same form, next to each other in the
/// file and in time. Every record is decoded once, so that the count of good ones is a fact.
public final class WaveformContents {
  private static final int DEFECTS_KEPT = 100;

  /// A longer run is told as several, so that a window into a large file reads little of it.
  private static final long MAX_RUN_BYTES = 8L << 20;

  private final String payload;
  private final Map<String, String> attributes;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();
  private final Map<String, Long> samplesBySource = new TreeMap<>();
  private long good;
  private long doubtful;
  private long refused;
  private @Nullable Run run;

  private WaveformContents(String payload, Map<String, String> attributes) {
    this.payload = payload;
    this.attributes = Map.copyOf(attributes);
  }

  static Contents of(Bytes bytes, String payload) {
    return read(bytes, payload, Map.of("level", "raw")).told();
  }

  /// The runs of a file that this program wrote.
  ///
  /// @param attributes that each entry bears, `level` among them
  public static List<Entry> entries(Bytes bytes, String payload, Map<String, String> attributes) {
    return List.copyOf(read(bytes, payload, attributes).entries);
  }

  private static WaveformContents read(
      Bytes bytes, String payload, Map<String, String> attributes) {
    WaveformContents contents = new WaveformContents(payload, attributes);
    Records records = MiniSeed.records(bytes);
    while (records.hasNext()) {
      contents.take(records.next());
    }
    contents.close();
    return contents;
  }

  private void take(Outcome<Record> outcome) {
    switch (outcome) {
      case Outcome.Good<Record>(Record record) -> decode(record, List.of());
      case Outcome.Doubtful<Record>(Record record, List<Defect> why) -> decode(record, why);
      case Outcome.Refused<Record>(Defect why) -> refuse(why);
    }
  }

  private void decode(Record record, List<Defect> headerDefects) {
    switch (record.samples()) {
      case Outcome.Good<Samples> _ -> keep(record, headerDefects);
      case Outcome.Doubtful<Samples>(Samples _, List<Defect> why) -> {
        List<Defect> all = new ArrayList<>(headerDefects);
        all.addAll(why);
        keep(record, all);
      }
      case Outcome.Refused<Samples>(Defect why) -> refuse(why);
    }
  }

  private void keep(Record record, List<Defect> why) {
    if (why.isEmpty()) {
      good++;
    } else {
      doubtful++;
      note(why);
    }
    if (record.sampleCount() == 0) {
      return;
    }
    samplesBySource.merge(record.sourceId().nslc(), (long) record.sampleCount(), Long::sum);
    if (run == null || !run.isContinuedBy(record)) {
      close();
      run = new Run(record);
    } else {
      run.add(record);
    }
  }

  private void refuse(Defect why) {
    refused++;
    note(List.of(why));
    close();
  }

  private void note(List<Defect> why) {
    for (Defect defect : why) {
      if (defects.size() < DEFECTS_KEPT) {
        defects.add(defect);
      }
    }
  }

  private void close() {
    if (run != null) {
      entries.add(run.entry(payload, attributes));
      run = null;
    }
  }

  private Contents told() {
    String sources = String.join(", ", samplesBySource.keySet());
    return new Contents(
        "application/vnd.fdsn.mseed",
        "Waveforms of " + (sources.isEmpty() ? "no channel" : sources),
        entries,
        new FileReport.Units(good, doubtful, refused),
        defects,
        Map.of("format", "miniSEED"));
  }

  /// Records that follow on each other.
  private static final class Run {
    private final Record first;
    private Record last;
    private long samples;
    private long endOffset;

    Run(Record first) {
      this.first = first;
      this.last = first;
      this.samples = first.sampleCount();
      this.endOffset = first.offset() + first.recordLength();
    }

    boolean isContinuedBy(Record next) {
      return next.offset() == endOffset
          && endOffset - first.offset() < MAX_RUN_BYTES
          && next.sourceId().equals(first.sourceId())
          && next.version() == first.version()
          && next.encoding() == first.encoding()
          && next.samplingRateHz() == first.samplingRateHz()
          && follows(next.start());
    }

    /// Within half a sampling interval of where the next sample is due.
    private boolean follows(Moment start) {
      if (!(first.samplingRateHz() > 0)) {
        return false;
      }
      Moment due = new Sampling(first.start(), first.samplingRateHz(), samples + 1).last();
      long half = Sampling.nanos(1, first.samplingRateHz()) / 2;
      return Math.abs(due.nanosUntil(start)) <= half;
    }

    void add(Record record) {
      last = record;
      samples += record.sampleCount();
      endOffset = record.offset() + record.recordLength();
    }

    Entry entry(String payload, Map<String, String> common) {
      Map<String, String> attributes = new LinkedHashMap<>(common);
      attributes.put("format", "miniseed" + first.version());
      attributes.put("encoding", first.encoding().name());
      attributes.put("record_length", Integer.toString(first.recordLength()));
      attributes.put("rate_hz", Double.toString(first.samplingRateHz()));
      attributes.put("samples", Long.toString(samples));
      Moment end = last.end().isBefore(first.start()) ? first.start() : last.end();
      return new Entry(
          "waveform",
          first.sourceId().text(),
          new Span(first.start(), end),
          payload,
          first.offset(),
          endOffset - first.offset(),
          attributes);
    }
  }
}
