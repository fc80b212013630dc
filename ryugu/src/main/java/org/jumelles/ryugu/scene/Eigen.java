package org.jumelles.ryugu.scene;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/// Eigenvalues of a symmetric matrix, greatest first, with unit vectors whose largest element is
/// above zero.
///
/// @param values greatest first
/// @param vectors one row a value
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Eigen(double[] values, double[][] vectors) {

  static Eigen of(double[][] symmetric) {
    int n = symmetric.length;
    EigenDecomposition_F64<DMatrixRMaj> made = DecompositionFactory_DDRM.eig(n, true, true);
    if (!made.decompose(new DMatrixRMaj(symmetric))) {
      throw new IllegalArgumentException("eigenvalues that do not converge");
    }
    Integer[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -made.getEigenvalue(i).getReal()))
            .toArray(Integer[]::new);
    double[] values = new double[n];
    double[][] vectors = new double[n][];
    for (int i = 0; i < n; i++) {
      values[i] = made.getEigenvalue(order[i]).getReal();
      vectors[i] = upright(made.getEigenVector(order[i]).getData());
    }
    return new Eigen(values, vectors);
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
