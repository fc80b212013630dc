package org.jumelles.seis.figure;

import java.util.Arrays;
import org.jumelles.figure.chart.Grid;
import org.jumelles.kernel.signal.Fft;
import org.jumelles.kernel.signal.Window;
import org.jumelles.seis.trace.Trace;

/// Power spectral density in short windows: mean removed, Hann window, one-sided, in unit^2/Hz
/// [Welch1967]. A window with a sample that is not finite is NaN throughout.
record Power(int windowSamples, int hopSamples, int windowsPerColumn) {
  private static final int MOST_COLUMNS = 4096;

  /// Hops of half a window, less where that leaves few columns; where it leaves too many, several
  /// windows are averaged into one column, so that memory is bounded and no sample is skipped.
  static Power of(int windowSamples, long samples) {
    int half = Math.max(1, windowSamples / 2);
    int hop = Math.clamp(samples / 3000, Math.max(1, windowSamples / 16), half);
    long windows = samples / hop;
    return new Power(windowSamples, hop, (int) (windows / MOST_COLUMNS) + 1);
  }

  /// @param startS the place of the first sample on the axis
  Grid grid(Trace stretch, double startS) {
    double rate = stretch.samplingRateHz();
    int length = stretch.samples().length;
    int windows = length < windowSamples ? 0 : (length - windowSamples) / hopSamples + 1;
    int columns = (windows + windowsPerColumn - 1) / windowsPerColumn;
    Fft fft = Fft.ofLength(windowSamples);
    float[] power = new float[Math.multiplyExact(columns, fft.bins())];
    double[] window = Window.hann(windowSamples);
    double energy = Arrays.stream(window).map(w -> w * w).sum();
    double[] piece = new double[windowSamples];
    double[] sum = new double[fft.bins()];
    for (int column = 0; column < columns; column++) {
      Arrays.fill(sum, 0);
      int first = column * windowsPerColumn;
      int count = Math.min(windowsPerColumn, windows - first);
      for (int i = first; i < first + count; i++) {
        cut(stretch.samples(), i * hopSamples, window, piece);
        add(fft.forward(piece), 1 / (rate * energy * count), sum);
      }
      for (int k = 0; k < sum.length; k++) {
        power[column * sum.length + k] = (float) sum[k];
      }
    }
    double hopS = hopSamples * windowsPerColumn / rate;
    double middleS = (windowSamples + (windowsPerColumn - 1.0) * hopSamples) / 2 / rate;
    return new Grid(
        power,
        new Grid.Steps(columns, startS + middleS, hopS),
        new Grid.Steps(fft.bins(), 0, rate / windowSamples));
  }

  private static void cut(double[] samples, int from, double[] window, double[] into) {
    double mean = 0;
    for (int i = 0; i < into.length; i++) {
      mean += samples[from + i];
    }
    mean /= into.length;
    for (int i = 0; i < into.length; i++) {
      into[i] = (samples[from + i] - mean) * window[i];
    }
  }

  private void add(double[] spectrum, double factor, double[] sum) {
    for (int k = 0; k < sum.length; k++) {
      double re = spectrum[2 * k];
      double im = spectrum[2 * k + 1];
      boolean twice = k > 0 && 2 * k < windowSamples;
      sum[k] += (re * re + im * im) * factor * (twice ? 2 : 1);
    }
  }
}
