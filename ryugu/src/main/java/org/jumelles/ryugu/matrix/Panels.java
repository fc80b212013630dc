package org.jumelles.ryugu.matrix;

/// Rows times matrix, three rows at once: what covariances, distances and projections are made of.
///
/// Written so that the compiler makes vectors of it: separate arrays, one index, nine fused
/// multiply-adds to six loads and three stores; a loop with more of them it leaves alone. A number
/// is summed in the order of the matrix's rows, whatever stands beside it.
final class Panels {
  /// Rows taken at once.
  static final int STEP = 3;

  private Panels() {}

  /// Rows of `length` numbers and some to spare, all zero. An array is a header of 16 bytes and its
  /// numbers: so many of them fill whole lines of 64 bytes, and rows laid one after another stand
  /// alike against the processor's lines, which the loops here are the faster for.
  static double[][] rows(int count, int length) {
    return new double[count][(length + 1) / 8 * 8 + 6];
  }

  /// `c[r][j] += sum over k of a[r][k] * matrix[k][j]`, j from `from`, for the three rows r from
  /// `i` and the three k from `k`.
  ///
  /// @param c none of the others
  static void addThree(
      double[][] c, double[][] a, int i, double[][] matrix, int k, int from, int to) {
    double[] a0 = a[i];
    double[] a1 = a[i + 1];
    double[] a2 = a[i + 2];
    double a00 = a0[k];
    double a01 = a0[k + 1];
    double a02 = a0[k + 2];
    double a10 = a1[k];
    double a11 = a1[k + 1];
    double a12 = a1[k + 2];
    double a20 = a2[k];
    double a21 = a2[k + 1];
    double a22 = a2[k + 2];
    double[] c0 = c[i];
    double[] c1 = c[i + 1];
    double[] c2 = c[i + 2];
    double[] x0 = matrix[k];
    double[] x1 = matrix[k + 1];
    double[] x2 = matrix[k + 2];
    for (int j = from; j < to; j++) {
      double y0 = x0[j];
      double y1 = x1[j];
      double y2 = x2[j];
      c0[j] = Math.fma(a02, y2, Math.fma(a01, y1, Math.fma(a00, y0, c0[j])));
      c1[j] = Math.fma(a12, y2, Math.fma(a11, y1, Math.fma(a10, y0, c1[j])));
      c2[j] = Math.fma(a22, y2, Math.fma(a21, y1, Math.fma(a20, y0, c2[j])));
    }
  }

  /// `c[j] += a * row[j]`.
  static void add(double[] c, double a, double[] row, int from, int to) {
    for (int j = from; j < to; j++) {
      c[j] = Math.fma(a, row[j], c[j]);
    }
  }

  /// Adds the upper triangle of the sum of x x' over `count` rows: three rows of the sum at once.
  static void addSquares(double[][] sum, double[][] x, int count, int n) {
    int i = 0;
    for (; i + STEP <= n; i += STEP) {
      int p = 0;
      for (; p + STEP <= count; p += STEP) {
        squareThree(sum, i, x, p, n);
      }
      for (; p < count; p++) {
        for (int r = i; r < i + STEP; r++) {
          add(sum[r], x[p][r], x[p], i, n);
        }
      }
    }
    for (; i < n; i++) {
      for (int p = 0; p < count; p++) {
        add(sum[i], x[p][i], x[p], i, n);
      }
    }
  }

  /// The same loop over rows that are their own weights, turned.
  private static void squareThree(double[][] sum, int i, double[][] x, int p, int n) {
    double[] x0 = x[p];
    double[] x1 = x[p + 1];
    double[] x2 = x[p + 2];
    double a00 = x0[i];
    double a01 = x1[i];
    double a02 = x2[i];
    double a10 = x0[i + 1];
    double a11 = x1[i + 1];
    double a12 = x2[i + 1];
    double a20 = x0[i + 2];
    double a21 = x1[i + 2];
    double a22 = x2[i + 2];
    double[] c0 = sum[i];
    double[] c1 = sum[i + 1];
    double[] c2 = sum[i + 2];
    for (int j = i; j < n; j++) {
      double y0 = x0[j];
      double y1 = x1[j];
      double y2 = x2[j];
      c0[j] = Math.fma(a02, y2, Math.fma(a01, y1, Math.fma(a00, y0, c0[j])));
      c1[j] = Math.fma(a12, y2, Math.fma(a11, y1, Math.fma(a10, y0, c1[j])));
      c2[j] = Math.fma(a22, y2, Math.fma(a21, y1, Math.fma(a20, y0, c2[j])));
    }
  }
}
