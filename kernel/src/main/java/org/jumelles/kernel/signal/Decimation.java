package org.jumelles.kernel.signal;

/// Fewer samples a second, without folding: low-pass, then every n-th sample.
///
/// The low-pass is a symmetric FIR, a sinc in a Kaiser window [Kaiser1974], [Oppenheim1999] §7.4:
/// no delay and no phase; flat to 0.0002 up to 0.8 of the new Nyquist frequency, at most 0.0002
/// from the new Nyquist frequency on. Both ends are prolonged by point reflection about the end
/// sample and are less sure over [#reachSamples].
public final class Decimation {
  private static final double STOP_DB = 80;
  private static final double PASS = 0.8;
  private static final int GREATEST_FACTOR = 1000;

  private Decimation() {}

  /// The samples 0, factor, 2 factor ... of the low-passed signal; `ceil(n / factor)` of them.
  ///
  /// @param factor 1 to 1000; 1 gives the samples themselves, unfiltered
  public static double[] by(int factor, double[] samples) {
    if (checked(factor) == 1 || samples.length == 0) {
      return samples.clone();
    }
    double[] taps = taps(factor);
    int reach = taps.length - 1;
    double[] work = Extension.odd(samples, reach);
    double[] picked = new double[(samples.length - 1) / factor + 1];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = symmetricSum(work, reach + i * factor, taps);
    }
    return picked;
  }

  /// How far the low-pass looks to either side, in samples of the input.
  public static int reachSamples(int factor) {
    // Kaiser's estimate of the length: (A - 8) / (2.285 width), width in radians a sample.
    double width = StrictMath.PI * (1 - PASS) / checked(factor);
    return factor == 1 ? 0 : (int) StrictMath.ceil((STOP_DB - 8) / (2.285 * width) / 2);
  }

  /// The middle tap and those to its right; the whole sums to one.
  static double[] taps(int factor) {
    int reach = reachSamples(factor);
    double beta = 0.1102 * (STOP_DB - 8.7);
    double cut = (1 + PASS) / 2 / factor;
    double[] taps = new double[reach + 1];
    double sum = 0;
    for (int i = 0; i <= reach; i++) {
      double sinc = i == 0 ? cut : StrictMath.sin(StrictMath.PI * cut * i) / (StrictMath.PI * i);
      double edge = (double) i / (reach + 1);
      taps[i] = sinc * bessel(beta * Math.sqrt(1 - edge * edge)) / bessel(beta);
      sum += i == 0 ? taps[i] : 2 * taps[i];
    }
    for (int i = 0; i <= reach; i++) {
      taps[i] /= sum;
    }
    return taps;
  }

  private static double symmetricSum(double[] work, int middle, double[] taps) {
    double sum = taps[0] * work[middle];
    for (int i = 1; i < taps.length; i++) {
      sum += taps[i] * (work[middle - i] + work[middle + i]);
    }
    return sum;
  }

  /// The modified Bessel function I0, by its series sum((x/2)^2k / k!^2).
  private static double bessel(double x) {
    double quarter = x * x / 4;
    double term = 1;
    double sum = 1;
    for (int k = 1; term > 1e-17 * sum; k++) {
      term *= quarter / ((double) k * k);
      sum += term;
    }
    return sum;
  }

  private static int checked(int factor) {
    if (factor < 1 || factor > GREATEST_FACTOR) {
      throw new IllegalArgumentException(
          "factor " + factor + " is outside 1 to " + GREATEST_FACTOR);
    }
    return factor;
  }
}
