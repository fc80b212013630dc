package org.jumelles.ryugu.scene;

import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// The inverse of a covariance's Cholesky factor.
final class Whitening {
  /// A band of which less than this part of its variance is its own is a mixture of the others.
  private static final double LEAST_OWN = 1e-12;

  private Whitening() {}

  /// M with M C M' = 1; lower triangular.
  ///
  /// @throws MalformedDataException naming the band that varies not at all, or only as others do
  static double[][] inverseFactor(String source, String what, double[][] c) {
    double[][] lower = factor(source, what, c);
    int n = c.length;
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      double[] row = inverse[i];
      for (int k = 0; k < i; k++) {
        double weight = -lower[i][k];
        double[] done = inverse[k];
        for (int j = 0; j <= k; j++) {
          row[j] = Math.fma(weight, done[j], row[j]);
        }
      }
      double diagonal = 1 / lower[i][i];
      for (int j = 0; j < i; j++) {
        row[j] *= diagonal;
      }
      row[i] = diagonal;
    }
    return inverse;
  }

  private static double[][] factor(String source, String what, double[][] c) {
    int n = c.length;
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = c[i][j];
        for (int k = 0; k < j; k++) {
          sum = Math.fma(-lower[i][k], lower[j][k], sum);
        }
        if (j < i) {
          lower[i][j] = sum / lower[j][j];
        } else if (sum > LEAST_OWN * c[i][i]) {
          lower[i][i] = Math.sqrt(sum);
        } else {
          throw new MalformedDataException(
              source,
              new Place.Path("good band " + (i + 1)),
              what,
              "bands that vary each on its own",
              c[i][i] > 0 ? "varies only as the bands before it do" : "does not vary at all");
        }
      }
    }
    return lower;
  }
}
