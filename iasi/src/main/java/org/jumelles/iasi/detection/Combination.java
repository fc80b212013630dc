package org.jumelles.iasi.detection;

/// Weighted sums of rows, the one operation behind scores, reconstructions and covariances:
///
/// ```text
/// out[p][j] += sum over k of weights[p][k] rows[k][j]
/// ```
///
/// The inner loop runs over j in plain arrays from index zero, eight rows at a time, which the
/// compiler turns into fused multiply-adds over whole vector registers.
final class Combination {
  private static final int ROWS_AT_ONCE = 8;

  private Combination() {}

  static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /// @param weights one array a result, each with one weight a row
  /// @param out one array a result, each as long as a row; must not be one of the rows
  static void add(double[][] weights, double[][] rows, double[][] out) {
    int k = 0;
    for (; k + ROWS_AT_ONCE <= rows.length; k += ROWS_AT_ONCE) {
      for (int p = 0; p < out.length; p++) {
        eight(weights[p], rows, k, out[p]);
      }
    }
    for (; k < rows.length; k++) {
      for (int p = 0; p < out.length; p++) {
        one(weights[p][k], rows[k], out[p]);
      }
    }
  }

  /// The same, as it is defined: the twin that the fast one is tested against.
  static void addPlainly(double[][] weights, double[][] rows, double[][] out) {
    for (int p = 0; p < out.length; p++) {
      for (int j = 0; j < out[p].length; j++) {
        double sum = 0;
        for (int k = 0; k < rows.length; k++) {
          sum += weights[p][k] * rows[k][j];
        }
        out[p][j] += sum;
      }
    }
  }

  private static void eight(double[] w, double[][] rows, int k, double[] out) {
    double w0 = w[k];
    double w1 = w[k + 1];
    double w2 = w[k + 2];
    double w3 = w[k + 3];
    double w4 = w[k + 4];
    double w5 = w[k + 5];
    double w6 = w[k + 6];
    double w7 = w[k + 7];
    double[] r0 = rows[k];
    double[] r1 = rows[k + 1];
    double[] r2 = rows[k + 2];
    double[] r3 = rows[k + 3];
    double[] r4 = rows[k + 4];
    double[] r5 = rows[k + 5];
    double[] r6 = rows[k + 6];
    double[] r7 = rows[k + 7];
    for (int j = 0; j < out.length; j++) {
      double high =
          Math.fma(
              w4, r4[j], Math.fma(w5, r5[j], Math.fma(w6, r6[j], Math.fma(w7, r7[j], out[j]))));
      out[j] =
          Math.fma(w0, r0[j], Math.fma(w1, r1[j], Math.fma(w2, r2[j], Math.fma(w3, r3[j], high))));
    }
  }

  private static void one(double weight, double[] row, double[] out) {
    for (int j = 0; j < out.length; j++) {
      out[j] = Math.fma(weight, row[j], out[j]);
    }
  }
}
