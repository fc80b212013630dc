package org.jumelles.service.fdsn;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.kernel.time.Span;

/// The samples of a record that lie inside a window, both ends included.
///
/// A record that is wanted whole and in its own version is sent byte by byte; any other is decoded
/// and encoded again, with the same encoding where both versions have it.
///
/// @param from index of the first sample
/// @param to index after the last sample
record RecordCut(Record record, int from, int to) {
  /// Where a version 2 header has its data quality indicator (SEED 2.4, fixed section, field 2).
  static final int QUALITY_OFFSET_BYTES = 6;

  private static final int SMALLEST_2_BYTES = 256;
  private static final int SMALLEST_3_BYTES = 512;
  private static final int LARGEST_BYTES = 1 << 20;

  /// Empty where no sample lies inside. A log, which has no rate, is never cut.
  static Optional<RecordCut> of(Record record, Span window) {
    if (record.samplingRateHz() <= 0 || record.sampleCount() == 0) {
      return window.contains(record.start())
          ? Optional.of(new RecordCut(record, 0, record.sampleCount()))
          : Optional.empty();
    }
    Sampling sampling = sampling(record);
    int from = firstFrom(sampling, window.start());
    int to =
        window.end().equals(Moment.MAX)
            ? record.sampleCount()
            : firstFrom(sampling, window.end().plusNanos(1));
    return from < to ? Optional.of(new RecordCut(record, from, to)) : Optional.empty();
  }

  Moment start() {
    return record.samplingRateHz() > 0 ? sampling(record).at(from) : record.start();
  }

  Moment end() {
    return record.samplingRateHz() > 0 && to > from ? sampling(record).at(to - 1L) : record.start();
  }

  boolean isWhole() {
    return from == 0 && to == record.sampleCount();
  }

  /// @param version 2 or 3
  void write(int version, OutputStream out) throws IOException {
    if (isWhole() && record.version() == version) {
      out.write(record.bytes().array(0, record.recordLength(), "record"));
      return;
    }
    Samples samples =
        record
            .samples()
            .found()
            .orElseThrow(() -> new IOException("a record that cannot be cut: " + record.sourceId()))
            .slice(from, to - from);
    try {
      write(samples, options(version), out);
    } catch (IllegalArgumentException e) {
      if (version == record.version()) {
        throw new IOException("a record that cannot be cut: " + e.getMessage(), e);
      }
      // Version 2 has no room for a long code: such a channel stays in its own version.
      write(record.version(), out);
    }
  }

  private void write(Samples samples, WriteOptions options, OutputStream out) throws IOException {
    MiniSeed.write(out, record.sourceId(), start(), record.samplingRateHz(), samples, options);
  }

  private WriteOptions options(int version) {
    Encoding encoding =
        switch (record.encoding()) {
          case TEXT, INT16, INT32, FLOAT32, FLOAT64, STEIM1, STEIM2 -> record.encoding();
          case INT24, CDSN, SRO, DWWSSN -> Encoding.INT32;
          case GEOSCOPE24, GEOSCOPE16_3, GEOSCOPE16_4 -> Encoding.FLOAT32;
        };
    int length = Math.clamp(record.recordLength(), smallest(version), LARGEST_BYTES);
    return new WriteOptions(
        version, encoding, version == 2 ? Integer.highestOneBit(length) : length);
  }

  private static int smallest(int version) {
    return version == 2 ? SMALLEST_2_BYTES : SMALLEST_3_BYTES;
  }

  private static Sampling sampling(Record record) {
    return new Sampling(record.start(), record.samplingRateHz(), record.sampleCount());
  }

  private static int firstFrom(Sampling sampling, Moment moment) {
    if (!moment.isAfter(sampling.start())) {
      return 0;
    }
    if (moment.isAfter(sampling.last())) {
      return (int) sampling.count();
    }
    long index = Math.clamp(sampling.nearest(moment) - 1, 0, sampling.count());
    while (index < sampling.count() && sampling.at(index).isBefore(moment)) {
      index++;
    }
    return (int) index;
  }
}
