package org.jumelles.kernel.signal;

/// The one-sided power density of windowed stretches of a signal, one at a time.
///
/// Of each stretch the mean is taken away first. With window w and rate f the density is
/// `|X[k]|^2 / (f sum(w^2))`, doubled for all bins that stand for a negative frequency too
/// [Welch1967]. One object has one workspace: it belongs to one thread.
final class SegmentDensity {
  private final Fft fft;
  private final double[] window;
  private final double scale;
  private final double[] work;

  SegmentDensity(double[] window, double samplingRateHz) {
    if (!(samplingRateHz > 0) || Double.isInfinite(samplingRateHz)) {
      throw new IllegalArgumentException("a sampling rate of " + samplingRateHz + " Hz");
    }
    this.fft = Fft.ofLength(window.length);
    this.window = window.clone();
    double energy = 0;
    for (double factor : window) {
      energy += factor * factor;
    }
    if (!(energy > 0)) {
      throw new IllegalArgumentException("a window without energy");
    }
    this.scale = 1 / (samplingRateHz * energy);
    this.work = new double[2 * fft.bins()];
  }

  static int step(int windowSamples, int overlapSamples) {
    if (overlapSamples < 0 || overlapSamples >= windowSamples) {
      throw new IllegalArgumentException(
          "an overlap of " + overlapSamples + " with windows of " + windowSamples + " samples");
    }
    return windowSamples - overlapSamples;
  }

  /// How many whole windows fit.
  static int count(int samples, int windowSamples, int step) {
    return samples < windowSamples ? 0 : (samples - windowSamples) / step + 1;
  }

  int bins() {
    return fft.bins();
  }

  /// Writes the density of the stretch that begins at `from` to `into`, from `at` on.
  void of(double[] samples, int from, double[] into, int at) {
    int n = window.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += samples[from + i];
    }
    double mean = sum / n;
    for (int i = 0; i < n; i++) {
      work[i] = (samples[from + i] - mean) * window[i];
    }
    fft.forwardInPlace(work);
    for (int k = 0; k < fft.bins(); k++) {
      double re = work[2 * k];
      double im = work[2 * k + 1];
      double sides = k == 0 || 2 * k == n ? 1 : 2;
      into[at + k] = sides * scale * (re * re + im * im);
    }
  }
}
