package org.jumelles.iasi.retrieval;

import org.jumelles.kernel.sphere.Arc;

/// How pairs of columns agree: one product's against another's, smoothed by the kernel or not.
///
/// @param pairs how many, those that are not finite left out
/// @param bias mean of (found - reference) / reference
/// @param spread standard deviation of the same
/// @param correlation of found with reference; NaN where one of them does not vary
public record Agreement(int pairs, double bias, double spread, double correlation) {
  private static final double EARTH_KM = 6371;

  /// @throws IllegalArgumentException where fewer than two pairs are finite
  public static Agreement of(double[] found, double[] reference) {
    if (found.length != reference.length) {
      throw new IllegalArgumentException(found.length + " columns for " + reference.length);
    }
    int n = 0;
    double f = 0;
    double r = 0;
    double d = 0;
    double ff = 0;
    double rr = 0;
    double fr = 0;
    double dd = 0;
    for (int i = 0; i < found.length; i++) {
      double x = found[i];
      double y = reference[i];
      if (!Double.isFinite(x) || !Double.isFinite(y) || y == 0) {
        continue;
      }
      n++;
      double relative = (x - y) / y;
      // Running means: columns are near 1e18 and differ in the third digit.
      double dx = x - f;
      double dy = y - r;
      double dr = relative - d;
      f += dx / n;
      r += dy / n;
      d += dr / n;
      ff += dx * (x - f);
      rr += dy * (y - r);
      fr += dx * (y - r);
      dd += dr * (relative - d);
    }
    if (n < 2) {
      throw new IllegalArgumentException(n + " pairs to compare");
    }
    double correlation = ff > 0 && rr > 0 ? fr / Math.sqrt(ff * rr) : Double.NaN;
    return new Agreement(n, d, Math.sqrt(dd / (n - 1)), correlation);
  }

  /// Distance of two places along the ground, km; what decides whether they are one place.
  public static double distanceKm(double lat1Deg, double lon1Deg, double lat2Deg, double lon2Deg) {
    return EARTH_KM * Arc.rad(lat1Deg, lon1Deg, lat2Deg, lon2Deg);
  }
}
