package org.jumelles.ryugu.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Eigenvalues beside those of EJML, and what eigenvectors are by definition.
class SymmetricEigenTest {
  /// Rounding of a sum over a row, in parts of the greatest eigenvalue and row.
  private static final double ROUNDING = 4e-16;

  /// Eigenvalues over so many decades, in a basis drawn by lot.
  private static double[][] drawn(Random random, int n, int decades) {
    double[][] a = new double[n][n];
    for (int c = 0; c < 2 * n; c++) {
      double[] v = random.doubles(n, -1, 1).toArray();
      double weight = Math.pow(10, -decades * random.nextDouble()) * (c % 3 == 0 ? -1 : 1);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          a[i][j] += weight * v[i] * v[j];
        }
      }
    }
    return a;
  }

  private static double[] byAnotherHand(double[][] a) {
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(a.length, false, true);
    assertThat(eigen.decompose(new DMatrixRMaj(a))).isTrue();
    double[] values = new double[a.length];
    Arrays.setAll(values, i -> -eigen.getEigenvalue(i).getReal());
    Arrays.sort(values);
    return Arrays.stream(values).map(v -> -v).toArray();
  }

  private static void holds(double[][] a) {
    int n = a.length;
    SymmetricEigen made = SymmetricEigen.of(a);
    double most = Math.max(Math.abs(made.values()[0]), Math.abs(made.values()[n - 1]));
    double bound = ROUNDING * 8 * (n + 8) * most;
    for (int c = 0; c < n; c++) {
      double[] v = made.vectors()[c];
      assertThat(v).hasSize(n);
      for (int i = 0; i < n; i++) {
        assertThat(Products.dot(a[i], 0, v, 0, n))
            .isCloseTo(made.values()[c] * v[i], within(bound));
      }
      for (int other = 0; other <= c; other++) {
        assertThat(Products.dot(v, 0, made.vectors()[other], 0, n))
            .isCloseTo(other == c ? 1 : 0, within(ROUNDING * 8 * (n + 8)));
      }
      assertThat(c == 0 || made.values()[c] <= made.values()[c - 1]).isTrue();
    }
  }

  @Property(tries = 60)
  void valuesAreThoseOfAnotherHandAndVectorsWhatTheyAreByDefinition(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = 0, max = 20) int decades) {
    double[][] a = drawn(new Random(seed), n, decades);
    holds(a);
    double[] wanted = byAnotherHand(a);
    double most = Arrays.stream(wanted).map(Math::abs).max().orElseThrow();
    assertThat(SymmetricEigen.of(a).values())
        .containsExactly(wanted, within(ROUNDING * 8 * (n + 8) * most));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 15, 16, 17, 100, 201})
  void awkwardSizes(int n) {
    holds(drawn(new Random(n), n, 6));
  }

  @Test
  void whatNeedsNoWorkAndWhatIsHardestToTellApart() {
    int n = 21;
    double[][] ones = new double[n][n];
    double[][] equal = new double[n][n];
    double[][] graded = new double[n][n];
    double[][] wilkinson = new double[n][n];
    double[][] faint = new double[n][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(ones[i], 1);
      equal[i][i] = 3;
      wilkinson[i][i] = Math.abs(i - 10);
      for (int j = 0; j < n; j++) {
        graded[i][j] = Math.pow(10, -(i + j)) * (i == j ? 2 : 1);
        faint[i][j] = i == j ? 1 : Math.pow(10, -150 - i - j);
      }
      if (i > 0) {
        wilkinson[i][i - 1] = 1;
        wilkinson[i - 1][i] = 1;
      }
    }
    holds(ones);
    holds(equal);
    holds(graded);
    holds(wilkinson);
    holds(faint);
    holds(new double[n][n]);
    assertThat(SymmetricEigen.of(ones).values()[0]).isCloseTo(n, within(1e-13));
    assertThat(SymmetricEigen.of(equal).values()).containsOnly(3);
    // Wilkinson's W21+: the two greatest differ in the fifteenth digit alone.
    assertThat(SymmetricEigen.of(wilkinson).values()[0])
        .isCloseTo(10.746194182903393, within(1e-14));
  }

  /// A power of two in the matrix is one in its values, to the bit, as far as numbers go.
  @ParameterizedTest
  @ValueSource(ints = {-1000, -500, 500, 1000})
  void neitherTheSmallestNorTheGreatestNumbersAreLost(int exponent) {
    double[][] a = drawn(new Random(9), 12, 1);
    SymmetricEigen near = SymmetricEigen.of(a);
    for (double[] row : a) {
      Arrays.setAll(row, j -> Math.scalb(row[j], exponent));
    }
    SymmetricEigen far = SymmetricEigen.of(a);
    for (int c = 0; c < 12; c++) {
      assertThat(far.values()[c]).isEqualTo(Math.scalb(near.values()[c], exponent));
      assertThat(far.vectors()[c]).isEqualTo(near.vectors()[c]);
    }
  }

  @Test
  void aValueThatIsNoNumberIsRefused() {
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      double[][] a = drawn(new Random(1), 5, 1);
      a[3][2] = bad;
      assertThatThrownBy(() -> SymmetricEigen.of(a))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("eigenvalues");
    }
  }
}
