package org.jumelles.kernel.raster;

import java.nio.ByteOrder;

/// Where each number of a raster stands.
///
/// @param lineStride bytes from a line to the next; the others alike, all positive
public record Layout(
    int lines,
    int samples,
    int bands,
    ElementType type,
    ByteOrder order,
    long lineStride,
    long sampleStride,
    long bandStride) {
  public Layout {
    if (lines < 1 || samples < 1 || bands < 1) {
      throw new IllegalArgumentException(
          "lines " + lines + ", samples " + samples + ", bands " + bands + ": each is at least 1");
    }
    if (lineStride < 0 || sampleStride < 0 || bandStride < 0) {
      throw new IllegalArgumentException("a stride below zero");
    }
    extent(lines, samples, bands, lineStride, sampleStride, bandStride, type.bytes());
  }

  /// Densely packed.
  ///
  /// @throws IllegalArgumentException where the whole is more than 2^63 bytes
  public static Layout of(
      int lines, int samples, int bands, ElementType type, ByteOrder order, Interleave interleave) {
    long width = type.bytes();
    try {
      long lineOfBand = Math.multiplyExact(width, samples);
      return switch (interleave) {
        case BIP -> {
          long pixel = width * bands;
          yield new Layout(
              lines, samples, bands, type, order, Math.multiplyExact(pixel, samples), pixel, width);
        }
        case BIL -> {
          long line = Math.multiplyExact(lineOfBand, bands);
          yield new Layout(lines, samples, bands, type, order, line, width, lineOfBand);
        }
        case BSQ -> {
          long band = Math.multiplyExact(lineOfBand, lines);
          yield new Layout(lines, samples, bands, type, order, lineOfBand, width, band);
        }
        case OTHER -> throw new IllegalArgumentException("another order needs its strides");
      };
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("more than 2^63 bytes", e);
    }
  }

  public long pixels() {
    return (long) lines * samples;
  }

  /// Bytes from the first to past the last element.
  public long bytes() {
    return extent(lines, samples, bands, lineStride, sampleStride, bandStride, type.bytes());
  }

  /// How the axes stand, a length of one fitting anywhere.
  public Interleave interleave() {
    for (Interleave candidate : new Interleave[] {Interleave.BIP, Interleave.BIL, Interleave.BSQ}) {
      Layout dense = of(lines, samples, bands, type, order, candidate);
      if ((lines == 1 || dense.lineStride == lineStride)
          && (samples == 1 || dense.sampleStride == sampleStride)
          && (bands == 1 || dense.bandStride == bandStride)) {
        return candidate;
      }
    }
    return Interleave.OTHER;
  }

  long at(long pixel, int band) {
    return pixel / samples * lineStride + pixel % samples * sampleStride + band * bandStride;
  }

  /// Whether consecutive pixels are equally far apart across the ends of lines.
  boolean linesJoin() {
    return lines == 1 || lineStride == samples * sampleStride;
  }

  private static long extent(
      int lines, int samples, int bands, long line, long sample, long band, int width) {
    try {
      long last = Math.multiplyExact(line, lines - 1L);
      last = Math.addExact(last, Math.multiplyExact(sample, samples - 1L));
      last = Math.addExact(last, Math.multiplyExact(band, bands - 1L));
      return Math.addExact(last, width);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("more than 2^63 bytes", e);
    }
  }
}
