package org.jumelles.ryugu.matrix;

/// Rows times matrix, two rows at once: what covariances, distances and projections are made of.
///
/// Written so that the compiler makes vectors of it: separate arrays, one index, eight fused
/// multiply-adds to six loads and two stores. A number is summed in the order of the matrix's rows,
/// whatever stands beside it.
final class Panels {
  private Panels() {}

  /// `c[j] += sum over k of a[k] * matrix[k][j]` and the same for d and b, j from `from`, k over
  /// the four rows from `k`.
  ///
  /// @param c none of the others, as d
  static void add(
      double[] c, double[] a, double[] d, double[] b, double[][] matrix, int k, int from, int to) {
    double[] x0 = matrix[k];
    double[] x1 = matrix[k + 1];
    double[] x2 = matrix[k + 2];
    double[] x3 = matrix[k + 3];
    double a0 = a[k];
    double a1 = a[k + 1];
    double a2 = a[k + 2];
    double a3 = a[k + 3];
    double b0 = b[k];
    double b1 = b[k + 1];
    double b2 = b[k + 2];
    double b3 = b[k + 3];
    for (int j = from; j < to; j++) {
      double y0 = x0[j];
      double y1 = x1[j];
      double y2 = x2[j];
      double y3 = x3[j];
      c[j] = Math.fma(a3, y3, Math.fma(a2, y2, Math.fma(a1, y1, Math.fma(a0, y0, c[j]))));
      d[j] = Math.fma(b3, y3, Math.fma(b2, y2, Math.fma(b1, y1, Math.fma(b0, y0, d[j]))));
    }
  }

  /// `c[j] += a * row[j]`.
  static void add(double[] c, double a, double[] row, int from, int to) {
    for (int j = from; j < to; j++) {
      c[j] = Math.fma(a, row[j], c[j]);
    }
  }

  /// Adds the upper triangle of the sum of x x' over `count` rows: rows i and i + 1 at once.
  static void addSquares(double[][] sum, double[][] x, int count, int n) {
    int p = 0;
    for (; p + 4 <= count; p += 4) {
      int i = 0;
      for (; i + 2 <= n; i += 2) {
        addFour(sum[i], sum[i + 1], x, p, i, n);
      }
      for (int k = p; i < n && k < p + 4; k++) {
        add(sum[i], x[k][i], x[k], i, n);
      }
    }
    for (; p < count; p++) {
      for (int i = 0; i < n; i++) {
        add(sum[i], x[p][i], x[p], i, n);
      }
    }
  }

  private static void addFour(double[] c, double[] d, double[][] x, int p, int i, int n) {
    double[] x0 = x[p];
    double[] x1 = x[p + 1];
    double[] x2 = x[p + 2];
    double[] x3 = x[p + 3];
    double a0 = x0[i];
    double a1 = x1[i];
    double a2 = x2[i];
    double a3 = x3[i];
    double b0 = x0[i + 1];
    double b1 = x1[i + 1];
    double b2 = x2[i + 1];
    double b3 = x3[i + 1];
    for (int j = i; j < n; j++) {
      double y0 = x0[j];
      double y1 = x1[j];
      double y2 = x2[j];
      double y3 = x3[j];
      c[j] = Math.fma(a3, y3, Math.fma(a2, y2, Math.fma(a1, y1, Math.fma(a0, y0, c[j]))));
      d[j] = Math.fma(b3, y3, Math.fma(b2, y2, Math.fma(b1, y1, Math.fma(b0, y0, d[j]))));
    }
  }
}
