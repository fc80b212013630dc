package org.jumelles.kernel.raster;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.jumelles.kernel.bytes.Bytes;

/// Stored numbers, read as whole spectra: pixel after pixel (line x samples + sample), band after
/// band. Nothing is held but the bytes given; several threads may read.
public final class Raster {
  /// Of the tile that turns images into spectra: a tile of floats stays in the first cache.
  private static final int TILE_PIXELS = 256;

  private static final int TILE_BANDS = 16;

  private final MemorySegment segment;
  private final Layout layout;

  /// @param bytes begin with the first element
  /// @throws org.jumelles.kernel.outcome.MalformedDataException where they are too few
  public Raster(Bytes bytes, Layout layout) {
    if (bytes.size() < layout.bytes()) {
      throw bytes.malformed(
          0,
          "data",
          layout.lines()
              + " lines x "
              + layout.samples()
              + " samples x "
              + layout.bands()
              + " bands of "
              + layout.type().word(),
          bytes.size() + " bytes, where " + layout.bytes() + " are needed");
    }
    this.segment = bytes.segment();
    this.layout = layout;
  }

  public Layout layout() {
    return layout;
  }

  /// @param into at least `count` x bands long; a float where the type is wider is the nearest one
  public void read(long firstPixel, int count, float[] into) {
    check(firstPixel, count, into.length);
    if (layout.type() != ElementType.F32) {
      readNarrowed(firstPixel, count, into);
      return;
    }
    int bands = layout.bands();
    for (int done = 0; done < count; ) {
      int run = run(firstPixel + done, count - done);
      long at = layout.at(firstPixel + done, 0);
      if (isPixelwise()) {
        Elements.floats(segment, at, layout.order(), into, done * bands, run * bands);
      } else if (layout.sampleStride() == 4) {
        transpose(at, run, into, done);
      } else {
        for (int p = 0; p < run; p++) {
          for (int b = 0; b < bands; b++) {
            int bits = (int) bits(at + p * layout.sampleStride() + b * layout.bandStride());
            into[(done + p) * bands + b] = Float.intBitsToFloat(bits);
          }
        }
      }
      done += run;
    }
  }

  /// @param into at least `count` x bands long; exact but for integers beyond 2^53
  public void read(long firstPixel, int count, double[] into) {
    check(firstPixel, count, into.length);
    int bands = layout.bands();
    for (int done = 0; done < count; ) {
      int run = run(firstPixel + done, count - done);
      long at = layout.at(firstPixel + done, 0);
      if (isPixelwise()) {
        Elements.doubles(
            segment, at, layout.type(), layout.order(), into, done * bands, run * bands);
      } else if (layout.sampleStride() == layout.type().bytes()) {
        transpose(at, run, into, done);
      } else {
        for (int p = 0; p < run; p++) {
          for (int b = 0; b < bands; b++) {
            long bits = bits(at + p * layout.sampleStride() + b * layout.bandStride());
            into[(done + p) * bands + b] = layout.type().value(bits);
          }
        }
      }
      done += run;
    }
  }

  /// The stored bits, each in the low end of a long.
  ///
  /// @param into at least `count` x bands long
  public void readBits(long firstPixel, int count, long[] into) {
    check(firstPixel, count, into.length);
    int bands = layout.bands();
    for (int p = 0; p < count; p++) {
      long at = layout.at(firstPixel + p, 0);
      for (int b = 0; b < bands; b++) {
        into[p * bands + b] = bits(at + b * layout.bandStride());
      }
    }
  }

  private void readNarrowed(long firstPixel, int count, float[] into) {
    int bands = layout.bands();
    int block = Math.clamp((1 << 14) / bands, 1, Math.max(count, 1));
    double[] wide = new double[block * bands];
    for (int done = 0; done < count; done += block) {
      int now = Math.min(block, count - done);
      read(firstPixel + done, now, wide);
      int to = done * bands;
      for (int i = 0; i < now * bands; i++) {
        into[to + i] = (float) wide[i];
      }
    }
  }

