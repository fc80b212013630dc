package org.jumelles.ryugu.calibration;

/// Jitter of a tunable filter: each frame of a channel is off by one draw, the same for all
/// pixels.
///
/// What a draw makes of a value is the spectrum's slope times it. The slope is that of the
/// polynomial of sixth degree through a band and three neighbours on both sides: two points alone
/// fall short by a tenth on the flanks of an OH band at 20 cm-1 a channel, which a mean over a
/// thousand pixels shows. Where a neighbour is no number, or not there, it is the slope of the line
/// through the next ones.
public final class FilterTuning {
  private static final int REACH = 3;
  private static final int POINTS = 2 * REACH + 1;

  private final double[] perCm;
  private final double sigmaPerCm;

  /// The weights of the slope, times sigma: those of all bands for one neighbour, then for the
  /// next; none at the ends, where all are NaN.
  private final double[][] weights;

  /// @param perCm the wavenumber of each band
  /// @param sigmaPerCm of one frame
  /// @throws IllegalArgumentException for a sigma below zero
  public FilterTuning(double[] perCm, double sigmaPerCm) {
    if (!(sigmaPerCm >= 0) || !Double.isFinite(sigmaPerCm)) {
      throw new IllegalArgumentException("tuning of " + sigmaPerCm + " cm-1");
    }
    this.perCm = perCm.clone();
    this.sigmaPerCm = sigmaPerCm;
    weights = new double[POINTS][perCm.length];
    for (int b = 0; b < perCm.length; b++) {
      for (int k = 0; k < POINTS; k++) {
        weights[k][b] = sigmaPerCm * weight(b, k);
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

  /// What of the light in each band, DN, one sigma of tuning makes, with the sign of the slope.
  ///
  /// @param light one spectrum, without its dark
  /// @param from where in `into` its first band belongs
  void of(double[] light, double[] into, int from) {
    int bands = perCm.length;
    slopes(light, into, from, bands);
    for (int b = 0; b < bands; b++) {
      boolean isNumber = into[from + b] * 0 == 0; // cheaper than to ask, before it is compiled
      if (!isNumber || b < REACH || b + REACH >= bands) {
        into[from + b] = byNeighbours(light, b);
      }
    }
  }

  /// The kernel: one sum a band, in the order of the neighbours.
  private void slopes(double[] light, double[] into, int from, int bands) {
    double[] w0 = weights[0];
    double[] w1 = weights[1];
    double[] w2 = weights[2];
    double[] w3 = weights[3];
    double[] w4 = weights[4];
    double[] w5 = weights[5];
    double[] w6 = weights[6];
    for (int b = REACH; b < bands - REACH; b++) {
      double before = w0[b] * light[b - 3] + w1[b] * light[b - 2] + w2[b] * light[b - 1];
      double here = before + w3[b] * light[b];
      into[from + b] = here + w4[b] * light[b + 1] + w5[b] * light[b + 2] + w6[b] * light[b + 3];
    }
  }

  private double byNeighbours(double[] light, int band) {
    int low = band > 0 && Double.isFinite(light[band - 1]) ? band - 1 : band;
    int high = band + 1 < perCm.length && Double.isFinite(light[band + 1]) ? band + 1 : band;
    double apart = perCm[high] - perCm[low];
    if (apart == 0) {
      return 0;
    }
    return (light[high] - light[low]) / apart * sigmaPerCm;
  }
}
