package org.jumelles.ryugu.calibration;

import java.util.Arrays;

/// Single values that stand out of a spectrum.
///
/// A spike is off the line between its two neighbours by more than eight sigma and by more than
/// four times what the next ones to both sides are: a true band, wider than a channel, is not. The
/// sigma is the values' own and the spectrum's scatter (1.4826 x median modulus of what values are
/// off their neighbours' line), whichever is greater.
final class SpikeSearch {
  private static final double SIGMAS = 8;
  private static final double OVER_NEXT = 4;
  private static final int LEAST_BANDS = 9;

  private final int bands;
  private final double[] off;
  private final double[] sizes;

  /// A workspace: for one thread.
  SpikeSearch(int bands) {
    this.bands = bands;
    off = new double[bands];
    sizes = new double[bands];
  }

  void mark(double[] r, double[] sigma, byte[] mask, int from) {
    if (bands < LEAST_BANDS) {
      return;
    }
    for (int k = 1; k + 1 < bands; k++) {
      off[k] = r[from + k] - (r[from + k - 1] + r[from + k + 1]) / 2;
    }
    // The median costs most, and where nothing is off by the values' own sigma nobody asks for it.
    if (!isAnyOff(sigma, from)) {
      return;
    }
    int size = 0;
    for (int k = 1; k + 1 < bands; k++) {
      double one = Math.abs(off[k]);
      if (!Double.isNaN(one)) {
        sizes[size++] = one;
      }
    }
    if (size < LEAST_BANDS - 2) {
      return;
    }
    Arrays.sort(sizes, 0, size);
    double scatter = 1.4826 * sizes[size / 2];
    for (int k = 1; k + 1 < bands; k++) {
      double own = sigma[from + k];
      double limit = SIGMAS * Math.max(scatter, Double.isNaN(own) ? 0 : own);
      boolean out = Math.abs(off[k]) > limit && limit > 0;
      if (out && Math.abs(off[k]) > OVER_NEXT * around(r, from, k, bands)) {
        mask[from + k] |= Calibrated.SPIKED;
      }
    }
  }

  private boolean isAnyOff(double[] sigma, int from) {
    int any = 0;
    for (int k = 1; k + 1 < bands; k++) {
      // Not so for a sigma that is known and not passed; a value that is NaN passes nothing.
      any += Math.abs(off[k]) <= SIGMAS * sigma[from + k] ? 0 : 1;
    }
    return any > 0;
  }

  /// How far the neighbours are off the line through the values beyond k and them.
  private static double around(double[] r, int from, int k, int bands) {
    double most = 0;
    double straight = (r[from + k - 1] + r[from + k + 1]) / 2;
    if (k >= 2) {
      most = Math.abs(r[from + k - 1] - (r[from + k - 2] + straight) / 2);
    }
    if (k + 2 < bands) {
      most = Math.max(most, Math.abs(r[from + k + 1] - (r[from + k + 2] + straight) / 2));
    }
    return most;
  }
}
