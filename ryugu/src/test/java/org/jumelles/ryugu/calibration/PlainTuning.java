package org.jumelles.ryugu.calibration;

/// The twin of [FilterTuning]: a band at a time.
final class PlainTuning {
  private static final int REACH = 3;
  private static final int POINTS = 2 * REACH + 1;

  private final double[] perCm;
  private final double sigmaPerCm;

  /// The weights of the slope, times sigma; none at the ends, where all are NaN.
  private final double[] weights;

  /// @param perCm the wavenumber of each band
  /// @param sigmaPerCm of one frame
  /// @throws IllegalArgumentException for a sigma below zero
  PlainTuning(double[] perCm, double sigmaPerCm) {
    if (!(sigmaPerCm >= 0) || !Double.isFinite(sigmaPerCm)) {
      throw new IllegalArgumentException("tuning of " + sigmaPerCm + " cm-1");
    }
    this.perCm = perCm.clone();
    this.sigmaPerCm = sigmaPerCm;
    weights = new double[perCm.length * POINTS];
    for (int b = 0; b < perCm.length; b++) {
      for (int k = 0; k < POINTS; k++) {
        weights[b * POINTS + k] = sigmaPerCm * weight(b, k);
      }
    }
  }

  /// The derivative at a band of the Lagrange polynomial that is 1 at its k-th point and 0 at the
  /// others.
  private double weight(int band, int k) {
    if (band < REACH || band + REACH >= perCm.length) {
      return Double.NaN;
    }
    double at = perCm[band];
    double node = perCm[band + k - REACH];
    double sum = 0;
    for (int left = 0; left < POINTS; left++) {
      double product = left == k ? 0 : 1;
      for (int other = 0; other < POINTS; other++) {
        double x = perCm[band + other - REACH];
        if (other != k) {
          product *= (other == left ? 1 : at - x) / (node - x);
        }
      }
      sum += product;
    }
    return sum;
  }

  /// What of the light in a band, DN, one sigma of tuning makes, with the sign of the slope.
  ///
  /// @param from where the spectrum begins in the arrays
  double of(double[] lit, double[] dark, int from, int band) {
    if (band >= REACH && band + REACH < perCm.length) {
      double sum = 0;
      int at = from + band - REACH;
      for (int k = 0; k < POINTS; k++) {
        sum += weights[band * POINTS + k] * (lit[at + k] - dark[at + k]);
      }
      if (Double.isFinite(sum)) {
        return sum;
      }
    }
    return byNeighbours(lit, dark, from, band);
  }

  private double byNeighbours(double[] lit, double[] dark, int from, int band) {
    int low = band > 0 && isKnown(lit, dark, from + band - 1) ? band - 1 : band;
    int high = band + 1 < perCm.length && isKnown(lit, dark, from + band + 1) ? band + 1 : band;
    double apart = perCm[high] - perCm[low];
    if (apart == 0) {
      return 0;
    }
    double change = lit[from + high] - dark[from + high] - (lit[from + low] - dark[from + low]);
    return change / apart * sigmaPerCm;
  }

  private static boolean isKnown(double[] lit, double[] dark, int i) {
    return Double.isFinite(lit[i] - dark[i]);
  }
}
