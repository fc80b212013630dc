package org.jumelles.iasi.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jumelles.iasi.transfer.ApodisedNoise;

class NoiseCovarianceTest {
  /// Channels from 2143 cm-1 on; after every fifth one 0.5 cm-1 are left out where `gaps`.
  private static double[] channels(int count, boolean gaps) {
    double[] nu = new double[count];
    for (int i = 0; i < count; i++) {
      nu[i] = 2143 + 0.25 * i + (gaps ? 0.5 * (i / 5) : 0);
    }
    return nu;
  }

  private static double[] drawn(Random random, int count, double least) {
    double[] values = new double[count];
    Arrays.setAll(values, _ -> least + random.nextDouble());
    return values;
  }

  /// The plain twin: the whole matrix, its inverse, v' S^-1 v.
  private static double dense(double[] nu, double[] sigma, double[] alone, double[] v) {
    int n = nu.length;
    double[] r = ApodisedNoise.correlation(1000);
    DMatrixRMaj s = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int lag = (int) Math.round(Math.abs(nu[i] - nu[j]) / 0.25);
        s.set(i, j, r[lag] * sigma[i] * sigma[j] + (i == j ? alone[i] * alone[i] : 0));
      }
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(n);
    assertThat(solver.setA(s)).isTrue();
    DMatrixRMaj right = DMatrixRMaj.wrap(n, 1, v.clone());
    DMatrixRMaj x = new DMatrixRMaj(n, 1);
    solver.solve(right, x);
    return CommonOps_DDRM.dot(right, x);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 16, 17, 18, 154, 300})
  void theBandIsTheWholeMatrix(int n) {
    Random random = new Random(n);
    for (boolean gaps : new boolean[] {false, true}) {
      double[] nu = channels(n, gaps);
      double[] sigma = drawn(random, n, 0.5);
      double[] alone = drawn(random, n, 0.1);
      NoiseCovariance band = NoiseCovariance.apodised(nu, sigma, alone);
      assertThat(band.channels()).isEqualTo(n);
      double[] v = drawn(random, n, -0.5);
      double[] white = v.clone();
      band.whiten(white);
      double twin = dense(nu, sigma, alone, v);
      // Left out beyond 4 cm-1: correlations of up to 2e-5.
      assertThat(Arrays.stream(white).map(x -> x * x).sum()).isCloseTo(twin, within(2e-3 * twin));
      DMatrixRMaj columns = new DMatrixRMaj(n, 3);
      for (int i = 0; i < n; i++) {
        columns.set(i, 1, v[i]);
        columns.set(i, 2, -2 * v[i]);
      }
      band.whiten(columns);
      for (int i = 0; i < n; i++) {
        assertThat(columns.get(i, 0)).isZero();
        assertThat(columns.get(i, 1)).isCloseTo(white[i], within(1e-12 * (1 + Math.abs(white[i]))));
        assertThat(columns.get(i, 2)).isCloseTo(-2 * columns.get(i, 1), within(1e-9));
        double own = Math.hypot(sigma[i], alone[i]);
        assertThat(band.sigma(i)).isCloseTo(own, within(1e-12));
      }
    }
  }

  @Test
  void independentChannelsAreDivided() {
    double[] white = {2, 3, -8};
    NoiseCovariance.independent(new double[] {1, 2, 4}).whiten(white);
    assertThat(white).containsExactly(2, 1.5, -2);
  }

  /// Apodised noise alone, no other part: a matrix that is near to singular, and still positive.
  @Test
  void apodisedNoiseAloneIsPositive() {
    double[] one = new double[8461];
    Arrays.fill(one, 1);
    NoiseCovariance all = NoiseCovariance.apodised(channels(8461, false), one, new double[8461]);
    assertThat(all.sigma(4000)).isCloseTo(1, within(1e-9));
  }

  @Test
  void foldedWhiteNoiseIsSoCorrelated() {
    double[] r = ApodisedNoise.correlation(8);
    assertThat(r[1]).isCloseTo(0.7074, within(1e-4));
    assertThat(r[2]).isCloseTo(0.2499, within(1e-4));
    assertThat(r[3]).isCloseTo(0.0443, within(1e-4));
    double[] taps = ApodisedNoise.taps(16);
    for (int lag = 0; lag < 8; lag++) {
      double sum = 0;
      for (int i = 0; i + lag < taps.length; i++) {
        sum += taps[i] * taps[i + lag];
      }
      assertThat(sum).isCloseTo(r[lag], within(3e-4));
    }
  }

  @Test
  void whatIsNoNoiseIsRefused() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] sigma = {1, bad};
      assertThatThrownBy(() -> NoiseCovariance.independent(sigma))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("channel 1");
      assertThatThrownBy(
              () -> NoiseCovariance.apodised(channels(2, false), sigma, new double[] {0, 0}))
          .isInstanceOf(IllegalArgumentException.class);
    }
    double[] twice = {2143, 2143};
    assertThatThrownBy(
            () -> NoiseCovariance.apodised(twice, new double[] {1, 1}, new double[] {0, 0}))
        .hasMessageContaining("not positive");
  }
}
