package org.jumelles.seis.glitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The fast sums against plain elimination on the full matrix.
class StepKernelsTest {
  @ParameterizedTest
  @ValueSource(ints = {300, 301, 307, 315, 316, 1000, 1201})
  void allOnsetsAtOnceAreTheSameAsOneByOne(int samples) {
    Bench bench = new Bench(samples, samples, 50).with(samples / 2.0, 0, 1e-7, 1e-7, 1e-7);
    GlitchModel model = bench.sensors.getFirst().model();
    SlidingStep sliding = new SlidingStep(model);
    double[] fast = sliding.all(bench.counts[0]);
    double[] some = new double[samples];
    sliding.some(bench.counts[0], 0, samples, some);
    int before = StepFit.before(Bench.RATE_HZ);
    int n = StepFit.count(Bench.RATE_HZ);
    int at = model.before() - before;
    int compared = 0;
    for (int onset = before; onset + n - before <= samples; onset += 13) {
      double[] plain =
          plain(bench.counts[0], onset - before, n, column(model.glitchOfPhase(0), at, n));
      // 1e-6 of the glitch: the transform rounds at 1e-16 of the greatest count.
      assertThat(fast[onset]).isCloseTo(plain[2], within(1e-13));
      assertThat(some[onset]).isCloseTo(plain[2], within(1e-13));
      compared++;
    }
    assertThat(compared).isPositive();
    assertThat(fast[before - 1]).isZero();
    assertThat(sliding.all(new double[299])).containsOnly(0);
  }

  @Test
  void fitsAsPlainEliminationDoes() {
    Bench bench = new Bench(9, 1000, 50).with(500.4, 0.03, 1e-7, 1e-7, 1e-7);
    GlitchModel model = bench.sensors.getFirst().model();
    int n = StepFit.count(Bench.RATE_HZ);
    int at = model.before() - StepFit.before(Bench.RATE_HZ);
    double[] glitch = model.glitch(0.4);
    double[] spike = model.spike(0.4);
    StepFit fit = StepFit.of(bench.counts[0], 450, n, glitch, at, spike, at - 3);
    double[] plain =
        plain(bench.counts[0], 450, n, column(glitch, at, n), column(spike, at - 3, n));
    assertThat(fit.glitch()).isCloseTo(plain[2], within(1e-15));
    assertThat(fit.spike()).isCloseTo(plain[3], within(1e-17));
    assertThat(fit.residual() / plain[4]).isCloseTo(1, within(1e-9));
    StepFit alone = StepFit.of(bench.counts[0], 450, n, glitch, at, StepFit.NO_SPIKE, 0);
    double[] without = plain(bench.counts[0], 450, n, column(glitch, at, n));
    assertThat(alone.glitch()).isCloseTo(without[2], within(1e-15));
    assertThat(alone.residual() / without[3]).isCloseTo(1, within(1e-9));
  }

  @Test
  void anOnsetBetweenTwoSamplesIsExact() {
    GlitchModel model = GlitchModel.of(Bench.response(), Bench.RATE_HZ);
    double[] whole = model.glitch(1);
    double[] next = model.glitch(0);
    // 1e-8 of the greatest: each phase has its own level, measured where the step is over.
    for (int i = 1; i < whole.length; i++) {
      assertThat(whole[i]).isCloseTo(next[i - 1], within(1e3));
    }
    assertThat(java.util.Arrays.stream(whole).max().orElseThrow()).isGreaterThan(1e10);
  }

  @Test
  void polarisationOfALineAndOfABall() {
    double[] x = {1, -1, 0, 0, 0, 0};
    double[] y = {0, 0, 1, -1, 0, 0};
    double[] z = {0, 0, 0, 0, 1, -1};
    assertThat(Polarisation.of(x, y, z)).isCloseTo(0, within(1e-12));
    assertThat(Polarisation.of(x, x, x)).isCloseTo(1, within(1e-12));
    assertThat(Polarisation.of(new double[4], new double[4], new double[4])).isZero();
  }

  private static double[] column(double[] wave, int at, int n) {
    return java.util.Arrays.copyOfRange(wave, at, at + n);
  }

  /// Offset, slope and the columns by Gauss' elimination on the normal equations; then the residual
  /// sum of squares.
  private static double[] plain(double[] counts, int from, int n, double[]... columns) {
    int m = columns.length + 2;
    double[][] a = new double[m][m + 1];
    double[] scale = new double[m];
    for (int r = 0; r < m; r++) {
      for (int j = 0; j < n; j++) {
        scale[r] = Math.max(scale[r], Math.abs(term(r, j, n, columns)));
      }
    }
    for (int r = 0; r < m; r++) {
      for (int j = 0; j < n; j++) {
        double left = term(r, j, n, columns) / scale[r];
        for (int c = 0; c < m; c++) {
          a[r][c] += left * term(c, j, n, columns) / scale[c];
        }
        a[r][m] += left * (counts[from + j] - counts[from]);
      }
    }
    for (int p = 0; p < m; p++) {
      for (int r = 0; r < m; r++) {
        double factor = r == p ? 0 : a[r][p] / a[p][p];
        for (int c = p; c <= m; c++) {
          a[r][c] -= factor * a[p][c];
        }
      }
    }
    double[] solution = new double[m + 1];
    for (int r = 0; r < m; r++) {
      solution[r] = a[r][m] / a[r][r] / scale[r];
    }
    for (int j = 0; j < n; j++) {
      double left = counts[from + j] - counts[from];
      for (int r = 0; r < m; r++) {
        left -= solution[r] * term(r, j, n, columns);
      }
      solution[m] += left * left;
    }
    return solution;
  }

  private static double term(int row, int j, int n, double[][] columns) {
    return row == 0 ? 1 : row == 1 ? j - n / 2.0 : columns[row - 2][j];
  }
}
