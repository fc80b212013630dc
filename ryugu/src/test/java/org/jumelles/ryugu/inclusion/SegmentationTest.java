package org.jumelles.ryugu.inclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SegmentationTest {
  @Property(tries = 200)
  void equalsThePlainTwin(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 17) int lines,
      @ForAll @IntRange(min = 1, max = 17) int samples) {
    Random random = new Random(seed);
    double[] map = random.doubles(lines * (long) samples).toArray();
    Segmentation made = Segmentation.of(map, samples, 0.6, 1, 1);
    int[] twin = flooded(map, samples);
    assertThat(made.labels()).containsExactly(twin);
    assertThat(made.parts()).hasSize(Arrays.stream(twin).max().orElse(0));
  }

  /// Each part is flooded from its first pixel.
  private static int[] flooded(double[] map, int samples) {
    int[] labels = new int[map.length];
    int next = 0;
    for (int i = 0; i < map.length; i++) {
      if (map[i] < 0.6 || labels[i] != 0) {
        continue;
      }
      labels[i] = ++next;
      Deque<Integer> open = new ArrayDeque<>();
      open.add(i);
      while (!open.isEmpty()) {
        int at = open.remove();
        for (int other = 0; other < map.length; other++) {
          boolean near =
              Math.abs(other / samples - at / samples) <= 1
                  && Math.abs(other % samples - at % samples) <= 1;
          if (near && map[other] >= 0.6 && labels[other] == 0) {
            labels[other] = next;
            open.add(other);
          }
        }
      }
    }
    return labels;
  }

  @Test
  void measuresEachPartAndLeavesOutWhatIsSmall() {
    double nan = Double.NaN;
    double[] map = {
      9, 9, 0, 0, 0, //
      0, 9, 0, 9, nan, //
      0, 0, 0, 0, 9
    };
    Segmentation made = Segmentation.of(map, 5, 5, 10, 3);
    assertThat(made.small()).isEqualTo(1);
    assertThat(made.noData()).isEqualTo(1);
    assertThat(made.parts()).hasSize(1);
    Segmentation.Part part = made.parts().getFirst();
    assertThat(part.pixels()).isEqualTo(3);
    assertThat(part.line()).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(part.lastSample()).isEqualTo(1);
    PartStatistics statistics = new PartStatistics(1, 1);
    double[] values = {1, 2, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0};
    statistics.add(made, 0, 5, Arrays.copyOf(values, 5));
    statistics.add(made, 5, 10, Arrays.copyOfRange(values, 5, 15));
    assertThat(statistics.mean(0, 0)).isEqualTo(3);
    assertThat(statistics.scatter(0, 0)).isCloseTo(Math.sqrt(7), within(1e-15));
    assertThat(statistics.sigma(0, 0)).isCloseTo(Math.sqrt(7 / 3.0), within(1e-15));
    assertThatThrownBy(() -> Segmentation.of(map, 4, 5, 10, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
