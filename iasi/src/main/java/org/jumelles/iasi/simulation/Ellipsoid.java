package org.jumelles.iasi.simulation;

import java.util.Optional;

/// The Earth as WGS 84 has it, in Earth-fixed coordinates of metres.
final class Ellipsoid {
  private static final double EQUATOR_M = 6_378_137;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double POLE_M = EQUATOR_M * (1 - FLATTENING);

  private Ellipsoid() {}

  /// Where a ray from outside first meets the surface.
  static Optional<Vector> hit(Vector from, Vector direction) {
    Vector o = squeezed(from);
    Vector d = squeezed(direction);
    double a = d.dot(d);
    double b = o.dot(d);
    double root = b * b - a * (o.dot(o) - 1);
    if (root < 0) {
      return Optional.empty();
    }
    double distance = (-b - Math.sqrt(root)) / a;
    return distance > 0 ? Optional.of(from.plus(direction.times(distance))) : Optional.empty();
  }

  private static Vector squeezed(Vector v) {
    return new Vector(v.x() / EQUATOR_M, v.y() / EQUATOR_M, v.z() / POLE_M);
  }

  /// The geodetic vertical at a place on the surface.
  static Vector up(Vector place) {
    return new Vector(
            place.x() / (EQUATOR_M * EQUATOR_M),
            place.y() / (EQUATOR_M * EQUATOR_M),
            place.z() / (POLE_M * POLE_M))
        .unit();
  }

  /// Geodetic, -90 to 90.
  static double latitudeDeg(Vector up) {
    return Math.toDegrees(Math.asin(Math.clamp(up.z(), -1, 1)));
  }

  /// East, -180 to 180.
  static double longitudeDeg(Vector up) {
    return Math.toDegrees(Math.atan2(up.y(), up.x()));
  }

  static double zenithDeg(Vector up, Vector direction) {
    return Math.toDegrees(Math.acos(Math.clamp(up.dot(direction), -1, 1)));
  }

  /// Clockwise from north, 0 to 360.
  static double azimuthDeg(Vector up, Vector direction) {
    Vector east = new Vector(-up.y(), up.x(), 0);
    Vector north = up.cross(east);
    double deg = Math.toDegrees(Math.atan2(direction.dot(east), direction.dot(north)));
    return deg < 0 ? deg + 360 : deg;
  }
}
