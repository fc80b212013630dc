package org.jumelles.iasi.exchange;

import java.util.Arrays;
import org.jumelles.iasi.calibration.Calibration;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.ScanLine;

/// Physical spectra of one line, pixel after pixel, as a file wants them: floats, the fill value
/// for what is not known.
record Temperatures(SwathContents contents, ScanLine line) {
  /// Added and taken away again it rounds a float to 1/256: between 2^15 and 2^16, where the sum
  /// lies, floats are that far apart.
  private static final float ROUNDING = 3 << 14;

  float[] radiances() {
    Calibration calibration = new Calibration(line.scale());
    return spectra((pixel, to) -> calibration.radiances(line, pixel, to, 0), 0);
  }

  float[] temperatures() {
    Calibration calibration = new Calibration(line.scale());
    float rounding = contents.isExact() ? 0 : ROUNDING;
    return spectra((pixel, to) -> calibration.temperaturesK(line, pixel, to, 0), rounding);
  }

  /// Fills one spectrum.
  @FunctionalInterface
  private interface Measure {
    void fill(int pixel, double[] to);
  }

  private float[] spectra(Measure measure, float rounding) {
    int channels = contents.channels();
    float[] out = new float[ScanLine.PIXELS * channels];
    double[] spectrum = new double[Channels.COUNT];
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      int to = pixel * channels;
      if (line.present()[pixel]) {
        measure.fill(pixel, spectrum);
        copy(spectrum, contents.firstChannel() - 1, out, to, channels, rounding);
      } else {
        Arrays.fill(out, to, to + channels, SwathVariables.FILL);
      }
    }
    return out;
  }

  private static void copy(
      double[] spectrum, int from, float[] out, int to, int channels, float rounding) {
    for (int c = 0; c < channels; c++) {
      double value = spectrum[from + c];
      out[to + c] =
          Double.isNaN(value) ? SwathVariables.FILL : ((float) value + rounding) - rounding;
    }
  }
}
