package org.jumelles.iasi.sounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.jumelles.iasi.atmosphere.StandardProfile;
import org.jumelles.iasi.retrieval.Agreement;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;

class SoundingIndexTest {
  private static final byte[] PRODUCT = MadeSoundings.product();
  private static final SoundingIndex.Limits LIMITS = new SoundingIndex.Limits(25, 1800);
  private static final Moment TIME = MadeSoundings.START.moment();

  private static SoundingIndex index() {
    return SoundingIndex.read(Bytes.of("l2.nat", PRODUCT)).found().orElseThrow();
  }

  private static Optional<SoundingState> at(double lat, double lon, long seconds) {
    return index()
        .nearest(
            lat,
            lon,
            TIME.plusNanos(seconds * 1_000_000_000),
            LIMITS,
            2162,
            StandardProfile.make());
  }

  @Test
  void theNearestFootprintsStateIsGiven() {
    SoundingState state = at(12.01, -179.98, 60).orElseThrow();

    // Footprint 20 at 12.0 N, 179.95 E: across the date line.
    assertThat(state.distanceKm()).isCloseTo(7.7, within(0.1));
    // The sixth of 30 views of 8 seconds: 11/60 of them after the start.
    assertThat(state.seconds()).isCloseTo(60 - 8 * 11 / 60.0, within(0.01));
    assertThat(state.surfaceK()).isEqualTo(295);
    assertThat(state.cloudPercent()).isZero();
    double part = Math.log(2162 / 1000.0) / Math.log(2.5);
    assertThat(state.emissivity()).isCloseTo(0.98 - 0.08 * part, within(1e-9));
    double[] pressures = state.profile().pressureHPa();
    assertThat(pressures[0]).isEqualTo(980);
    assertThat(pressures[1]).isEqualTo(950);
    assertThat(pressures).hasSize(16);
    assertThat(state.profile().temperatureK()[0])
        .isCloseTo(MadeSoundings.kelvin(980) + 0.2, within(0.011));
    double mixing = 0.01 * Math.pow(950 / 1050.0, 2) * 28.9647 / 18.01528;
    assertThat(state.profile().shares()[1][1]).isCloseTo(mixing / (1 + mixing), within(1e-6));
    assertThat(state.profile().shares()[5][0]).isBetween(5e-8, 2e-7);
    assertThat(state.profile().source()).contains("l2.nat").contains("footprint 20 (7.");
  }

  @Test
  void beyondEitherLimitNothingIsGiven() {
    assertThat(at(9, 179.95, 0)).isEmpty();
    assertThat(at(12, 179.95, 1900)).isEmpty();
    assertThat(at(12, 179.95, -1900)).isEmpty();
    assertThat(at(Double.NaN, 179.95, 0)).isEmpty();
  }

  @Test
  void whatTheProductLacksIsNotMadeUp() {
    assertThat(at(15, 179.95, 0).orElseThrow().surfaceK()).isNaN();
    assertThat(at(13, 179.95, 0).orElseThrow().cloudPercent()).isEqualTo(40);
    // Without humidity the footprint beside it stands for it.
    assertThat(at(14, 179.95, 0).orElseThrow().distanceKm()).isCloseTo(11.1, within(0.1));
  }

  @Property(tries = 200)
  void noFootprintIsNearerThanTheOneGiven(
      @ForAll @DoubleRange(min = 9.5, max = 22.5) double lat,
      @ForAll @DoubleRange(min = 179.7, max = 180.2) double lon) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 120; i++) {
      if (i != MadeSoundings.WITHOUT_WATER) {
        nearest = Math.min(nearest, Agreement.distanceKm(lat, lon, 10 + i / 10.0, 179.95));
      }
    }

    Optional<SoundingState> found = at(lat, lon, 0);

    if (nearest <= LIMITS.km()) {
      assertThat(found.orElseThrow().distanceKm()).isCloseTo(nearest, within(1e-6));
    } else {
      assertThat(found).isEmpty();
    }
  }

  @Property(tries = 300)
  void brokenBytesAreRefusedOrRead(
      @ForAll @IntRange(min = 0, max = 1_000_000) int place, @ForAll byte value) {
    byte[] broken = PRODUCT.clone();
    broken[place % broken.length] = value;

    Outcome<SoundingIndex> outcome = SoundingIndex.read(Bytes.of("broken", broken));

    outcome
        .found()
        .ifPresent(index -> index.nearest(12, 179.95, TIME, LIMITS, 2162, StandardProfile.make()));
  }

  @Test
  void otherBytesAndLimitsAreRefused() {
    assertThat(SoundingIndex.read(Bytes.of("no", new byte[300])))
        .isInstanceOf(Outcome.Refused.class);
    assertThatThrownBy(() -> new SoundingIndex.Limits(0, 10)).hasMessageContaining("limits of 0");
  }
}
