package org.jumelles.ryugu.scene;

import java.util.Arrays;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.matrix.Projection;
import org.jumelles.ryugu.matrix.Scatter;
import org.jumelles.ryugu.matrix.SquareProduct;

/// Directions in which a scene varies most.
///
/// @param mean of each band
/// @param trace the sum of all eigenvalues
/// @param eigenvalues greatest first: variances, or signal over noise
/// @param directions one row a component: what a spectrum less the mean is multiplied with
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Components(double[] mean, double trace, double[] eigenvalues, double[][] directions) {

  /// Principal components of the covariance.
  ///
  /// @throws MalformedDataException where there are fewer than two spectra of numbers
  public static Components principal(String source, Scatter scatter) {
    require(source, scatter);
    double[][] covariance = scatter.covariance();
    Eigen eigen = Eigen.of(covariance);
    return new Components(scatter.mean(), trace(covariance), eigen.values(), eigen.vectors());
  }

  /// Minimum noise fraction [Green1988]: components by variance over that of the noise.
  ///
  /// @param differences of neighbouring pixels; half of their second moment is the noise
  /// @throws MalformedDataException where a band has no noise, or is a mixture of the others
  public static Components byNoise(String source, Scatter scatter, Scatter differences) {
    require(source, scatter);
    require(source, differences);
    double[][] noise = differences.secondMoment();
    for (double[] row : noise) {
      for (int j = 0; j < row.length; j++) {
        row[j] /= 2;
      }
    }
    double[][] covariance = scatter.covariance();
    double[][] inverse = Whitening.inverseFactor(source, "noise covariance", noise);
    double[][] white = sandwich(inverse, covariance);
    Eigen eigen = Eigen.of(white);
    double[][] directions =
        Arrays.stream(SquareProduct.of(eigen.vectors(), inverse))
            .map(row -> Arrays.copyOf(row, covariance.length))
            .toArray(double[][]::new);
    return new Components(scatter.mean(), trace(white), eigen.values(), directions);
  }

  /// M C M' for a lower triangular M, the same to the bit on both sides of the diagonal.
  private static double[][] sandwich(double[][] m, double[][] c) {
    int n = c.length;
    double[][] turned = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k <= i; k++) {
        turned[k][i] = m[i][k];
      }
    }
    double[][] all = SquareProduct.of(SquareProduct.of(m, c), turned);
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        out[i][j] = all[i][j];
        out[j][i] = all[i][j];
      }
    }
    return out;
  }

  private static double trace(double[][] matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.length; i++) {
      sum += matrix[i][i];
    }
    return sum;
  }

  private static void require(String source, Scatter scatter) {
    if (scatter.count() < 2) {
      throw new MalformedDataException(
          source,
          new Place.Whole(),
          "spectra",
          "two or more without a value that is no number",
          scatter.count() + ", and " + scatter.left() + " with one");
    }
  }

  /// Coordinates along the first few components.
  public Projection projection(int components) {
    double[][] matrix = new double[mean.length][components];
    for (int k = 0; k < mean.length; k++) {
      for (int c = 0; c < components; c++) {
        matrix[k][c] = directions[c][k];
      }
    }
    return new Projection(mean, matrix);
  }

  /// How many eigenvalues are above a bound.
  public int above(double bound) {
    return (int) Arrays.stream(eigenvalues).filter(value -> value > bound).count();
  }
}
