package org.jumelles.formats.miniseed;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;

/// The door to miniSEED: records out of bytes, and bytes out of samples.
public final class MiniSeed {
  private MiniSeed() {}

  /// Reads headers as it goes; samples are decoded when a record is asked for them.
  public static Records records(Bytes bytes) {
    return new Records(bytes);
  }

  /// Writes samples as records; one that holds no sample writes nothing.
  ///
  /// Version 2 keeps microseconds of a start, version 3 nanoseconds. A rate that version 2 cannot
  /// tell as a fraction goes into blockette 100, in single precision.
  ///
  /// @param rateHz samples a second; 0 for a log
  /// @throws IllegalArgumentException, before anything is written, where the encoding cannot hold
  /// the samples or the header the codes of the source; the message says what to do
  public static void write(
      OutputStream out,
      SourceId id,
      Moment start,
      double rateHz,
      Samples samples,
      WriteOptions options)
      throws IOException {
    new RecordWriter(id, start, rateHz, options).write(samples, out);
  }

  /// The same as a stream, in the order of the source.
  public static Stream<Outcome<Record>> stream(Bytes bytes) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            records(bytes), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }
}
