package org.jumelles.seis.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;

class EpicentreTest {
  private static final double LATITUDE = 4.502;
  private static final double LONGITUDE = 135.623;

  private static Density bell(double middle, double sigma, int count, double step) {
    double[] grid = new double[count];
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      grid[i] = i * step;
      double apart = (grid[i] - middle) / sigma;
      weights[i] = Math.exp(-0.5 * apart * apart);
    }
    return Density.of(grid, weights);
  }

  private static Epicentre epicentre(double distanceDeg, double azimuthDeg) {
    Distance distance =
        new Distance(
            bell(distanceDeg, 1, 1801, 0.1), Utc.parse("2022-05-04T23:23:07"), 5, "method");
    Density azimuth = bell(azimuthDeg, 10, 361, 1);
    return Epicentre.of(
        LATITUDE, LONGITUDE, distance, new BackAzimuth(azimuth, azimuthDeg, 10, 0.9, 25, 0.9, 0));
  }

  /// The service's own epicentre of S1222a: 37.01 degrees at 101 degrees.
  @Test
  void theGreatestQuakeIsWhereTheServicePutIt() {
    Epicentre found = epicentre(37.01, 101);
    assertThat(found.latitudeDeg()).isCloseTo(-3.0, within(0.1));
    assertThat(found.longitudeDeg()).isCloseTo(171.9, within(0.1));
  }

  /// The way back by the cosines of the sphere.
  @Property(tries = 50)
  void thePlaceIsAsFarAsItWasSaid(
      @ForAll @DoubleRange(min = 5, max = 150) double distanceDeg,
      @ForAll @DoubleRange(min = 30, max = 330) double azimuthDeg) {
    Epicentre.Point to = Epicentre.destination(LATITUDE, LONGITUDE, distanceDeg, azimuthDeg);
    double cosine =
        Math.sin(Math.toRadians(LATITUDE)) * Math.sin(Math.toRadians(to.latitudeDeg()))
            + Math.cos(Math.toRadians(LATITUDE))
                * Math.cos(Math.toRadians(to.latitudeDeg()))
                * Math.cos(Math.toRadians(to.longitudeDeg() - LONGITUDE));
    assertThat(Math.toDegrees(Math.acos(cosine))).isCloseTo(distanceDeg, within(1e-6));
  }

  @Test
  void theRegionHoldsWhatItSaysAndIsClosed() {
    Epicentre found = epicentre(37.01, 101);
    assertThat(found.share()).isCloseTo(0.68, within(0.02));
    assertThat(found.region().getFirst()).isEqualTo(found.region().getLast());
    assertThat(found.transverseSigmaDeg()).isCloseTo(6.02, within(0.05));
    // Two independent bells hold 68 % within 1.51 sigmas.
    double farthest =
        found.region().stream().mapToDouble(p -> degreesFromStation(p)).max().orElseThrow();
    assertThat(farthest).isCloseTo(37.01 + 1.51, within(0.15));
  }

  @Test
  void aRegionAcrossNorthIsOne() {
    Epicentre found = epicentre(30, 2);
    assertThat(found.region()).hasSizeGreaterThan(20);
    assertThat(found.share()).isGreaterThan(0.3);
  }

  private static double degreesFromStation(Epicentre.Point point) {
    double cosine =
        Math.sin(Math.toRadians(LATITUDE)) * Math.sin(Math.toRadians(point.latitudeDeg()))
            + Math.cos(Math.toRadians(LATITUDE))
                * Math.cos(Math.toRadians(point.latitudeDeg()))
                * Math.cos(Math.toRadians(point.longitudeDeg() - LONGITUDE));
    return Math.toDegrees(Math.acos(cosine));
  }
}
