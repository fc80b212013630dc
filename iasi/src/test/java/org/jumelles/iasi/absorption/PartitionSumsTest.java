package org.jumelles.iasi.absorption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PartitionSumsTest {
  /// Q(296 K) of the main isotopologues as HITRAN's list of molecules prints them.
  @Test
  void sumsAreThePublishedOnesAt296K() {
    near(1, 174.58, 0.002);
    near(2, 286.09, 0.003);
    near(3, 3483.7, 0.01);
    near(4, 4984.9, 0.005);
    near(5, 107.42, 0.001);
    near(6, 590.48, 0.005);
    near(7, 215.73, 0.005);
    near(9, 6340.3, 0.01);
    near(19, 1221.0, 0.01);
    near(22, 467.10, 0.005);
    near(23, 892.20, 0.01);
    near(26, 412.45, 0.01);
  }

  private static void near(int molecule, double published, double share) {
    assertThat(PartitionSums.sum(molecule, 296).orElseThrow())
        .as("molecule %d", molecule)
        .isCloseTo(published, within(share * published));
  }

  @Test
  void sumsRiseWithTemperature() {
    for (int molecule : new int[] {1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 19, 20, 22, 23, 26}) {
      double last = 0;
      for (double t = 70; t <= 400; t += 10) {
        double sum = PartitionSums.sum(molecule, t).orElseThrow();
        assertThat(sum).isGreaterThan(last);
        last = sum;
      }
    }
  }

  @Test
  void outsideOfItsRangeItSaysSo() {
    assertThatThrownBy(() -> PartitionSums.sum(1, 1000)).hasMessageContaining("70 to 400 K");
    assertThat(PartitionSums.sum(48, 296)).isEmpty();
  }
}
