package org.jumelles.ryugu.scene;

import java.util.Arrays;
import org.jumelles.ryugu.matrix.SymmetricEigen;

/// Eigenvalues of a symmetric matrix, greatest first, with unit vectors whose largest element is
/// above zero.
///
/// @param values greatest first
/// @param vectors one row a value
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Eigen(double[] values, double[][] vectors) {

  static Eigen of(double[][] symmetric) {
    SymmetricEigen made = SymmetricEigen.of(symmetric);
    double[][] vectors = Arrays.stream(made.vectors()).map(Eigen::upright).toArray(double[][]::new);
    return new Eigen(made.values(), vectors);
  }

  private static double[] upright(double[] vector) {
    double most = 0;
    for (double v : vector) {
      most = Math.abs(v) > Math.abs(most) ? v : most;
    }
    double sign = most < 0 ? -1 : 1;
    return Arrays.stream(vector).map(v -> sign * v).toArray();
  }
}
