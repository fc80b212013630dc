package org.jumelles.seis.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyTest {
  @Test
  void aFileIsFoundByNameAndByNetwork() {
    assertThat(Body.NAMES).allSatisfy(name -> assertThat(Body.named(name)).isPresent());
    assertThat(Body.ofNetwork("XA").name()).isEqualTo("moon");
    assertThat(Body.ofNetwork("XB").isDefault()).isTrue();
    assertThat(Body.ofNetwork("ZZ").isDefault()).isTrue();
    assertThat(Body.named("venus")).isEmpty();
  }

  /// The thresholds that were frozen on the labelled hours; a change of them is a change of all
  /// tables in docs/catalogue.md.
  @Test
  void frozenThresholdsAreThoseOfTheFile() {
    assertThat(Body.byDefault().thresholds())
        .isEqualTo(new DetectionParameters(2.6, 1.5, 61, 900, 0.3, 0.1, 180, 60, 45, 1.7, 1.1));
  }

  @Test
  void whereThereIsNoAirNothingIsWind() {
    Body moon = Body.named("moon").orElseThrow();
    assertThat(moon.thresholds().windLike()).isInfinite();
    assertThat(moon.hasMagnitudes()).isFalse();
    assertThat(moon.thresholds().leastSeconds())
        .isGreaterThan(Body.byDefault().thresholds().leastSeconds());
  }
}
