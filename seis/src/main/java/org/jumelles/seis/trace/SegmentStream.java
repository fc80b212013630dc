package org.jumelles.seis.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;

/// Segments of a source of any size, in the order of the file, within a bounded memory.
///
/// Unlike [Traces] it sorts nothing: a segment ends where the next record of its source does not
/// continue it, where the clock has drifted by a tenth of a sample from the segment's start, or
/// where so many samples have gathered.
public final class SegmentStream {
  private static final double DRIFT_SAMPLES = 0.1;

  /// Where segments go; its exceptions end the stream.
  @FunctionalInterface
  public interface Taker {
    void take(Segment segment) throws IOException;
  }

  private final int mostSamples;
  private final Taker taker;
  private final Map<SourceId, Run> open = new LinkedHashMap<>();
  private final List<Defect> defects = new ArrayList<>();
  private long held;
  private long emptyRecords;

  /// @param mostSamples of all sources together that are held at a time, except that a record is
  /// never split
  public SegmentStream(int mostSamples, Taker taker) {
    this.mostSamples = mostSamples;
    this.taker = taker;
  }

  /// Reads to the end.
  ///
  /// @return what was wrong with the records
  public List<Defect> run(Iterator<Outcome<Record>> records) throws IOException {
    while (records.hasNext()) {
      Outcome<Record> outcome = records.next();
      if (!(outcome instanceof Outcome.Good<Record>)) {
        defects.addAll(outcome.defects());
      }
      if (outcome.found().isPresent()) {
        add(outcome.found().get());
      }
    }
    flushAll();
    return List.copyOf(defects);
  }

  /// Records without a sample, such as event detections, so far.
  public long emptyRecords() {
    return emptyRecords;
  }

  private void add(Record record) throws IOException {
    if (record.sampleCount() == 0) {
      emptyRecords++;
      return;
    }
    Run run = open.computeIfAbsent(record.sourceId(), _ -> new Run());
    if (!run.isContinuedBy(record)) {
      flush(run);
    }
    run.records.add(record);
    run.samples += record.sampleCount();
    held += record.sampleCount();
    if (held >= mostSamples) {
      flushAll();
    }
  }

  private void flushAll() throws IOException {
    for (Run run : open.values()) {
      flush(run);
    }
    open.clear();
    held = 0;
  }

  private void flush(Run run) throws IOException {
    List<Outcome<Record>> wrapped = new ArrayList<>();
    run.records.forEach(record -> wrapped.add(new Outcome.Good<>(record)));
    held -= run.samples;
    run.records.clear();
    run.samples = 0;
    Traces traces = Traces.assemble(wrapped.iterator());
    defects.addAll(traces.defects());
    for (Segment segment : traces.segments()) {
      taker.take(segment);
    }
  }

  /// Records of one source that follow each other.
  private static final class Run {
    private final List<Record> records = new ArrayList<>();
    private long samples;

    boolean isContinuedBy(Record next) {
      if (records.isEmpty()) {
        return true;
      }
      Record first = records.getFirst();
      double rateHz = first.samplingRateHz();
      if (rateHz == 0
          || next.samplingRateHz() != rateHz
          || next.encoding().kind() != first.encoding().kind()) {
        return false;
      }
      Moment expected = first.start().plusNanos(Sampling.nanos(samples, rateHz));
      return Math.abs(expected.nanosUntil(next.start())) <= DRIFT_SAMPLES * 1e9 / rateHz;
    }
  }
}
