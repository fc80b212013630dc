package org.jumelles.formats.miniseed;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;

/// The door to miniSEED: records out of bytes, and bytes out of samples.
public final class MiniSeed {
  private MiniSeed() {}

  /// Reads headers as it goes; samples are decoded when a record is asked for them.
  public static Records records(Bytes bytes) {
    return new Records(bytes);
  }

  /// The same as a stream, in the order of the source.
  public static Stream<Outcome<Record>> stream(Bytes bytes) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            records(bytes), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }
}
