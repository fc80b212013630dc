package org.jumelles.ryugu.parameter;

/// A straight continuum times one less Gaussian dips, and what it changes by.
///
/// Parameters: value and slope of the continuum over t, which is -1 to 1 over the window; then for
/// each band depth, centre and standard deviation, the last two in um.
final class DipModel {
  /// Second derivatives a band; all others are zero.
  static final int BENDS = 11;

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

  /// The greater one of the two parameters of each bend of a band.
  static int[] bendRows(int band) {
    int d = depth(band);
    int c = centre(band);
    int w = width(band);
    return new int[] {d, d, c, c, w, w, c, w, c, w, w};
  }

  static int[] bendColumns(int band) {
    int d = depth(band);
    int c = centre(band);
    int w = width(band);
    return new int[] {0, 1, 0, 1, 0, 1, d, d, c, c, w};
  }

  /// @param t the place on the window, -1 to 1
  /// @param slopes the derivatives by each parameter, filled in
  /// @param bends the second ones, [#BENDS] a band, filled in
  /// @return the reflectance at x
  static double at(double x, double t, double[] p, int bands, double[] slopes, double[] bends) {
    double line = Math.fma(p[1], t, p[0]);
    double left = 1;
    for (int k = 0; k < bands; k++) {
      double depth = p[depth(k)];
      double narrow = 1 / p[width(k)];
      double off = (x - p[centre(k)]) * narrow;
      double dip = -Bell.at(off);
      double one = dip * off * narrow;
      double two = depth * one;
      double deep = line * dip;
      double steep = line * two;
      slopes[depth(k)] = deep;
      slopes[centre(k)] = steep;
      slopes[width(k)] = steep * off;
      int b = BENDS * k;
      bends[b] = dip;
      bends[b + 1] = t * dip;
      bends[b + 2] = two;
      bends[b + 3] = two * t;
      bends[b + 4] = two * off;
      bends[b + 5] = two * off * t;
      bends[b + 6] = line * one;
      bends[b + 7] = line * one * off;
      double square = off * off;
      double round = deep * (depth * narrow * narrow);
      bends[b + 8] = round * (square - 1);
      bends[b + 9] = round * off * (square - 2);
      bends[b + 10] = round * square * (square - 3);
      left = Math.fma(depth, dip, left);
    }
    slopes[0] = left;
    slopes[1] = t * left;
    return line * left;
  }
}
