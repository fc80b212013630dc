package org.jumelles.iasi.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StatisticsTest {
  /// One-sided Clopper-Pearson limits by scipy 1.17: `beta.ppf(0.95, k + 1, n - k)`.
  @Test
  void upperBoundsAreThoseOfTheBetaDistribution() {
    assertThat(new FalseAlarms(0, 120).upperBound(0.95)).isCloseTo(0.024655401, within(1e-8));
    assertThat(new FalseAlarms(0, 120).upperBound(0.95))
        .isCloseTo(1 - Math.pow(0.05, 1 / 120.0), within(1e-12));
    assertThat(new FalseAlarms(1, 1).upperBound(0.95)).isEqualTo(1);
    assertThat(new FalseAlarms(3, 50).upperBound(0.95)).isCloseTo(BETA_3_OF_50, within(1e-8));
  }

  private static final double BETA_3_OF_50 = 0.14783717636418123;

  @Test
  void aFewPlumesDoNotMoveTheBackground() {
    double[] values = new double[1000];
    for (int i = 0; i < 1000; i++) {
      values[i] = i < 990 ? (i % 11) - 5 : 500;
    }
    values[17] = Double.NaN;
    Background background = Background.of(values);
    assertThat(background.centre()).isEqualTo(0);
    assertThat(background.spread()).isCloseTo(3 * 1.4826, within(1e-3));
    assertThat(background.count()).isEqualTo(999);
    assertThat(Background.of(new double[] {Double.NaN}).centre()).isNaN();
  }

  @Test
  void valuesThatAreNoNumbersAreNoSpectra() {
    FalseAlarms alarms = FalseAlarms.of(new double[] {1, 2, Double.NaN, 3}, 2);
    assertThat(alarms).isEqualTo(new FalseAlarms(2, 3));
  }
}
