package org.jumelles.ryugu.matrix;

/// A tridiagonal symmetric matrix made diagonal by rotations, after implicit shifts
/// [GolubVanLoan2013] (8.3.3), from the bottom of a block to its top. A sweep's rotations are
/// found first and then done on the vectors, two at once.
final class Rotations {
  /// Sweeps for one eigenvalue: two do mostly.
  private static final int MOST_SWEEPS = 60;

  /// Squares that are above it have all their digits.
  private static final double SMALL_SQUARE = 1e-280;

  private final double[] d;
  private final double[] e;
  private final double[][] rows;
  private final double[] cosines;
  private final double[] sines;
  private final int n;
  private double rounding;

  private Rotations(double[] diagonal, double[] beside, double[][] rows) {
    d = diagonal;
    e = beside;
    this.rows = rows;
    n = d.length;
    cosines = new double[n];
    sines = new double[n];
  }

  /// @param diagonal then holds the eigenvalues, in no order
  /// @param beside overwritten
  /// @param rows turned as the matrix is: then one eigenvector a row
  static void diagonalise(double[] diagonal, double[] beside, double[][] rows) {
    Rotations all = new Rotations(diagonal, beside, rows);
    all.measure();
    for (int top = 0; top < all.n; top++) {
      all.settle(top);
    }
  }

  private void settle(int top) {
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      int bottom = top;
      while (bottom + 1 < n && !isSplit(bottom)) {
        bottom++;
      }
      if (bottom == top) {
        return;
      }
      int last = sweep(top, bottom);
      turn(last, bottom);
    }
    throw new IllegalArgumentException("eigenvalues that do not converge");
  }

  private void measure() {
    double most = 0;
    for (int k = 0; k < n; k++) {
      most = Math.max(most, Math.abs(d[k]) + Math.abs(e[k]));
    }
    rounding = Math.ulp(most) / 16;
  }

  /// Beside its neighbours, or beside what rounding of the whole has left there long since.
  private boolean isSplit(int k) {
    double beside = Math.abs(e[k]);
    return beside <= rounding
        || beside <= Math.ulp(1.0) / 2 * (Math.abs(d[k]) + Math.abs(d[k + 1]));
  }

  /// One step with the shift of the two by two at the top.
  ///
  /// @return the place of the last rotation
  private int sweep(int top, int bottom) {
    double ratio = (d[top + 1] - d[top]) / (2 * e[top]);
    double away = Math.abs(ratio) + length(ratio, 1);
    double g = d[bottom] - d[top] + e[top] / (ratio < 0 ? -away : away);
    double s = 1;
    double c = 1;
    double shift = 0;
    for (int k = bottom - 1; k >= top; k--) {
      double f = s * e[k];
      double b = c * e[k];
      double r = length(f, g);
      e[k + 1] = r;
      if (r == 0) {
        d[k + 1] -= shift;
        e[bottom] = 0;
        return k + 1;
      }
      s = f / r;
      c = g / r;
      cosines[k] = c;
      sines[k] = s;
      double from = d[k + 1] - shift;
      double mixed = (d[k] - from) * s + 2 * c * b;
      shift = s * mixed;
      d[k + 1] = from + shift;
      g = c * mixed - b;
    }
    d[top] -= shift;
    e[top] = g;
    e[bottom] = 0;
    return top;
  }

  private static double length(double x, double y) {
    double square = x * x + y * y;
    return square > SMALL_SQUARE ? Math.sqrt(square) : Math.hypot(x, y);
  }

  /// The rotations of rows k and k + 1, for k from below `bottom` up to `last`.
  private void turn(int last, int bottom) {
    int k = bottom - 1;
    for (; k > last; k -= 2) {
      two(rows[k + 1], rows[k], rows[k - 1], k);
    }
    if (k == last) {
      one(rows[k + 1], rows[k], cosines[k], sines[k]);
    }
  }

  private void two(double[] low, double[] mid, double[] high, int k) {
    double c = cosines[k];
    double s = sines[k];
    double then = cosines[k - 1];
    double thenSine = sines[k - 1];
    for (int j = 0; j < n; j++) {
      double x = low[j];
      double y = mid[j];
      double z = high[j];
      double w = Math.fma(c, y, -s * x);
      low[j] = Math.fma(c, x, s * y);
      mid[j] = Math.fma(then, w, thenSine * z);
      high[j] = Math.fma(then, z, -thenSine * w);
    }
  }

  private void one(double[] low, double[] high, double c, double s) {
    for (int j = 0; j < n; j++) {
      double x = low[j];
      double y = high[j];
      low[j] = Math.fma(c, x, s * y);
      high[j] = Math.fma(c, y, -s * x);
    }
  }
}
