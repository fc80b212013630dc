package org.jumelles.kernel.signal;

/// What is left of samples when their level or their straight line is taken away.
public final class Detrend {
  private Detrend() {}

  /// Less the arithmetic mean.
  public static double[] mean(double[] samples) {
    return less(samples, meanOf(samples), 0);
  }

  /// Less the line of least squares; one sample or none leaves zeros.
  public static double[] linear(double[] samples) {
    // With t = i - (n - 1) / 2 the line is mean + t sum(t x) / sum(t t), sum(t t) = n (n^2 - 1) /
    // 12.
    int n = samples.length;
    double mean = meanOf(samples);
    if (n < 2) {
      return less(samples, mean, 0);
    }
    double middle = (n - 1) / 2.0;
    double moment = 0;
    for (int i = 0; i < n; i++) {
      moment += (i - middle) * (samples[i] - mean);
    }
    double slope = moment / ((double) n * ((double) n * n - 1) / 12);
    return less(samples, mean, slope);
  }

  /// The arithmetic mean, in two passes; 0 of nothing.
  static double meanOf(double[] samples) {
    if (samples.length == 0) {
      return 0;
    }
    double sum = 0;
    for (double sample : samples) {
      sum += sample;
    }
    double rough = sum / samples.length;
    double rest = 0;
    for (double sample : samples) {
      rest += sample - rough;
    }
    return rough + rest / samples.length;
  }

  private static double[] less(double[] samples, double mean, double slope) {
    double[] left = new double[samples.length];
    double middle = (samples.length - 1) / 2.0;
    for (int i = 0; i < left.length; i++) {
      left[i] = samples[i] - (mean + slope * (i - middle));
    }
    return left;
  }
}
