package org.jumelles.formats.miniseed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.kernel.time.Span;

/// Cuts a record that reaches over the edge of a window.
final class Trim {
  private Trim() {}

  /// The record with the samples inside the span only, both ends included; whole where it lies
  /// inside, or cannot be written anew without loss; empty where no sample lies inside.
  static byte[] bytes(Record record, Span span) throws IOException {
    byte[] whole = record.bytes().array(0, record.recordLength(), "record");
    if (record.samplingRateHz() == 0
        || (span.contains(record.start()) && span.contains(record.end()))) {
      return whole;
    }
    Sampling sampling = new Sampling(record.start(), record.samplingRateHz(), record.sampleCount());
    int from = firstNotBefore(sampling, span.start());
    int to = firstNotBefore(sampling, span.end().plusNanos(1));
    if (from >= to) {
      return new byte[0];
    }
    Optional<WriteOptions> options = options(record);
    if (options.isEmpty() || !(record.samples() instanceof Outcome.Good<Samples>(Samples all))) {
      return whole;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(record.recordLength());
    try {
      MiniSeed.write(
          out,
          record.sourceId(),
          sampling.at(from),
          record.samplingRateHz(),
          all.slice(from, to - from),
          options.get());
    } catch (IllegalArgumentException e) {
      return whole;
    }
    return out.toByteArray();
  }

  private static int firstNotBefore(Sampling sampling, Moment moment) {
    long index = Math.clamp(sampling.nearest(moment) - 1, 0, sampling.count());
    while (index < sampling.count() && sampling.at(index).isBefore(moment)) {
      index++;
    }
    return (int) index;
  }

  private static Optional<WriteOptions> options(Record record) {
    try {
      int length = Math.max(record.recordLength(), record.version() == 2 ? 128 : 256);
      return Optional.of(new WriteOptions(record.version(), record.encoding(), length));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
