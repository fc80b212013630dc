package org.jumelles.iasi.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PlanckTest {
  /// Tolerance 1e-12 K/K: some roundings of doubles, no more.
  @Property
  void temperatureInvertsRadiance(
      @ForAll @DoubleRange(min = 64_500, max = 276_000) double wavenumberPerM,
      @ForAll @DoubleRange(min = 150, max = 400) double temperatureK) {
    double radiance = Planck.radiance(wavenumberPerM, temperatureK);

    assertThat(Planck.temperatureK(wavenumberPerM, radiance))
        .isCloseTo(temperatureK, within(1e-12 * temperatureK));
  }

  @Property
  void aWarmerBodyIsBrighter(
      @ForAll @DoubleRange(min = 64_500, max = 276_000) double wavenumberPerM,
      @ForAll @DoubleRange(min = 150, max = 399) double temperatureK) {
    assertThat(Planck.radiance(wavenumberPerM, temperatureK + 1))
        .isGreaterThan(Planck.radiance(wavenumberPerM, temperatureK));
  }

  @Test
  void noRadianceHasNoTemperature() {
    assertThat(Planck.temperatureK(90_000, 0)).isNaN();
    assertThat(Planck.temperatureK(90_000, -1e-9)).isNaN();
    assertThat(Planck.temperatureK(90_000, Double.NaN)).isNaN();
  }

  /// First and second radiation constants as CODATA prints them: 1.191042972... e-16 W m2 sr-1 and
  /// 1.438776877... e-2 m K; ten digits.
  @Test
  void constantsAreThoseOfCodata() {
    assertThat(Planck.C1).isCloseTo(1.191042972e-16, within(1e-25));
    assertThat(Planck.C2).isCloseTo(1.438776877e-2, within(1e-11));
  }
}
