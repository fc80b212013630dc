package org.jumelles.ryugu.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.junit.jupiter.api.Test;

class ContinuumTest {
  @Property(tries = 200)
  void equalsThePlainTwin(@ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int bands) {
    Random random = new Random(seed);
    double[] axis = random.doubles(bands, 1, 3).distinct().sorted().toArray();
    double[] y = random.doubles(bands, 0.01, 0.05).toArray();
    double[] out = new double[bands];
    Continuum.over("twin", axis, all(bands)).remove(y, 1, out);
    double[] twin = twin(axis, y);
    for (int k = 0; k < bands; k++) {
      assertThat(out[k]).isCloseTo(twin[k], within(1e-13)).isLessThanOrEqualTo(1 + 1e-15);
    }
    assertThat(out[0]).isEqualTo(1);
    assertThat(out[bands - 1]).isEqualTo(1);
  }

  /// The hull at a band is the highest line over it between any two bands.
  private static double[] twin(double[] x, double[] y) {
    double[] out = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      double hull = y[k];
      for (int i = 0; i < k; i++) {
        for (int j = k + 1; j < x.length; j++) {
          hull = Math.max(hull, y[i] + (y[j] - y[i]) * (x[k] - x[i]) / (x[j] - x[i]));
        }
      }
      out[k] = y[k] / hull;
    }
    return out;
  }

  @Property(tries = 50)
  void doesNotCareForScaleOrOrder(@ForAll long seed) {
    Random random = new Random(seed);
    double[] axis = random.doubles(30, 1, 3).sorted().toArray();
    double[] y = random.doubles(30, 0.01, 0.05).toArray();
    double[] reversed = new double[30];
    double[] reversedAxis = new double[30];
    for (int k = 0; k < 30; k++) {
      reversed[k] = 4 * y[29 - k];
      reversedAxis[k] = axis[29 - k];
    }
    double[] out = new double[30];
    double[] other = new double[30];
    Continuum.over("up", axis, all(30)).remove(y, 1, out);
    Continuum.over("down", reversedAxis, all(30)).remove(reversed, 1, other);
    for (int k = 0; k < 30; k++) {
      assertThat(other[29 - k]).isCloseTo(out[k], within(1e-14));
    }
  }

  @Test
  void wavelengthAndWavenumberDiffer() {
    double[] um = {1, 2, 4};
    double[] perCm = {10000, 5000, 2500};
    double[] y = {0.03, 0.03, 0.04};
    double[] byUm = new double[3];
    double[] byPerCm = new double[3];
    Continuum.over("um", um, all(3)).remove(y, 1, byUm);
    Continuum.over("cm-1", perCm, all(3)).remove(y, 1, byPerCm);
    assertThat(byUm[1]).isCloseTo(0.03 / (0.03 + 0.01 / 3), within(1e-15));
    assertThat(byPerCm[1]).isCloseTo(0.03 / (0.03 + 0.02 / 3), within(1e-15));
  }

  @Test
  void leavesBadBandsAndNumbersThatAreNoneWithoutValue() {
    double[] axis = {1, 2, 3, 4, 5};
    boolean[] good = {true, true, false, true, true};
    double[] y = {0.5, 0.2, 99, 0.3, 0.5, 0.5, Double.NaN, 9, 0.4, 0.5, 1, 2, 3, 4, Double.NaN};
    double[] out = new double[15];
    Continuum.over("holes", axis, good).remove(y, 3, out);
    assertThat(out[1]).isCloseTo(0.4, within(1e-15));
    assertThat(out[2]).isNaN();
    assertThat(out[6]).isNaN();
    assertThat(out[8]).isCloseTo(0.8, within(1e-15));
    assertThat(out[14]).isNaN();
    assertThat(out[13]).isEqualTo(1);
    double[] none = new double[5];
    Continuum.over("holes", axis, good).remove(new double[] {0, 0, 0, 0, 0}, 1, none);
    assertThat(none).containsOnly(Double.NaN);
    Arrays.fill(none, Double.NaN);
    Continuum.over("holes", axis, good).remove(none, 1, none);
    assertThat(none).containsOnly(Double.NaN);
  }

  @Test
  void refusesAnAxisThatIsNone() {
    double[] twice = {1, 2, 2, 3};
    assertThatThrownBy(() -> Continuum.over("cube.hdr", twice, all(4)))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("band 3")
        .hasMessageContaining("where band 2 is too");
    assertThatThrownBy(() -> Continuum.over("cube.hdr", twice, new boolean[4]))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("0 where a hull needs two");
    assertThatThrownBy(() -> Continuum.over("cube.hdr", new double[] {1, Double.NaN}, all(2)))
        .isInstanceOf(MalformedDataException.class);
  }

  static boolean[] all(int bands) {
    boolean[] good = new boolean[bands];
    IntStream.range(0, bands).forEach(k -> good[k] = true);
    return good;
  }
}
