package org.jumelles.ryugu.matrix;

/// One square matrix times another; zeros at the ends of rows cost nothing.
public final class SquareProduct {
  private SquareProduct() {}

  /// `out[i][j]` = sum over k of `a[i][k] * b[k][j]`, each a chain in the order of k.
  ///
  /// @param a all numbers, as b
  /// @return rows as long as they are needed, or longer
  public static double[][] of(double[][] a, double[][] b) {
    int n = a.length;
    int whole = n / Panels.STEP * Panels.STEP;
    double[][] out = Panels.rows(n, n);
    for (int k = 0; k < whole; k += Panels.STEP) {
      int from = Math.min(first(b[k], n), Math.min(first(b[k + 1], n), first(b[k + 2], n)));
      int to = Math.max(end(b[k], n), Math.max(end(b[k + 1], n), end(b[k + 2], n)));
      int i = 0;
      for (; i < whole; i += Panels.STEP) {
        if (counts(a, i, k)) {
          Panels.addThree(out, a, i, b, k, from, to);
        }
      }
      for (; i < n; i++) {
        for (int one = k; one < k + Panels.STEP; one++) {
          Panels.add(out[i], a[i][one], b[one], from, to);
        }
      }
    }
    for (int k = whole; k < n; k++) {
      for (int i = 0; i < n; i++) {
        Panels.add(out[i], a[i][k], b[k], 0, n);
      }
    }
    return out;
  }

  private static boolean counts(double[][] a, int from, int k) {
    for (int i = from; i < from + Panels.STEP; i++) {
      if (a[i][k] != 0 || a[i][k + 1] != 0 || a[i][k + 2] != 0) {
        return true;
      }
    }
    return false;
  }

  private static int first(double[] row, int n) {
    int first = 0;
    while (first < n && row[first] == 0) {
      first++;
    }
    return first;
  }

  private static int end(double[] row, int n) {
    int end = n;
    while (end > 0 && row[end - 1] == 0) {
      end--;
    }
    return end;
  }
}
