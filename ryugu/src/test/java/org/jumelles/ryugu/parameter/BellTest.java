package org.jumelles.ryugu.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BellTest {
  /// StrictMath's exponential is itself within 1 ulp.
  private static double ulps(double z) {
    double wanted = StrictMath.exp(-0.5 * z * z);
    return Math.abs(Bell.at(z) - wanted) / Math.ulp(wanted);
  }

  @Test
  void isTheExponentialToTwoUnitsInTheLastPlace() {
    double worst = 0;
    for (int i = 0; i <= 200_000; i++) {
      worst = Math.max(worst, ulps(i * 37.6 / 200_000));
    }
    assertThat(worst).isLessThanOrEqualTo(2).isPositive();
  }

  @Property
  void isItForAnyNumber(@ForAll @DoubleRange(min = -37.6, max = 37.6) double z) {
    assertThat(ulps(z)).isLessThanOrEqualTo(2);
    assertThat(Bell.at(-z)).isEqualTo(Bell.at(z));
  }

  @Test
  void holdsAtTheEnds() {
    assertThat(Bell.at(0)).isEqualTo(1);
    assertThat(Bell.at(1e-200)).isEqualTo(1);
    for (double far : new double[] {38, 1e10, 1e200, Double.POSITIVE_INFINITY}) {
      assertThat(Bell.at(far)).isBetween(0.0, 1e-300);
    }
    assertThat(Bell.at(Double.NaN)).isNaN();
  }
}
