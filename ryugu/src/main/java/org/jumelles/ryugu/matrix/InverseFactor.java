package org.jumelles.ryugu.matrix;

/// The inverse of a covariance's Cholesky factor [GolubVanLoan2013] (4.2.5), row by row.
public final class InverseFactor {
  private InverseFactor() {}

  /// Either M, or where there is none.
  public sealed interface Made {
    /// M with M C M' = 1, lower triangular; rows as long as they are needed, or longer.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Whole(double[][] rows) implements Made {}

    /// @param row the first, from zero, of which the rows before leave less than they may
    record Dependent(int row) implements Made {}
  }

  /// @param leastOwn the part of a diagonal element that the rows before must leave of it
  public static Made of(double[][] c, double leastOwn) {
    int n = c.length;
    double[][] upper = Panels.rows(n, n);
    double[] weights = new double[n];
    for (int k = 0; k < n; k++) {
      double[] row = upper[k];
      System.arraycopy(c[k], k, row, k, n - k);
      for (int i = 0; i < k; i++) {
        weights[i] = -upper[i][k];
      }
      Panels.addAll(row, weights, upper, k, k, n);
      if (!(row[k] > leastOwn * c[k][k])) {
        return new Made.Dependent(k);
      }
      double diagonal = Math.sqrt(row[k]);
      for (int j = k + 1; j < n; j++) {
        row[j] /= diagonal;
      }
      row[k] = diagonal;
    }
    return new Made.Whole(inverse(upper, weights));
  }

  private static double[][] inverse(double[][] upper, double[] weights) {
    int n = upper.length;
    double[][] inverse = Panels.rows(n, n);
    for (int i = 0; i < n; i++) {
      double[] row = inverse[i];
      for (int k = 0; k < i; k++) {
        weights[k] = -upper[k][i];
      }
      // Of a row done, all behind its diagonal is zero.
      Panels.addAll(row, weights, inverse, i, 0, i);
      double diagonal = 1 / upper[i][i];
      for (int j = 0; j < i; j++) {
        row[j] *= diagonal;
      }
      row[i] = diagonal;
    }
    return inverse;
  }
}
