package org.jumelles.iasi.simulation;

import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// Where the Sun stands and how far the Earth has turned, to 0.01 degrees between 1950 and 2050:
/// the low-precision formulae of the Astronomical Almanac, section C. UT1 is taken as UTC.
final class Sky {
  private static final double DAY_NANOS = 86_400e9;
  private static final double UNIX_OF_J2000_DAYS = 10_957.5;

  private Sky() {}

  static double daysSinceJ2000(Moment moment) {
    return Utc.unixNanos(moment) / DAY_NANOS - UNIX_OF_J2000_DAYS;
  }

  /// Greenwich mean sidereal time as an angle.
  static double siderealRad(double days) {
    return Math.toRadians(280.46061837 + 360.98564736629 * days);
  }

  /// The mean longitude of the Sun, which is the right ascension of the mean Sun.
  static double meanSunRad(double days) {
    return Math.toRadians(280.460 + 0.9856474 * days);
  }

  /// The direction of the Sun in equatorial coordinates.
  static Vector sun(double days) {
    double anomaly = Math.toRadians(357.528 + 0.9856003 * days);
    double longitude =
        meanSunRad(days)
            + Math.toRadians(1.915 * Math.sin(anomaly) + 0.020 * Math.sin(2 * anomaly));
    double obliquity = Math.toRadians(23.439 - 0.0000004 * days);
    return new Vector(
        Math.cos(longitude),
        Math.cos(obliquity) * Math.sin(longitude),
        Math.sin(obliquity) * Math.sin(longitude));
  }
}
