package org.jumelles.kernel.raster;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/// Puts whole spectra where a layout has them; the mirror of [Raster]. Several threads may write,
/// each its own pixels.
public final class RasterWriter {
  private static final int TILE_PIXELS = 256;

  private final MemorySegment segment;
  private final Layout layout;

  /// @param segment begins with the first element
  public RasterWriter(MemorySegment segment, Layout layout) {
    if (segment.byteSize() < layout.bytes()) {
      throw new IllegalArgumentException(
          segment.byteSize() + " bytes, where " + layout.bytes() + " are needed");
    }
    this.segment = segment;
    this.layout = layout;
  }

  public Layout layout() {
    return layout;
  }

  /// Floats as they are, bit for bit.
  ///
  /// @throws IllegalArgumentException where the type is not float32
  public void write(long firstPixel, int count, float[] from) {
    check(firstPixel, count, from.length);
    if (layout.type() != ElementType.F32) {
      throw new IllegalArgumentException("floats into " + layout.type().word());
    }
    int bands = layout.bands();
    if (layout.bandStride() == 4 && layout.sampleStride() == 4L * bands && layout.linesJoin()) {
      Elements.putFloats(from, 0, segment, layout.at(firstPixel, 0), layout.order(), count * bands);
      return;
    }
    float[] tile = new float[TILE_PIXELS];
    for (int done = 0; done < count; ) {
      long pixel = firstPixel + done;
      int run = (int) Math.min(TILE_PIXELS, layout.samples() - pixel % layout.samples());
      run = Math.min(run, count - done);
      for (int b = 0; b < bands; b++) {
        for (int p = 0; p < run; p++) {
          tile[p] = from[(done + p) * bands + b];
        }
        put(tile, run, layout.at(pixel, b));
      }
      done += run;
    }
  }

  /// Bytes as they are.
  ///
  /// @throws IllegalArgumentException where the type is not uint8
  public void write(long firstPixel, int count, byte[] from) {
    check(firstPixel, count, from.length);
    if (layout.type() != ElementType.U8) {
      throw new IllegalArgumentException("bytes into " + layout.type().word());
    }
    int bands = layout.bands();
    if (layout.bandStride() == 1 && layout.sampleStride() == bands && layout.linesJoin()) {
      long at = layout.at(firstPixel, 0);
      MemorySegment.copy(from, 0, segment, ValueLayout.JAVA_BYTE, at, count * bands);
      return;
    }
    for (int p = 0; p < count; p++) {
      for (int b = 0; b < bands; b++) {
        segment.set(ValueLayout.JAVA_BYTE, layout.at(firstPixel + p, b), from[p * bands + b]);
      }
    }
  }

  /// The bits of each number, in the low end of a long.
  public void writeBits(long firstPixel, int count, long[] from) {
    check(firstPixel, count, from.length);
    int bands = layout.bands();
    for (int p = 0; p < count; p++) {
      long at = layout.at(firstPixel + p, 0);
      for (int b = 0; b < bands; b++) {
        long to = at + b * layout.bandStride();
        Elements.putBits(segment, to, layout.type(), layout.order(), from[p * bands + b]);
      }
    }
  }

  private void put(float[] tile, int run, long at) {
    if (layout.sampleStride() == 4) {
      Elements.putFloats(tile, 0, segment, at, layout.order(), run);
      return;
    }
    for (int p = 0; p < run; p++) {
      long bits = Float.floatToRawIntBits(tile[p]);
      Elements.putBits(
          segment, at + p * layout.sampleStride(), layout.type(), layout.order(), bits);
    }
  }

  private void check(long firstPixel, int count, int length) {
    Objects.checkFromIndexSize(firstPixel, count, layout.pixels());
    if ((long) count * layout.bands() > length) {
      throw new IllegalArgumentException(
          count + " pixels of " + layout.bands() + " bands are more than " + length + " numbers");
    }
  }
}
