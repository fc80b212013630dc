package org.jumelles.ryugu.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The fast kernels give the bits of plain loops, over sizes that fit no tile.
class KernelTwinsTest {
  private static double[] numbers(int length, long seed) {
    Random random = new Random(seed);
    double[] numbers = new double[length];
    Arrays.setAll(numbers, k -> random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3));
    return numbers;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 31, 32, 33, 127, 128, 129, 300, 1000})
  void productsAreChainsInTheOrderOfTheBands(int count) {
    for (int bands : new int[] {1, 8, 15, 16, 17, 32, 35, 101}) {
      for (int vectors : new int[] {1, 2, 3, 10}) {
        double[] x = numbers(count * bands, 1);
        double[] rows = numbers(vectors * bands, 2);
        double[] found = new double[count * vectors];
        double[] plain = new double[count * vectors];
        Products.of(x, count, bands, rows, vectors, found);
        for (int i = 0; i < count; i++) {
          for (int j = 0; j < vectors; j++) {
            plain[i * vectors + j] = Products.dot(x, i * bands, rows, j * bands, bands);
          }
        }
        assertThat(found).as("%s bands, %s vectors", bands, vectors).isEqualTo(plain);
        Products.plainly(x, count, bands, rows, vectors, found);
        assertThat(found).isEqualTo(plain);
        assertThat(Products.isTurned(count, bands, vectors))
            .isEqualTo(count >= 32 && bands >= 32 && vectors > 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 15, 16, 17, 100})
  void projectionsAreChainsInTheOrderOfTheBands(int count) {
    for (int bands : new int[] {1, 3, 4, 9, 17, 24, 25, 55}) {
      double[] x = numbers(count * bands, 3);
      double[] origin = numbers(bands, 4);
      double[][] matrix = new double[bands][bands];
      for (int k = 0; k < bands; k++) {
        System.arraycopy(numbers(bands, 5 + k), k, matrix[k], k, bands - k);
      }
      double[][] wanted = new double[count][bands];
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < bands; j++) {
          for (int k = 0; k < bands; k++) {
            wanted[i][j] = Math.fma(x[i * bands + k] - origin[k], matrix[k][j], wanted[i][j]);
          }
        }
      }
      double[] squares = new double[count];
      for (int i = 0; i < count; i++) {
        squares[i] = Products.dot(wanted[i], 0, wanted[i], 0, bands);
      }
      assertThat(Projection.upper(origin, matrix).squares(x, count)).isEqualTo(squares);
      assertThat(Projection.upper(origin, matrix).of(x, count)).isDeepEqualTo(wanted);
      assertThat(new Projection(origin, matrix).of(x, count)).isDeepEqualTo(wanted);
    }
  }

  /// A value that is no number, wherever it stands, leaves no distance to be told.
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 25, 55})
  void whatIsNoNumberHasNoSquares(int bands) {
    double[][] matrix = new double[bands][bands];
    for (int k = 0; k < bands; k++) {
      System.arraycopy(numbers(bands, 5 + k), k, matrix[k], k, bands - k);
    }
    Projection projection = Projection.upper(new double[bands], matrix);
    for (double bad : new double[] {Double.NaN, 1 / 0.0, -1 / 0.0}) {
      for (int k = 0; k < bands; k++) {
        double[] x = numbers(2 * bands, 3);
        x[bands + k] = bad;
        double[] squares = projection.squares(x, 2);
        assertThat(squares[0]).isPositive();
        assertThat(squares[1]).isNaN();
      }
    }
  }

  /// The sums from the mean of the first block, spectra with no number left out.
  @ParameterizedTest
  @ValueSource(ints = {3, 7, 15, 16, 17, 24, 25, 26, 33, 100})
  void scatterIsASumInTheOrderOfTheSpectra(int count) {
    for (int bands : new int[] {3, 5, 6, 7, 16, 17, 31, 48, 55}) {
      scatterIsASumInTheOrderOfTheSpectra(count, bands);
    }
  }

  private static void scatterIsASumInTheOrderOfTheSpectra(int count, int bands) {
    double[] x = numbers(count * bands, 9);
    x[bands + 2] = Double.NaN;
    Scatter scatter = new Scatter(bands);
    scatter.add(x, count);
    assertThat(scatter.left()).isEqualTo(1);
    double[] origin = new double[bands];
    double[] sums = new double[bands];
    double[][] products = new double[bands][bands];
    for (int i = 0; i < count; i++) {
      for (int k = 0; i != 1 && k < bands; k++) {
        origin[k] += x[i * bands + k] / (count - 1);
      }
    }
    for (int i = 0; i < count; i++) {
      for (int k = 0; i != 1 && k < bands; k++) {
        double one = x[i * bands + k] - origin[k];
        sums[k] += one;
        for (int j = k; j < bands; j++) {
          products[k][j] = Math.fma(one, x[i * bands + j] - origin[j], products[k][j]);
        }
      }
    }
    double[][] covariance = scatter.covariance();
    for (int k = 0; k < bands; k++) {
      for (int j = k; j < bands; j++) {
        double wanted = (products[k][j] - sums[k] * sums[j] / (count - 1)) / (count - 2);
        assertThat(covariance[k][j]).isEqualTo(wanted);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 15, 16, 17, 1000})
  void oneValueThatIsNoNumberIsFoundWhereverItStands(int length) {
    double[] x = numbers(length + 2, 7);
    x[0] = Double.NaN;
    x[length + 1] = Double.NaN;
    assertThat(Products.allFinite(x, 1, length)).isTrue();
    for (int k = 1; k <= length; k++) {
      double kept = x[k];
      for (double bad : new double[] {Double.NaN, 1 / 0.0, -1 / 0.0}) {
        x[k] = bad;
        assertThat(Products.allFinite(x, 1, length)).isFalse();
      }
      x[k] = -Double.MAX_VALUE;
      assertThat(Products.allFinite(x, 1, length)).isTrue();
      x[k] = kept;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 8, 15, 16, 17, 50})
  void productsOfSquaresAreChainsWhateverIsZero(int n) {
    double[][] lower = new double[n][n];
    double[][] upper = new double[n][n];
    double[][] whole = new double[n][];
    for (int i = 0; i < n; i++) {
      whole[i] = numbers(n, 20 + i);
      System.arraycopy(numbers(n, 90 + i), 0, lower[i], 0, i + 1);
      System.arraycopy(numbers(n, 50 + i), i, upper[i], i, n - i);
    }
    double[][][] all = {lower, upper, whole};
    for (double[][] a : all) {
      for (double[][] b : all) {
        double[][] found = SquareProduct.of(a, b);
        for (int i = 0; i < n; i++) {
          for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
              sum = Math.fma(a[i][k], b[k][j], sum);
            }
            assertThat(found[i][j]).isEqualTo(sum);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 8, 15, 16, 17, 50})
  void inverseFactorsAreChainsInTheOrderOfTheRows(int n) {
    double[][] c = new double[n][n];
    Random random = new Random(n);
    for (int p = 0; p < 3 * n; p++) {
      double[] v = random.doubles(n, -1, 1).toArray();
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          c[i][j] += v[i] * v[j];
        }
      }
    }
    double[][] lower = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = c[j][i];
        for (int k = 0; k < j; k++) {
          sum = Math.fma(-lower[j][k], lower[i][k], sum);
        }
        lower[i][j] = j < i ? sum / lower[j][j] : Math.sqrt(sum);
      }
    }
    InverseFactor.Made made = InverseFactor.of(c, 1e-12);
    assertThat(made).isInstanceOf(InverseFactor.Made.Whole.class);
    double[][] inverse = ((InverseFactor.Made.Whole) made).rows();
    for (int i = 0; i < n; i++) {
      double[] row = new double[n];
      for (int k = 0; k < i; k++) {
        for (int j = 0; j <= k; j++) {
          row[j] = Math.fma(-lower[i][k], inverse[k][j], row[j]);
        }
      }
      for (int j = 0; j < n; j++) {
        double wanted = j < i ? row[j] * (1 / lower[i][i]) : j == i ? 1 / lower[i][i] : 0;
        assertThat(inverse[i][j]).isEqualTo(wanted);
      }
    }
  }
}
