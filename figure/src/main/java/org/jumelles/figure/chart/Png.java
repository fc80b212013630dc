package org.jumelles.figure.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes an RGB image as PNG (W3C PNG, third edition): chunks IHDR, IDAT, IEND and no other, so
/// that nothing but the pixels decides the bytes. Each line is filtered by "Up" (§9.2), which suits
/// charts, whose lines resemble the ones above.
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int LEVEL = 4;
  private static final byte FILTER_UP = 2;

  private Png() {}

  /// @param image of type `TYPE_INT_RGB`
  static void write(BufferedImage image, OutputStream out) throws IOException {
    int width = image.getWidth();
    int height = image.getHeight();
    out.write(SIGNATURE);
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    chunk(out, "IHDR", header);
    chunk(out, "IDAT", compressed(image, width, height));
    chunk(out, "IEND", new byte[0]);
  }

  private static byte[] compressed(BufferedImage image, int width, int height) throws IOException {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    Deflater deflater = new Deflater(LEVEL);
    try (DeflaterOutputStream zip = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
      byte[] line = new byte[1 + 3 * width];
      line[0] = FILTER_UP;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int rgb = pixels[y * width + x];
          int above = y == 0 ? 0 : pixels[(y - 1) * width + x];
          line[1 + 3 * x] = (byte) ((rgb >> 16) - (above >> 16));
          line[2 + 3 * x] = (byte) ((rgb >> 8) - (above >> 8));
          line[3 + 3 * x] = (byte) (rgb - above);
        }
        zip.write(line);
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void chunk(OutputStream out, String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    out.write(ByteBuffer.allocate(4).putInt(content.length).array());
    out.write(name);
    out.write(content);
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
