package org.jumelles.figure.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// The bare pixels of an RGB image, for what is faster drawn without shapes.
@SuppressWarnings("ArrayRecordComponent") // The array of an image.
record Pixels(int[] rgb, int width) {
  static Pixels of(BufferedImage image) {
    return new Pixels(
        ((DataBufferInt) image.getRaster().getDataBuffer()).getData(), image.getWidth());
  }

  void set(int x, int y, int colour) {
    rgb[y * width + x] = colour;
  }

  /// Fills a stretch of one column, its ends weighted by how much of the pixel they cover.
  void column(int x, double top, double bottom, Plot.Box box, Color colour) {
    double from = Math.max(top, box.y());
    double to = Math.min(bottom, box.y() + (double) box.height());
    for (int y = (int) Math.floor(from); y < to; y++) {
      double cover = Math.min(y + 1.0, to) - Math.max(y, from);
      blend(x, y, colour, cover * colour.getAlpha() / 255);
    }
  }

  private void blend(int x, int y, Color colour, double weight) {
    int at = y * width + x;
    int under = rgb[at];
    int red = mix(under >> 16 & 0xFF, colour.getRed(), weight);
    int green = mix(under >> 8 & 0xFF, colour.getGreen(), weight);
    int blue = mix(under & 0xFF, colour.getBlue(), weight);
    rgb[at] = red << 16 | green << 8 | blue;
  }

  private static int mix(int under, int over, double weight) {
    return (int) Math.round(under + (over - under) * weight);
  }
}
