package org.jumelles.ryugu.cube;

import java.io.IOException;

/// An image of spectra. Pixels are counted from zero in reading order: line x samples + sample.
///
/// Reading is safe from several threads, and the same numbers come out whatever the container, the
/// interleave and the size of the blocks.
public interface Cube extends AutoCloseable {
  int lines();

  int samples();

  Axis axis();

  default int bands() {
    return axis().bands();
  }

  default long pixels() {
    return (long) lines() * samples();
  }

  /// Whole spectra, pixel after pixel, band after band; NaN where there is no data.
  ///
  /// @param into at least `count` x `bands` long
  void read(long firstPixel, int count, float[] into) throws IOException;

  /// The same in double precision: exact for every type but 64 bit integers beyond 2^53.
  void read(long firstPixel, int count, double[] into) throws IOException;

  /// The stored bits, pixel after pixel, band after band, each in the low end of a long: what a
  /// copy in another container is made of. The type is that of [#container].
  ///
  /// @param into at least `count` x `bands` long
  default void readBits(long firstPixel, int count, long[] into) throws IOException {
    double[] values = new double[Math.multiplyExact(count, bands())];
    read(firstPixel, count, values);
    for (int i = 0; i < values.length; i++) {
      into[i] = container().type().bits(values[i]);
    }
  }

  /// What the cube came in.
  default Container container() {
    return Container.MEMORY;
  }

  @Override
  void close() throws IOException;
}
