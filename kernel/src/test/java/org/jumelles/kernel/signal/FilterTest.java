package org.jumelles.kernel.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
  record Golden(Filter filter, String name, String what, double[] numbers) {
    @Override
    public String toString() {
      return name + " " + what;
    }
  }

  static List<Golden> golden() throws IOException {
    try (InputStream csv = FilterTest.class.getResourceAsStream("/signal/filter-scipy.csv")) {
      return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(FilterTest::goldenLine)
          .toList();
    }
  }

  private static Golden goldenLine(String line) {
    String[] cells = line.split(",");
    int order = Integer.parseInt(cells[1]);
    double low = Double.parseDouble(cells[2]);
    double high = Double.parseDouble(cells[3]);
    double rate = Double.parseDouble(cells[4]);
    Filter filter =
        switch (cells[0]) {
          case "lowpass" -> Filter.lowpass(order, high, rate);
          case "highpass" -> Filter.highpass(order, low, rate);
          case "bandpass" -> Filter.bandpass(order, low, high, rate);
          default -> throw new AssertionError(cells[0]);
        };
    double[] numbers =
        Arrays.stream(cells, 6, cells.length).mapToDouble(Double::parseDouble).toArray();
    return new Golden(filter, String.join(" ", Arrays.copyOf(cells, 5)), cells[5], numbers);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void equalsScipy(Golden golden) {
    double[] input = new double[120];
    for (int i = 0; i < input.length; i++) {
      input[i] = Math.sin(0.7 * i) + 0.3 * Math.cos(0.11 * i * i) + 0.01 * i + 5;
    }
    Filter filter = golden.filter();
    double[] ours =
        switch (golden.what()) {
          case "sos" ->
              Arrays.stream(filter.coefficients()).flatMapToDouble(Arrays::stream).toArray();
          case "causal" -> everyFourth(filter.apply(input));
          case "zerophase" -> everyFourth(filter.applyZeroPhase(input));
          case "response" -> filter.frequencyResponse(ninths(filter.samplingRateHz() / 2));
          default -> throw new AssertionError(golden.what());
        };
    assertThat(ours).hasSize(golden.numbers().length);
    for (int i = 0; i < ours.length; i++) {
      // Rounding, magnified where poles crowd at 1 (0.001 Hz at 2 samples a second).
      assertThat(ours[i]).as("number %d", i).isCloseTo(golden.numbers()[i], within(1e-9));
    }
  }

  private static double[] ninths(double nyquistHz) {
    double[] frequencies = new double[9];
    for (int i = 0; i < 9; i++) {
      frequencies[i] = nyquistHz * i / 8;
    }
    return frequencies;
  }

  private static double[] everyFourth(double[] samples) {
    double[] picked = new double[samples.length / 4];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = samples[4 * i];
    }
    return picked;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 15, 16, 17, 1000})
  void equalsThePlainRecursion(int n) {
    double[] input = FftTest.noise(n, 5);
    Filter filter = Filter.bandpass(4, 0.2, 0.9, 20);
    double[] plain = input;
    for (double[] section : filter.coefficients()) {
      plain = plainRecursion(section, plain);
    }
    double[] fast = filter.apply(input);
    assertThat(fast).hasSize(n);
    for (int i = 0; i < n; i++) {
      assertThat(fast[i]).isCloseTo(plain[i], within(1e-12));
    }
    assertThat(filter.applyZeroPhase(input)).hasSize(n);
    assertThat(filter.applyZeroPhaseFromRest(input)).hasSize(n);
  }

  /// The difference equation as it is written.
  private static double[] plainRecursion(double[] c, double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = c[0] * x[i];
      for (int back = 1; back <= 2 && back <= i; back++) {
        y[i] += c[back] * x[i - back] - c[3 + back] * y[i - back];
      }
    }
    return y;
  }

  @Property
  void cornersLieAtHalfPower(@ForAll @IntRange(min = 1, max = 12) int order) {
    double half = Math.sqrt(0.5);
    assertThat(Filter.lowpass(order, 3, 20).gain(3)).isCloseTo(half, within(1e-9));
    assertThat(Filter.highpass(order, 3, 20).gain(3)).isCloseTo(half, within(1e-9));
    assertThat(Filter.bandpass(order, 2, 5, 20).gain(2)).isCloseTo(half, within(1e-9));
    assertThat(Filter.bandpass(order, 2, 5, 20).gain(5)).isCloseTo(half, within(1e-9));
    assertThat(Filter.lowpass(order, 3, 20).gain(0)).isCloseTo(1, within(1e-9));
    assertThat(Filter.highpass(order, 3, 20).gain(10)).isCloseTo(1, within(1e-9));
  }

  @Property(tries = 100)
  void isLinear(@ForAll @IntRange(max = 500) int n, @ForAll long seed) {
    Filter filter = Filter.bandpass(3, 0.5, 4, 20);
    double[] x = FftTest.noise(n, seed);
    double[] y = FftTest.noise(n, seed + 1);
    double[] sum = new double[n];
    for (int i = 0; i < n; i++) {
      sum[i] = 3 * x[i] - 2 * y[i];
    }
    double[] ofX = filter.applyZeroPhase(x);
    double[] ofY = filter.applyZeroPhase(y);
    double[] ofSum = filter.applyZeroPhase(sum);
    for (int i = 0; i < n; i++) {
      assertThat(ofSum[i]).isCloseTo(3 * ofX[i] - 2 * ofY[i], within(1e-11));
    }
  }

  @Test
  void runsBothWaysAlike() {
    double[] input = new double[1001];
    input[500] = 1;
    double[] output = Filter.bandpass(4, 1, 3, 20).applyZeroPhaseFromRest(input);
    for (int i = 0; i <= 400; i++) {
      assertThat(output[500 - i]).isCloseTo(output[500 + i], within(1e-12));
    }
  }

  @Test
  void refusesWhatIsNoBand() {
    assertThatIllegalArgumentException().isThrownBy(() -> Filter.lowpass(4, 10, 20));
    assertThatIllegalArgumentException().isThrownBy(() -> Filter.lowpass(4, Double.NaN, 20));
    assertThatIllegalArgumentException().isThrownBy(() -> Filter.highpass(0, 1, 20));
    assertThatIllegalArgumentException().isThrownBy(() -> Filter.bandpass(4, 2, 2, 20));
    assertThatIllegalArgumentException().isThrownBy(() -> Filter.bandpass(4, 0, 2, 20));
  }
}
