package org.jumelles.ryugu.unmixing;

import java.util.Arrays;

/// The plain twin: every set of columns in turn, by elimination with pivots; the best that is
/// feasible.
final class Exhaustion {
  private Exhaustion() {}

  static double[] solve(double[][] rows, double[] x, boolean sumToOne, double penalty) {
    int p = rows.length;
    double[] best = new double[p];
    double least = sumToOne ? Double.POSITIVE_INFINITY : value(rows, x, best, penalty);
    for (int set = 1; set < 1 << p; set++) {
      double[] a = onSet(rows, x, set, sumToOne, penalty);
      if (Arrays.stream(a).allMatch(v -> v >= 0)) {
        double value = value(rows, x, a, penalty);
        if (value < least) {
          least = value;
          best = a;
        }
      }
    }
    return best;
  }

  static double value(double[][] rows, double[] x, double[] a, double penalty) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      double r = x[k];
      for (int j = 0; j < a.length; j++) {
        r -= a[j] * rows[j][k];
      }
      sum += r * r / 2;
    }
    return sum + penalty * Arrays.stream(a).sum();
  }

  private static double[] onSet(
      double[][] rows, double[] x, int set, boolean sumToOne, double penalty) {
    int[] in =
        java.util.stream.IntStream.range(0, rows.length).filter(j -> (set >> j & 1) == 1).toArray();
    int n = in.length + (sumToOne ? 1 : 0);
    double[][] m = new double[n][n + 1];
    for (int i = 0; i < in.length; i++) {
      for (int j = 0; j < in.length; j++) {
        m[i][j] = dot(rows[in[i]], rows[in[j]]);
      }
      m[i][n] = dot(rows[in[i]], x) - penalty;
      if (sumToOne) {
        m[i][n - 1] = 1;
        m[n - 1][i] = 1;
      }
    }
    if (sumToOne) {
      m[n - 1][n] = 1;
    }
    double[] z = eliminate(m);
    double[] a = new double[rows.length];
    for (int i = 0; i < in.length; i++) {
      a[in[i]] = z[i];
    }
    return a;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static double[] eliminate(double[][] m) {
    int n = m.length;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int r = c; r < n; r++) {
        pivot = Math.abs(m[r][c]) > Math.abs(m[pivot][c]) ? r : pivot;
      }
      double[] swap = m[c];
      m[c] = m[pivot];
      m[pivot] = swap;
      for (int r = 0; r < n; r++) {
        if (r != c) {
          double factor = m[r][c] / m[c][c];
          for (int k = c; k <= n; k++) {
            m[r][k] -= factor * m[c][k];
          }
        }
      }
    }
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      z[i] = m[i][n] / m[i][i];
    }
    return z;
  }
}
