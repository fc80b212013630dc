package org.jumelles.kernel.sphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ArcTest {
  private static final Percentage LAST_DIGITS = Percentage.withPercentage(1e-13);

  /// Vincenty's form for a sphere (1975, equation 17 and on, with no flattening).
  private static double vincenty(double lat1, double lon1, double lat2, double lon2) {
    double a = Math.toRadians(lat1);
    double b = Math.toRadians(lat2);
    double east = Math.toRadians(lon2 - lon1);
    double across =
        Math.hypot(
            Math.cos(b) * Math.sin(east),
            Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(east));
    return Math.atan2(
        across, Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(east));
  }

  @Property(tries = 2000)
  void itIsVincentys(
      @ForAll @DoubleRange(min = -90, max = 90) double lat1,
      @ForAll @DoubleRange(min = -180, max = 360) double lon1,
      @ForAll @DoubleRange(min = -90, max = 90) double lat2,
      @ForAll @DoubleRange(min = -180, max = 360) double lon2) {
    double arc = Arc.rad(lat1, lon1, lat2, lon2);
    assertThat(arc).isBetween(0.0, Math.PI);
    assertThat(arc).isCloseTo(vincenty(lat1, lon1, lat2, lon2), within(1e-14));
    assertThat(Arc.rad(lat2, lon2, lat1, lon1)).isCloseTo(arc, within(1e-15));
  }

  @Property
  void alongAMeridianItIsTheDifferenceOfLatitudesHoweverSmall(
      @ForAll @DoubleRange(min = -89, max = 89) double latitude,
      @ForAll @IntRange(max = 9) int digits) {
    double there = latitude + Math.pow(10, -digits);
    assertThat(Arc.deg(latitude, 17, there, 17)).isCloseTo(there - latitude, LAST_DIGITS);
    // From the antipode it is what is left of half a circle.
    double left = 180 - Arc.deg(-latitude, -163, there, 17);
    assertThat(left).isCloseTo(there - latitude, within(1e-13));
  }

  @Test
  void quartersAndHalvesAreThat() {
    assertThat(Arc.deg(0, 0, 0, 90)).isCloseTo(90, within(1e-13));
    assertThat(Arc.deg(90, 0, -90, 123)).isCloseTo(180, within(1e-13));
    assertThat(Arc.deg(0, -180, 0, 180)).isCloseTo(0, within(1e-13));
    assertThat(Arc.deg(12, 34, 12, 34)).isZero();
    assertThat(Arc.deg(12, Double.NaN, 12, 34)).isNaN();
  }
}
