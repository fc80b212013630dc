package org.jumelles.service.cube;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.jumelles.figure.chart.ColourMap;
import org.jumelles.ryugu.cube.Cube;

/// One band of a cube as an image. Colours run from the 2 % to the 98 % quantile, or as asked;
/// what lies beyond has the end colour and is counted, what is no number is transparent.
///
/// @param every only each so many-th line and sample is in it, where the cube is too large to be
///     read whole for one image
/// @param values line after line
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record BandImage(int lines, int samples, int every, float[] values, Range range) {
  /// So many numbers are read for one image.
  private static final long MOST_READ = 1L << 28;
  private static final long MOST_SHOWN = 1L << 22;
  private static final double LOW_QUANTILE = 0.02;
  private static final double HIGH_QUANTILE = 0.98;

  /// What the colours mean, and what lies beyond them; NaN where there is not one number.
  record Range(
      double low, double high, double minimum, double maximum, int below, int above, int missing) {}

  static BandImage of(Cube cube, int band) throws IOException {
    int every = 1;
    while (cost(cube, every) > MOST_READ || shown(cube, every) > MOST_SHOWN) {
      every++;
    }
    int lines = (cube.lines() + every - 1) / every;
    int samples = (cube.samples() + every - 1) / every;
    float[] values = new float[lines * samples];
    int block = Math.clamp((1 << 20) / cube.bands(), 1, cube.samples());
    float[] spectra = new float[block * cube.bands()];
    for (int l = 0; l < lines; l++) {
      long line = (long) l * every * cube.samples();
      for (int from = 0; from < cube.samples(); from += block) {
        int count = Math.min(block, cube.samples() - from);
        cube.read(line + from, count, spectra);
        for (int s = (from + every - 1) / every; s * every < from + count; s++) {
          values[l * samples + s] = spectra[(s * every - from) * cube.bands() + band];
        }
      }
    }
    return new BandImage(lines, samples, every, values, range(values));
  }

  private static long cost(Cube cube, int every) {
    return ((cube.lines() + every - 1L) / every) * cube.samples() * cube.bands();
  }

  private static long shown(Cube cube, int every) {
    return ((cube.lines() + every - 1L) / every) * ((cube.samples() + every - 1L) / every);
  }

  private static Range range(float[] values) {
    float[] known = new float[values.length];
    int n = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        known[n++] = value;
      }
    }
    if (n == 0) {
      double none = Double.NaN;
      return new Range(none, none, none, none, 0, 0, values.length);
    }
    Arrays.sort(known, 0, n);
    double low = known[(int) (LOW_QUANTILE * (n - 1))];
    double high = known[(int) (HIGH_QUANTILE * (n - 1))];
    int below = 0;
    int above = 0;
    for (int i = 0; i < n; i++) {
      below += known[i] < low ? 1 : 0;
      above += known[i] > high ? 1 : 0;
    }
    return new Range(low, high, known[0], known[n - 1], below, above, values.length - n);
  }

  byte[] png() throws IOException {
    BufferedImage image = new BufferedImage(samples, lines, BufferedImage.TYPE_INT_ARGB);
    double span = range.high() - range.low();
    for (int i = 0; i < values.length; i++) {
      if (Float.isFinite(values[i])) {
        double at = span > 0 ? (values[i] - range.low()) / span : 0.5;
        image.setRGB(i % samples, i / samples, 0xFF000000 | ColourMap.VIRIDIS.rgb(at));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(values.length);
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
