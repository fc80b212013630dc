package org.jumelles.kernel.signal;

/// Windows and tapers: factors between 0 and 1, one a sample [Harris1978].
public final class Window {
  private Window() {}

  /// The periodic Hann window `(1 - cos(2 pi i / n)) / 2`, whose shifted copies add up to one.
  public static double[] hann(int n) {
    double[] window = new double[checked(n)];
    for (int i = 0; i < n; i++) {
      window[i] = n == 1 ? 1 : 0.5 - 0.5 * StrictMath.cos(2 * StrictMath.PI * i / n);
    }
    return window;
  }

  /// All ones.
  public static double[] boxcar(int n) {
    double[] window = new double[checked(n)];
    java.util.Arrays.fill(window, 1);
    return window;
  }

  /// A flat window with half a cosine at each end, symmetric, zero at the first and last sample.
  ///
  /// @param taperedFraction the share of the whole that is tapered, both ends together, 0 to 1:
  ///     0 is [#boxcar], 1 the symmetric Hann window
  public static double[] tukey(int n, double taperedFraction) {
    if (!(taperedFraction >= 0 && taperedFraction <= 1)) {
      throw new IllegalArgumentException("a tapered fraction of " + taperedFraction);
    }
    double[] window = boxcar(n);
    if (n < 2 || taperedFraction == 0) {
      return window;
    }
    double rampSamples = taperedFraction * (n - 1) / 2;
    for (int i = 0; i <= (int) rampSamples; i++) {
      double value = 0.5 - 0.5 * StrictMath.cos(StrictMath.PI * i / rampSamples);
      window[i] = value;
      window[n - 1 - i] = value;
    }
    return window;
  }

  /// The same, told by the share at *each* end, 0 to 0.5: `cosineTaper(n, 0.05)` is
  /// `tukey(n, 0.1)`.
  public static double[] cosineTaper(int n, double fractionAtEachEnd) {
    if (!(fractionAtEachEnd >= 0 && fractionAtEachEnd <= 0.5)) {
      throw new IllegalArgumentException("a taper of " + fractionAtEachEnd + " at each end");
    }
    return tukey(n, 2 * fractionAtEachEnd);
  }

  /// Each sample times its factor.
  public static double[] apply(double[] window, double[] samples) {
    if (window.length != samples.length) {
      throw new IllegalArgumentException(
          "a window of " + window.length + " for " + samples.length + " samples");
    }
    double[] product = new double[samples.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = window[i] * samples[i];
    }
    return product;
  }

  private static int checked(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("a window of " + n + " samples");
    }
    return n;
  }
}
