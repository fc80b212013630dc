package org.jumelles.kernel.sphere;

/// The angle between two places on a sphere, along the great circle.
///
/// With unit vectors u and v it is 2 atan2(|u - v|, |u + v|). In half angles both are roots of sums
/// of squares, so that nothing cancels, neither for places a micrometre apart nor for antipodes,
/// where the arc cosine and the haversine lose half of the digits.
public final class Arc {
  private Arc() {}

  /// @return radians, from 0 to pi; NaN where a coordinate is
  public static double rad(
      double latitude1Deg, double longitude1Deg, double latitude2Deg, double longitude2Deg) {
    double apart = Math.toRadians(latitude1Deg - latitude2Deg) / 2;
    double mean = Math.toRadians(latitude1Deg + latitude2Deg) / 2;
    double east = Math.toRadians(longitude1Deg - longitude2Deg) / 2;
    double sine = Math.sin(east);
    double cosine = Math.cos(east);
    double across = root(Math.sin(apart) * cosine, Math.cos(mean) * sine);
    double along = root(Math.cos(apart) * cosine, Math.sin(mean) * sine);
    return 2 * Math.atan2(across, along);
  }

  private static double root(double a, double b) {
    return Math.sqrt(a * a + b * b);
  }

  /// The same in degrees.
  public static double deg(
      double latitude1Deg, double longitude1Deg, double latitude2Deg, double longitude2Deg) {
    return Math.toDegrees(rad(latitude1Deg, longitude1Deg, latitude2Deg, longitude2Deg));
  }
}
