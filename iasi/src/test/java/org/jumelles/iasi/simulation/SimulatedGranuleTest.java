package org.jumelles.iasi.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jumelles.iasi.detection.Alert;
import org.jumelles.iasi.detection.AlertSettings;
import org.jumelles.iasi.detection.PlumeKind;
import org.jumelles.iasi.detection.Survey;
import org.jumelles.iasi.spectrum.Geometry;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;

class SimulatedGranuleTest {
  private static SimulatedGranule granule(long seed, int lines, int plumes) {
    return new SimulatedGranule(
        new Plan(seed, Utc.parse("2026-06-21T09:00:00"), lines, plumes, Optional.empty()));
  }

  private static ScanLine line(SimulatedGranule granule, int number) {
    return granule.line(number).found().orElseThrow();
  }

  @Test
  void theSamePlanGivesTheSameIntegers() {
    ScanLine one = line(granule(3, 4, 1), 2);
    ScanLine two = line(granule(3, 4, 1), 2);
    assertThat(one.counts()).isEqualTo(two.counts());
    assertThat(line(granule(4, 4, 1), 2).counts()).isNotEqualTo(one.counts());
  }

  /// The real line of 2012-11-02 has zenith angles of 56.84 and 58.57 (view 0), 1.34 and 2.64 (view
  /// 14) degrees for pixels 0 and 3, seen from 830 km over the pole; here the height is 817 km.
  @Test
  void anglesAreThoseOfTheRealScan() {
    Geometry geometry = granule(1, 1, 0).geometry(0);
    double[] zenith = geometry.satelliteZenithDeg();
    assertThat(zenith[0]).isCloseTo(56.84, within(0.5));
    assertThat(zenith[3]).isCloseTo(58.57, within(0.5));
    assertThat(zenith[4 * 14]).isCloseTo(1.34, within(0.15));
    assertThat(zenith[4 * 14 + 3]).isCloseTo(2.64, within(0.15));
    assertThat(zenith[4 * 29]).isCloseTo(58.64, within(0.5));
  }

  /// 9:30 at the descending node means 9:30 local solar time near the equator on the day side.
  @Test
  void theDescendingNodeIsAtHalfPastNine() {
    SimulatedGranule granule = granule(1, 760, 0);
    int crossings = 0;
    for (int i = 1; i < 760; i++) {
      Geometry before = granule.geometry(i - 1);
      Geometry now = granule.geometry(i);
      int nadir = 4 * 14;
      if (before.latitudeDeg()[nadir] > 0 && now.latitudeDeg()[nadir] <= 0) {
        ScanLineTime time = ScanLineTime.of(granule, i, now.longitudeDeg()[nadir]);
        // The equation of time at the solstice is two minutes, the view one degree off nadir.
        assertThat(time.localHours()).isCloseTo(9.5, within(0.1));
        crossings++;
      }
    }
    assertThat(crossings).isEqualTo(1);
  }

  /// Local mean solar time.
  private record ScanLineTime(double localHours) {
    static ScanLineTime of(SimulatedGranule granule, int line, double longitudeDeg) {
      double start = 9 + line * 8 / 3600.0;
      double local = start + longitudeDeg / 15;
      return new ScanLineTime(local - 24 * Math.floor(local / 24));
    }
  }

  @Test
  void noiseIsAsLargeAndAsCorrelatedAsPromised() {
    InstrumentNoise noise = new InstrumentNoise();
    Random random = new Random(1);
    float[] white = new float[InstrumentNoise.room()];
    double[] products = new double[4];
    double sigma = 0;
    int draws = 3000;
    for (int i = 0; i < draws; i++) {
      float[] radiance = new float[8461];
      noise.add(random, white, radiance);
      sigma += radiance[2905] * (double) radiance[2905];
      for (int lag = 0; lag < 4; lag++) {
        products[lag] += radiance[2905] * (double) radiance[2905 + lag];
      }
    }
    // 1371.25 cm-1: 0.044 K at 280 K; dB/dT there by Planck's law.
    double slope =
        org.jumelles.iasi.calibration.Planck.radiance(137_125, 280.5)
            - org.jumelles.iasi.calibration.Planck.radiance(137_125, 279.5);
    double statistical = 4 / Math.sqrt(2.0 * draws);
    assertThat(Math.sqrt(sigma / draws) / (0.044 * slope)).isCloseTo(1, within(statistical));
    double wide = 5 / Math.sqrt(draws);
    assertThat(products[1] / products[0]).isCloseTo(0.707, within(wide));
    assertThat(products[2] / products[0]).isCloseTo(0.25, within(wide));
    assertThat(products[3] / products[0]).isCloseTo(0.044, within(wide));
  }

  /// Each strong plume is found with its kind where it truly is, and nothing else is.
  @Test
  void strongPlumesAreFoundAndNamed() {
    SimulatedGranule granule = granule(8, 60, 6);
    Survey survey = new Survey(AlertSettings.STANDARD);
    for (int i = 0; i < 60; i++) {
      survey.add(line(granule, i), Map.of(), Optional.empty());
    }
    List<Alert> alerts = survey.alerts();
    for (Alert alert : alerts) {
      Alert.Pixel top = alert.pixels().getFirst();
      boolean isTrue =
          granule.plumes().stream()
              .anyMatch(p -> p.at(top.latitudeDeg(), top.longitudeDeg()) > 0 && fits(p, alert));
      assertThat(isTrue).as(alert.kind() + " at " + top).isTrue();
    }
    for (Plume plume : granule.plumes()) {
      if (plume.kind() != PlumeKind.SO2 || plume.strength() > 30) {
        assertThat(alerts)
            .as(plume.toString())
            .anyMatch(
                alert ->
                    fits(plume, alert)
                        && alert.pixels().stream()
                            .anyMatch(p -> plume.at(p.latitudeDeg(), p.longitudeDeg()) > 0));
      }
    }
  }

  private static boolean fits(Plume plume, Alert alert) {
    return alert.kind().name().contains(plume.kind().name());
  }

  @Test
  void withoutPlumesThereIsNoAlert() {
    SimulatedGranule granule = granule(21, 30, 0);
    Survey survey = new Survey(AlertSettings.STANDARD);
    for (int i = 0; i < 30; i++) {
      survey.add(line(granule, i), Map.of(), Optional.empty());
    }
    assertThat(survey.alerts()).isEmpty();
    assertThat(survey.spectra()).isEqualTo(3600);
  }

  @Test
  void countsLookLikeThoseOfRealFiles() {
    short[] counts = line(granule(2, 1, 0), 0).counts();
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (short count : counts) {
      least = Math.min(least, count);
      most = Math.max(most, count);
    }
    assertThat(least).isBetween(-2000, 100);
    assertThat(most).isBetween(5000, 32_767);
    assertThat(Arrays.stream(PlumeKind.SO2.opticalDepth()).max().orElseThrow())
        .isCloseTo(0.019, within(0.001));
  }
}
