package org.jumelles.iasi.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class RangeIndexTest {
  private static final int CHANNELS = 60;
  private static final int FROM = 20;
  private static final int USED = 30;
  private final BandBasis basis = Bases.of(2000, CHANNELS, 12, 9);

  private double[] target(long seed) {
    Random random = new Random(seed);
    return random.doubles(USED, -1e-6, 1e-6).toArray();
  }

  /// S written out and inverted whole, without Woodbury: the oracle.
  private DMatrixRMaj covariance() {
    DMatrixRMaj s = CommonOps_DDRM.identity(USED);
    for (int v = 0; v < basis.size(); v++) {
      for (int i = 0; i < USED; i++) {
        for (int j = 0; j < USED; j++) {
          double product = basis.vectors()[v][FROM + i] * basis.vectors()[v][FROM + j];
          s.add(i, j, (basis.eigenvalues()[v] - 1) * product);
        }
      }
    }
    return s;
  }

  @Test
  void woodburyEqualsTheInverseWrittenOut() {
    double[] target = target(1);
    DMatrixRMaj inverse = covariance();
    assertThat(CommonOps_DDRM.invert(inverse)).isTrue();
    DMatrixRMaj k = new DMatrixRMaj(USED, 1);
    for (int i = 0; i < USED; i++) {
      k.set(i, 0, target[i] / basis.noise()[FROM + i]);
    }
    DMatrixRMaj solved = new DMatrixRMaj(USED, 1);
    CommonOps_DDRM.mult(inverse, k, solved);
    double norm = CommonOps_DDRM.dot(k, solved);
    double[] y = new Random(2).doubles(CHANNELS, -5, 5).toArray();
    double expected = 0;
    for (int i = 0; i < USED; i++) {
      expected += solved.get(i, 0) * y[FROM + i] / Math.sqrt(norm);
    }
    RangeIndex index = new RangeIndex(basis, 2000 + FROM, target);
    assertThat(index.of(new double[][] {y})[0]).isCloseTo(expected, within(1e-9));
  }

  /// Spectra drawn from S itself have an index of mean 0 and spread 1.
  @Test
  void ordinarySpectraHaveASpreadOfOne() {
    RangeIndex index = new RangeIndex(basis, 2000 + FROM, target(3));
    Random random = new Random(3);
    int n = 4000;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double[] y = random.doubles(CHANNELS).map(_ -> random.nextGaussian()).toArray();
      for (int v = 0; v < basis.size(); v++) {
        double score = random.nextGaussian() * Math.sqrt(basis.eigenvalues()[v] - 1);
        for (int c = 0; c < CHANNELS; c++) {
          y[c] += score * basis.vectors()[v][c];
        }
      }
      double value = index.of(new double[][] {y})[0];
      squares += value * value;
    }
    // Four standard deviations of a variance from 4000 draws.
    assertThat(squares / n).isCloseTo(1, within(4 * Math.sqrt(2.0 / n)));
  }

  @Test
  void theMultipleOfATargetMakesNoDifference() {
    double[] target = target(4);
    double[] tenfold = target.clone();
    for (int i = 0; i < tenfold.length; i++) {
      tenfold[i] *= 10;
    }
    double[][] y = {new Random(5).doubles(CHANNELS, -5, 5).toArray()};
    assertThat(new RangeIndex(basis, 2020, tenfold).of(y)[0])
        .isCloseTo(new RangeIndex(basis, 2020, target).of(y)[0], within(1e-9));
  }

  @Test
  void whatCannotBeATargetIsRefused() {
    assertThatThrownBy(() -> new RangeIndex(basis, 1999, target(1))).hasMessageContaining("1999");
    assertThatThrownBy(() -> new RangeIndex(basis, 2040, target(1))).hasMessageContaining("2069");
    assertThatThrownBy(() -> new RangeIndex(basis, 2000, new double[USED]))
        .hasMessageContaining("changes nothing");
    double[] broken = target(1);
    broken[3] = Double.NaN;
    assertThatThrownBy(() -> new RangeIndex(basis, 2000, broken)).hasMessageContaining("channel 4");
  }
}
