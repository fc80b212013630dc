package org.jumelles.seis.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningTest {
  private static double[] values(int n) {
    SplittableRandom random = new SplittableRandom(n);
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(50);
    }
    return x;
  }

  /// Sorts each window anew.
  private static double slowMedian(double[] x, int i, int half) {
    double[] window =
        Arrays.stream(x, Math.max(0, i - half), Math.min(x.length, i + half + 1))
            .filter(v -> !Double.isNaN(v))
            .sorted()
            .toArray();
    return Double.isNaN(x[i]) ? Double.NaN : window[(int) Math.round(0.5 * (window.length - 1))];
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 15, 16, 17, 1000})
  void theMedianEqualsThatOfEachWindowSorted(int n) {
    double[] x = values(n);
    double[] median = Running.median(x, 15);
    for (int i = 0; i < n; i++) {
      assertThat(median[i]).as("at %d", i).isEqualTo(Double.valueOf(slowMedian(x, i, 7)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 1000})
  void theFloorLeavesOutWhatRoseOverIt(int n) {
    double[] x = new double[n];
    Arrays.fill(x, 1);
    if (n >= 500) {
      Arrays.fill(x, 300, 500, 100);
    }
    double[] floor = Running.floor(x, 400, 0.3, 80, 4, 0.1);
    assertThat(floor).hasSize(n).containsOnly(fill(n));
  }

  private static double[] fill(int n) {
    return n == 0 ? new double[0] : new double[] {1};
  }
}
