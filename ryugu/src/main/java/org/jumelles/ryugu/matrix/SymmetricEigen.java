package org.jumelles.ryugu.matrix;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Eigenvalues of a symmetric matrix, greatest first, and unit eigenvectors at right angles.
///
/// Reflections make it tridiagonal, rotations after implicit shifts make that diagonal
/// [GolubVanLoan2013] (8.3): as exact as rounding of the greatest eigenvalue allows, also where
/// eigenvalues are equal. All long loops run along rows. Arrays are shared, not copied.
///
/// @param values greatest first
/// @param vectors one row a value
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record SymmetricEigen(double[] values, double[][] vectors) {

  /// @param symmetric square; of two elements that should be equal, either may be read
  /// @throws IllegalArgumentException where a value is no number
  public static SymmetricEigen of(double[][] symmetric) {
    int n = symmetric.length;
    double most = 0;
    for (double[] row : symmetric) {
      if (row.length != n || !Products.allFinite(row, 0, n)) {
        throw new IllegalArgumentException("eigenvalues of a matrix with values that are none");
      }
      for (double value : row) {
        most = Math.max(most, Math.abs(value));
      }
    }
    // A power of two near the greatest element: nothing overflows, and nothing is rounded by it.
    int exponent = most > 0 ? Math.getExponent(most) : 0;
    double[][] a = Panels.rows(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = Math.scalb(symmetric[i][j], -exponent);
      }
    }
    double[] diagonal = new double[n];
    double[] beside = new double[n];
    double[][] rows = Reflections.reduce(a, diagonal, beside);
    Rotations.diagonalise(diagonal, beside, rows);
    return sorted(diagonal, rows, exponent);
  }

  private static SymmetricEigen sorted(double[] diagonal, double[][] rows, int exponent) {
    int n = diagonal.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -diagonal[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    double[][] vectors = new double[n][];
    for (int i = 0; i < n; i++) {
      values[i] = Math.scalb(diagonal[order[i]], exponent);
      vectors[i] = Arrays.copyOf(rows[order[i]], n);
    }
    return new SymmetricEigen(values, vectors);
  }
}
