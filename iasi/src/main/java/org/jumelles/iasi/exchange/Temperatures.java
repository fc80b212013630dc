package org.jumelles.iasi.exchange;

import java.util.Arrays;
import org.jumelles.iasi.calibration.Planck;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.ScanLine;

/// Physical spectra of one line, pixel after pixel.
///
/// Brightness temperature is `a / ln(1 + b / count)` with a and b of the channel: the same as
/// [Planck#temperatureK] to one part in 10^12, with one logarithm a value.
record Temperatures(SwathContents contents, ScanLine line) {
  /// Added and taken away again it rounds a float to 1/256: between 2^15 and 2^16, where the sum
  /// lies, floats are that far apart.
  private static final float ROUNDING = 3 << 14;

  float[] radiances() {
    double[] factors = line.scale().factors();
    int channels = contents.channels();
    float[] out = new float[ScanLine.PIXELS * channels];
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      if (!line.present()[pixel]) {
        Arrays.fill(out, pixel * channels, (pixel + 1) * channels, SwathVariables.FILL);
        continue;
      }
      int from = ScanLine.at(pixel) + contents.firstChannel() - 1;
      for (int c = 0; c < channels; c++) {
        double radiance = line.counts()[from + c] * factors[contents.firstChannel() - 1 + c];
        out[pixel * channels + c] = Double.isNaN(radiance) ? SwathVariables.FILL : (float) radiance;
      }
    }
    return out;
  }

  float[] temperatures() {
    double[] factors = line.scale().factors();
    int channels = contents.channels();
    double[] a = new double[channels];
    double[] b = new double[channels];
    for (int c = 0; c < channels; c++) {
      int channel = contents.firstChannel() + c;
      double perM = 100 * Channels.wavenumberPerCm(channel);
      a[c] = Planck.C2 * perM;
      b[c] = Planck.C1 * perM * perM * perM / factors[channel - 1];
    }
    float[] out = new float[ScanLine.PIXELS * channels];
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      int to = pixel * channels;
      if (line.present()[pixel]) {
        temperatures(a, b, ScanLine.at(pixel) + contents.firstChannel() - 1, out, to);
      } else {
        Arrays.fill(out, to, to + channels, SwathVariables.FILL);
      }
    }
    return out;
  }

  private void temperatures(double[] a, double[] b, int from, float[] out, int to) {
    short[] counts = line.counts();
    boolean exact = contents.isExact();
    for (int c = 0; c < a.length; c++) {
      short count = counts[from + c];
      if (count <= 0 || Double.isNaN(b[c])) {
        out[to + c] = SwathVariables.FILL;
        continue;
      }
      float kelvin = (float) (a[c] / Math.log(1 + b[c] / count));
      out[to + c] = exact ? kelvin : (kelvin + ROUNDING) - ROUNDING;
    }
  }
}
