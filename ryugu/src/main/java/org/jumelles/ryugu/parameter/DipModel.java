package org.jumelles.ryugu.parameter;

/// A straight continuum times one less Gaussian dips, and what it changes by.
///
/// Parameters: value and slope of the continuum over t, which is -1 to 1 over the window; then for
/// each band depth, centre and standard deviation, the last two in um.
final class DipModel {
  private DipModel() {}

  static int parameters(int bands) {
    return 2 + 3 * bands;
  }

  static int depth(int band) {
    return 2 + 3 * band;
  }

  static int centre(int band) {
    return 3 + 3 * band;
  }

  static int width(int band) {
    return 4 + 3 * band;
  }

  /// @param t the place on the window, -1 to 1
  /// @param slopes the derivatives by each parameter, filled in
  /// @return the reflectance at x
  static double at(double x, double t, double[] p, int bands, double[] slopes) {
    double line = p[0] + p[1] * t;
    double dips = 0;
    for (int k = 0; k < bands; k++) {
      double depth = p[depth(k)];
      double width = p[width(k)];
      double off = (x - p[centre(k)]) / width;
      double dip = Math.exp(-off * off / 2);
      double steep = -line * depth * dip * off / width;
      slopes[depth(k)] = -line * dip;
      slopes[centre(k)] = steep;
      slopes[width(k)] = steep * off;
      dips += depth * dip;
    }
    slopes[0] = 1 - dips;
    slopes[1] = t * (1 - dips);
    return line * (1 - dips);
  }
}
