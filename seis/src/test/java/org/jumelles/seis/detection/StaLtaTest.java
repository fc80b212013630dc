package org.jumelles.seis.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StaLtaTest {
  /// The definition, sample by sample.
  private static double slow(double[] x, int i, int shortSamples, int longSamples) {
    if (i < longSamples - 1) {
      return 0;
    }
    double sta = 0;
    double lta = 0;
    for (int k = i - longSamples + 1; k <= i; k++) {
      lta += x[k] * x[k];
      sta += k > i - shortSamples ? x[k] * x[k] : 0;
    }
    return lta > 0 ? (sta / shortSamples) / (lta / longSamples) : 0;
  }

  @Test
  void runningSumsEqualTheDefinition() {
    SplittableRandom random = new SplittableRandom(2);
    for (int n : new int[] {0, 1, 7, 8, 15, 16, 17, 99, 1000}) {
      double[] x = random.doubles(n, -1, 1).toArray();
      if (n > 500) {
        java.util.Arrays.fill(x, 200, 350, 0);
        x[500] = 1e6;
      }
      double[] ratio = StaLta.ratio(x, 3, 16);
      for (int i = 0; i < n; i++) {
        // The burst of 1e6 leaves 1e12 eps of rounding in a running sum until it is made anew.
        double tolerance = n > 500 && i >= 500 && i < 540 ? 0.02 : 1e-9;
        assertThat(ratio[i]).as("n %d i %d", n, i).isCloseTo(slow(x, i, 3, 16), within(tolerance));
      }
    }
  }

  @Test
  void triggersRunFromOnToOff() {
    double[] ratio = {0, 4, 2, 1, 5, 5};
    assertThat(StaLta.triggers(ratio, 3, 1.2))
        .isEqualTo(List.of(new StaLta.Trigger(1, 3), new StaLta.Trigger(4, 5)));
  }

  @Test
  void aBurstInsideTheBandTriggers() {
    double rate = 20;
    double[] x = new double[(int) (1000 * rate)];
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < x.length; i++) {
      double t = i / rate;
      x[i] = random.nextDouble(-1, 1) + (t > 600 && t < 660 ? 5 * Math.sin(Math.PI * t) : 0);
    }
    List<StaLta.Trigger> triggers = StaLta.triggers(x, rate, StaLta.Parameters.DEFAULT);
    assertThat(triggers).hasSize(1);
    assertThat(triggers.getFirst().onSample() / rate).isBetween(600.0, 620.0);
  }
}
