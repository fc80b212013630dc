package org.jumelles.ryugu.cube;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jumelles.kernel.raster.ElementType;
import org.jumelles.kernel.raster.Layout;

/// A file of whole spectra, one after another: each block is one run of bytes and is written as
/// such. A third of what it costs to touch as many mapped pages, and a full disk is an error of the
/// writer, not of the machine.
///
/// Several threads may write, each its own pixels.
final class PixelFile {
  /// Numbers that go to the file at once: they stay in the second cache.
  private static final int CHUNK = 1 << 15;

  private final FileChannel channel;
  private final long offset;
  private final Layout layout;

  /// @param offset of the first number in the file
  PixelFile(FileChannel channel, long offset, Layout layout) {
    this.channel = channel;
    this.offset = offset;
    this.layout = layout;
  }

  /// Whether spectra stand in the file as they do in memory.
  static boolean fits(Layout layout) {
    int width = layout.type().bytes();
    long pixel = (long) width * layout.bands();
    return layout.bandStride() == width
        && layout.sampleStride() == pixel
        && layout.lineStride() == pixel * layout.samples();
  }

  /// Floats of a cube of float32, from `from` on.
  void write(long firstPixel, float[] numbers, int from, int count) throws IOException {
    long at = at(firstPixel) + 4L * from;
    ByteBuffer bytes = ByteBuffer.allocate(4 * Math.min(CHUNK, count)).order(layout.order());
    for (int done = 0; done < count; done += CHUNK) {
      int now = Math.min(CHUNK, count - done);
      bytes.clear().limit(4 * now);
      bytes.asFloatBuffer().put(numbers, from + done, now);
      put(bytes, at + 4L * done);
    }
  }

  /// Bytes of a cube of bytes.
  void write(long firstPixel, byte[] bytes, int count) throws IOException {
    put(ByteBuffer.wrap(bytes, 0, count), at(firstPixel));
  }

  /// The bits of numbers of any type, in the low end of a long.
  void writeBits(long firstPixel, long[] bits, int count) throws IOException {
    int width = layout.type().bytes();
    long at = at(firstPixel);
    ByteBuffer bytes = ByteBuffer.allocate(width * Math.min(CHUNK, count)).order(layout.order());
    for (int done = 0; done < count; done += CHUNK) {
      int now = Math.min(CHUNK, count - done);
      bytes.clear();
      for (int i = done; i < done + now; i++) {
        put(bytes, layout.type(), bits[i]);
      }
      bytes.flip();
      put(bytes, at + (long) width * done);
    }
  }

  private static void put(ByteBuffer to, ElementType type, long bits) {
    switch (type.bytes()) {
      case 1 -> to.put((byte) bits);
      case 2 -> to.putShort((short) bits);
      case 4 -> to.putInt((int) bits);
      default -> to.putLong(bits);
    }
  }

  private long at(long pixel) {
    return offset + pixel * layout.bands() * layout.type().bytes();
  }

  private void put(ByteBuffer bytes, long at) throws IOException {
    long to = at;
    while (bytes.hasRemaining()) {
      to += channel.write(bytes, to);
    }
  }
}