  /// Images to spectra, where neighbours on a line stand side by side.
  private void transpose(long at, int count, float[] into, int firstInto) {
    int bands = layout.bands();
    float[] tile = new float[TILE_PIXELS * TILE_BANDS];
    for (int p0 = 0; p0 < count; p0 += TILE_PIXELS) {
      int pixels = Math.min(TILE_PIXELS, count - p0);
      for (int b0 = 0; b0 < bands; b0 += TILE_BANDS) {
        int width = Math.min(TILE_BANDS, bands - b0);
        for (int b = 0; b < width; b++) {
          long from = at + 4L * p0 + (b0 + b) * layout.bandStride();
          Elements.floats(segment, from, layout.order(), tile, b * TILE_PIXELS, pixels);
        }
        int to = (firstInto + p0) * bands + b0;
        if (width == TILE_BANDS) {
          scatter(tile, pixels, into, to, bands);
          continue;
        }
        for (int p = 0; p < pixels; p++, to += bands) {
          for (int b = 0; b < width; b++) {
            into[to + b] = tile[b * TILE_PIXELS + p];
          }
        }
      }
    }
  }

  /// The tile of full width, written out: faster than the loop over its bands, which the JIT leaves
  /// as it is.
  private static void scatter(float[] tile, int pixels, float[] into, int first, int bands) {
    int to = first;
    for (int p = 0; p < pixels; p++, to += bands) {
      into[to] = tile[p];
      into[to + 1] = tile[TILE_PIXELS + p];
      into[to + 2] = tile[2 * TILE_PIXELS + p];
      into[to + 3] = tile[3 * TILE_PIXELS + p];
      into[to + 4] = tile[4 * TILE_PIXELS + p];
      into[to + 5] = tile[5 * TILE_PIXELS + p];
      into[to + 6] = tile[6 * TILE_PIXELS + p];
      into[to + 7] = tile[7 * TILE_PIXELS + p];
      into[to + 8] = tile[8 * TILE_PIXELS + p];
      into[to + 9] = tile[9 * TILE_PIXELS + p];
      into[to + 10] = tile[10 * TILE_PIXELS + p];
      into[to + 11] = tile[11 * TILE_PIXELS + p];
      into[to + 12] = tile[12 * TILE_PIXELS + p];
      into[to + 13] = tile[13 * TILE_PIXELS + p];
      into[to + 14] = tile[14 * TILE_PIXELS + p];
      into[to + 15] = tile[15 * TILE_PIXELS + p];
    }
  }

  private void transpose(long at, int count, double[] into, int firstInto) {
    int bands = layout.bands();
    int bytes = layout.type().bytes();
    double[] tile = new double[TILE_PIXELS * TILE_BANDS];
    for (int p0 = 0; p0 < count; p0 += TILE_PIXELS) {
      int pixels = Math.min(TILE_PIXELS, count - p0);
      for (int b0 = 0; b0 < bands; b0 += TILE_BANDS) {
        int width = Math.min(TILE_BANDS, bands - b0);
        for (int b = 0; b < width; b++) {
          long from = at + (long) bytes * p0 + (b0 + b) * layout.bandStride();
          Elements.doubles(
              segment, from, layout.type(), layout.order(), tile, b * TILE_PIXELS, pixels);
        }
        for (int p = 0; p < pixels; p++) {
          int to = (firstInto + p0 + p) * bands + b0;
          for (int b = 0; b < width; b++) {
            into[to + b] = tile[b * TILE_PIXELS + p];
          }
        }
      }
    }
  }

  /// How many of the next pixels stand equally far apart.
  private int run(long pixel, int wanted) {
    return layout.linesJoin()
        ? wanted
        : (int) Math.min(wanted, layout.samples() - pixel % layout.samples());
  }

  private boolean isPixelwise() {
    int width = layout.type().bytes();
    return layout.bandStride() == width && layout.sampleStride() == (long) width * layout.bands();
  }

  private long bits(long at) {
    return Elements.bits(segment, at, layout.type(), layout.order());
  }

  private void check(long firstPixel, int count, int length) {
    Objects.checkFromIndexSize(firstPixel, count, layout.pixels());
    if ((long) count * layout.bands() > length) {
      throw new IllegalArgumentException(
          count + " pixels of " + layout.bands() + " bands do not fit into " + length + " numbers");
    }
  }
}
