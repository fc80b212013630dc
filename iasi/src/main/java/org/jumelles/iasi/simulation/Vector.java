package org.jumelles.iasi.simulation;

/// A direction or a place in three dimensions.
record Vector(double x, double y, double z) {
  Vector plus(Vector o) {
    return new Vector(x + o.x, y + o.y, z + o.z);
  }

  Vector minus(Vector o) {
    return new Vector(x - o.x, y - o.y, z - o.z);
  }

  Vector times(double factor) {
    return new Vector(x * factor, y * factor, z * factor);
  }

  double dot(Vector o) {
    return x * o.x + y * o.y + z * o.z;
  }

  Vector cross(Vector o) {
    return new Vector(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  Vector unit() {
    return times(1 / length());
  }

  /// Turned about the axis of the poles.
  Vector turned(double rad) {
    double c = Math.cos(rad);
    double s = Math.sin(rad);
    return new Vector(c * x - s * y, s * x + c * y, z);
  }
}
