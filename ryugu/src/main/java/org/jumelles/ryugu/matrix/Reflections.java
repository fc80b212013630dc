package org.jumelles.ryugu.matrix;

import java.util.Arrays;

/// A symmetric matrix made tridiagonal by reflections H = 1 - t v v' [GolubVanLoan2013] (8.3.1).
///
/// What one reflection takes from the matrix is taken out in the same pass that multiplies the
/// matrix with the next: it is read and written once a reflection.
final class Reflections {
  /// The square of what counts as zero beside a matrix whose greatest element is near one; what is
  /// above it has all its digits.
  private static final double SMALL_SQUARE = 1e-200;

  private final int n;
  private final double[][] a;
  private final double[][] normals;
  private final double[] weights;
  private final double[] product;

  private Reflections(double[][] a, int n) {
    this.a = a;
    this.n = n;
    normals = Panels.rows(n, n);
    weights = new double[n];
    product = Panels.rows(1, n)[0];
  }

  /// Q with Q' A Q tridiagonal, one of Q's columns a row.
  ///
  /// @param a rows of [Panels#rows]; overwritten
  /// @param diagonal where to put the diagonal
  /// @param beside where to put what stands beside it, the last a zero
  static double[][] reduce(double[][] a, double[] diagonal, double[] beside) {
    Reflections all = new Reflections(a, diagonal.length);
    all.reduce(diagonal, beside);
    return all.turned(all.accumulated());
  }

  private void reduce(double[] diagonal, double[] beside) {
    double[] none = Panels.rows(1, n)[0];
    double[] before = none;
    double[] taken = none;
    for (int k = 0; k < n; k++) {
      double[] row = a[k];
      take(row, before[k], taken, taken[k], before, k);
      diagonal[k] = row[k];
      if (k + 1 == n) {
        return;
      }
      double[] normal = normals[k];
      beside[k] = reflect(row, k + 1, normal, k);
      multiply(k + 1, before, taken, normal);
      before = normal;
      taken = next(k + 1, normal, weights[k]);
    }
  }

  /// The normal of the plane that takes `row` from `from` on to a multiple of its first element.
  ///
  /// @return that multiple
  private double reflect(double[] row, int from, double[] normal, int k) {
    double rest = 0;
    for (int j = from + 1; j < n; j++) {
      rest = Math.fma(row[j], row[j], rest);
    }
    double first = row[from];
    if (rest < SMALL_SQUARE) {
      return first;
    }
    double length = Math.sqrt(Math.fma(first, first, rest));
    double onto = first > 0 ? -length : length;
    System.arraycopy(row, from, normal, from, n - from);
    normal[from] = first - onto;
    weights[k] = 2 / Math.fma(normal[from], normal[from], rest);
    return onto;
  }

  /// Takes the last reflection out of all rows from `from` on, and multiplies them with the next.
  private void multiply(int from, double[] before, double[] taken, double[] normal) {
    Arrays.fill(product, 0);
    int i = from;
    for (; i + 2 <= n; i += 2) {
      two(i, before, taken, normal, from);
    }
    if (i < n) {
      take(a[i], before[i], taken, taken[i], before, from);
      Panels.add(product, normal[i], a[i], from, n);
    }
  }

  private void two(int i, double[] before, double[] taken, double[] normal, int from) {
    double[] row = a[i];
    double[] below = a[i + 1];
    double[] sum = product;
    double v0 = -before[i];
    double w0 = -taken[i];
    double v1 = -before[i + 1];
    double w1 = -taken[i + 1];
    double u0 = normal[i];
    double u1 = normal[i + 1];
    for (int j = from; j < n; j++) {
      double v = before[j];
      double w = taken[j];
      double x = Math.fma(w0, v, Math.fma(v0, w, row[j]));
      double y = Math.fma(w1, v, Math.fma(v1, w, below[j]));
      row[j] = x;
      below[j] = y;
      sum[j] = Math.fma(u1, y, Math.fma(u0, x, sum[j]));
    }
  }

  private void take(double[] row, double v, double[] taken, double w, double[] before, int from) {
    for (int j = from; j < n; j++) {
      row[j] = Math.fma(-w, before[j], Math.fma(-v, taken[j], row[j]));
    }
  }

  /// w of A - v w' - w v', from A v.
  private double[] next(int from, double[] normal, double weight) {
    double along = 0;
    for (int j = from; j < n; j++) {
      along = Math.fma(product[j], normal[j], along);
    }
    double half = weight * (weight * along) / 2;
    double[] taken = Panels.rows(1, n)[0];
    for (int j = from; j < n; j++) {
      taken[j] = Math.fma(weight, product[j], -half * normal[j]);
    }
    return taken;
  }

  /// The product of all reflections, the last first, so that it grows from a corner.
  private double[][] accumulated() {
    double[][] q = Panels.rows(n, n);
    for (int i = 0; i < n; i++) {
      q[i][i] = 1;
    }
    for (int k = n - 3; k >= 0; k--) {
      if (weights[k] != 0) {
        mirror(q, normals[k], weights[k], k + 1);
      }
    }
    return q;
  }

  private void mirror(double[][] q, double[] normal, double weight, int from) {
    Arrays.fill(product, 0);
    int i = from;
    for (; i + 2 <= n; i += 2) {
      addTwo(q[i], normal[i], q[i + 1], normal[i + 1], from);
    }
    if (i < n) {
      Panels.add(product, normal[i], q[i], from, n);
    }
    i = from;
    for (; i + 2 <= n; i += 2) {
      takeTwo(q[i], -weight * normal[i], q[i + 1], -weight * normal[i + 1], from);
    }
    if (i < n) {
      Panels.add(q[i], -weight * normal[i], product, from, n);
    }
  }

  private void addTwo(double[] row, double u, double[] below, double v, int from) {
    double[] sum = product;
    for (int j = from; j < n; j++) {
      sum[j] = Math.fma(v, below[j], Math.fma(u, row[j], sum[j]));
    }
  }

  private void takeTwo(double[] row, double u, double[] below, double v, int from) {
    double[] sum = product;
    for (int j = from; j < n; j++) {
      double one = sum[j];
      row[j] = Math.fma(u, one, row[j]);
      below[j] = Math.fma(v, one, below[j]);
    }
  }

  private double[][] turned(double[][] q) {
    double[][] rows = Panels.rows(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rows[j][i] = q[i][j];
      }
    }
    return rows;
  }
}
