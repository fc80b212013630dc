package org.jumelles.iasi.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollocationTest {
  private static final double[] HPA = {900, 500, 200};
  private static final double[] AIR = {1e5, 1e5, 5e4};

  /// Observations along a meridian with shares of 1e-7 times their factor, one kernel for all.
  private static ColumnSet set(double[] lat, double[] seconds, double[] factors, double kernel) {
    int n = lat.length;
    double[][] partial = new double[n][3];
    double[] column = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < 3; j++) {
        partial[i][j] = 1e-7 * factors[i] * AIR[j];
        column[i] += partial[i][j];
      }
    }
    double[][] kernels = new double[n][3];
    double[][] hPa = new double[n][];
    double[][] air = new double[n][];
    double[][] prior = new double[n][3];
    for (int i = 0; i < n; i++) {
      Arrays.fill(kernels[i], kernel);
      hPa[i] = HPA;
      air[i] = AIR;
      Arrays.setAll(prior[i], j -> 1e-7 * AIR[j]);
    }
    return new ColumnSet(
        "made",
        "CO",
        lat,
        new double[n],
        seconds,
        column,
        new double[n],
        new double[n],
        kernels,
        hPa,
        partial,
        prior,
        air);
  }

  @Test
  void theNearestWithinBothLimitsIsTaken() {
    ColumnSet first = set(new double[] {0, 10, 20}, new double[] {0, 0, 0}, ones(3), 1);
    ColumnSet second =
        set(new double[] {0.2, -0.1, 10.1, 20.05}, new double[] {0, 60, 9999, 0}, ones(4), 1);

    List<Collocation.Pair> pairs = Collocation.of(first, second, 25, 3600, false);

    assertThat(pairs).extracting(Collocation.Pair::first).containsExactly(0, 2);
    assertThat(pairs).extracting(Collocation.Pair::second).containsExactly(1, 3);
    assertThat(pairs.getFirst().km()).isCloseTo(11.12, within(0.01));
    assertThat(pairs.getFirst().seconds()).isEqualTo(60);
    assertThatThrownBy(() -> Collocation.of(first, second, 0, 1, false))
        .hasMessageContaining("limits of 0");
  }

  @Test
  void aPerfectKernelChangesNothingAndABlindOneGivesThePrior() {
    SharesByPressure same = SharesByPressure.of(HPA, new double[] {2e-7, 2e-7, 2e-7});
    ColumnSet perfect = set(new double[] {0}, new double[] {0}, new double[] {2}, 1);
    assertThat(perfect.smoothed(0, same)).isCloseTo(perfect.column()[0], within(1e-12));
    assertThat(perfect.unsmoothed(0, same)).isCloseTo(2e-7 * 2.5e5, within(1e-12));
    // A blind retrieval finds its prior, whatever the truth.
    ColumnSet blind = set(new double[] {0}, new double[] {0}, new double[] {1}, 0);
    assertThat(blind.smoothed(0, same)).isCloseTo(1e-7 * 2.5e5, within(1e-12));
    // Half blind about the prior: half of the logarithm, to first order.
    ColumnSet half = set(new double[] {0}, new double[] {0}, new double[] {1}, 0.5);
    assertThat(half.smoothed(0, same)).isCloseTo(2.5e-2 * (1 + 0.5 * Math.log(2)), within(1e-12));
  }

  @Test
  void smoothingTakesThePriorsPullOutOfTheBias() {
    // True factors t; retrieved with kernel 1/2 in logarithms: sqrt(t).
    double[] truth = {0.8, 1.0, 1.2, 1.5};
    double[] found = Arrays.stream(truth).map(Math::sqrt).toArray();
    double[] lat = {0, 10, 20, 30};
    ColumnSet first = set(lat, new double[4], found, 0.5);
    ColumnSet second = set(lat, new double[4], truth, 1);
    List<Collocation.Pair> pairs = Collocation.of(first, second, 10, 10, false);

    assertThat(Collocation.agreement(first, second, pairs, true).bias()).isCloseTo(0, within(1e-9));
    double bias = Arrays.stream(truth).map(t -> Math.sqrt(t) / t - 1).sum() / 4;
    assertThat(Collocation.agreement(first, second, pairs, false).bias())
        .isCloseTo(bias, within(1e-9));
    assertThat(Collocation.agreement(first, second, pairs, true).correlation())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void sharesAreHeldBeyondTheirEnds() {
    SharesByPressure shares =
        SharesByPressure.of(new double[] {100, 1000}, new double[] {1e-8, 1e-6});
    assertThat(shares.at(50)).isCloseTo(1e-8, within(1e-20));
    assertThat(shares.at(Math.sqrt(1e5))).isCloseTo(1e-7, within(1e-18));
    assertThatThrownBy(() -> SharesByPressure.of(new double[] {1}, new double[] {0}))
        .hasMessageContaining("a share of 0.0 at 1.0 hPa");
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
