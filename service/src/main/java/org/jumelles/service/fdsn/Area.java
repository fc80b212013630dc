package org.jumelles.service.fdsn;

import org.jumelles.kernel.sphere.Arc;

/// A box and a ring on the sphere, in degrees; a box whose western edge is greater than its
/// eastern one runs over the 180th meridian.
record Area(
    double minLatitudeDeg,
    double maxLatitudeDeg,
    double minLongitudeDeg,
    double maxLongitudeDeg,
    Ring ring) {
  static final Area EVERYWHERE = new Area(-90, 90, -180, 180, new Ring(0, 0, 0, 180));

  /// Points between two distances from a centre, in degrees of arc.
  record Ring(double latitudeDeg, double longitudeDeg, double minRadiusDeg, double maxRadiusDeg) {}

  boolean isEverywhere() {
    return equals(EVERYWHERE)
        || (minLatitudeDeg <= -90
            && maxLatitudeDeg >= 90
            && minLongitudeDeg <= -180
            && maxLongitudeDeg >= 180
            && ring.minRadiusDeg <= 0
            && ring.maxRadiusDeg >= 180);
  }

  boolean contains(double latitudeDeg, double longitudeDeg) {
    double east = wrapped(longitudeDeg);
    boolean between =
        maxLongitudeDeg - minLongitudeDeg >= 360
            || (minLongitudeDeg <= maxLongitudeDeg
                ? within(east, minLongitudeDeg, maxLongitudeDeg)
                : east >= minLongitudeDeg || east <= maxLongitudeDeg);
    double arcDeg = Arc.deg(latitudeDeg, longitudeDeg, ring.latitudeDeg, ring.longitudeDeg);
    return latitudeDeg >= minLatitudeDeg
        && latitudeDeg <= maxLatitudeDeg
        && between
        && arcDeg >= ring.minRadiusDeg
        && arcDeg <= ring.maxRadiusDeg;
  }

  private static boolean within(double value, double low, double high) {
    return (value >= low && value <= high) || (value + 360 >= low && value + 360 <= high);
  }

  private static double wrapped(double longitudeDeg) {
    double turned = (longitudeDeg + 180) % 360;
    return (turned < 0 ? turned + 360 : turned) - 180;
  }
}
