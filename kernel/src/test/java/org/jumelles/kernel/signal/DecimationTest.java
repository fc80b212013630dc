package org.jumelles.kernel.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimationTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 5, 10, 50})
  void passesAndStopsAsPromised(int factor) {
    double[] taps = Decimation.taps(factor);
    for (double f = 0; f <= factor; f += 0.003 * factor) {
      // f in new Nyquist frequencies
      double gain = taps[0];
      for (int i = 1; i < taps.length; i++) {
        gain += 2 * taps[i] * Math.cos(Math.PI * f * i / factor);
      }
      if (f <= 0.8) {
        assertThat(gain).as("at %s", f).isCloseTo(1, within(2e-4));
      } else if (f >= 1) {
        assertThat(gain).as("at %s", f).isCloseTo(0, within(2e-4));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 15, 16, 17, 1000})
  void equalsThePlainConvolution(int n) {
    double[] samples = FftTest.noise(n, n);
    double[] taps = Decimation.taps(5);
    double[] picked = Decimation.by(5, samples);
    assertThat(picked).hasSize((n + 4) / 5);
    for (int i = 0; i < picked.length; i++) {
      double plain = 0;
      for (int j = 1 - taps.length; j < taps.length; j++) {
        plain += taps[Math.abs(j)] * prolonged(samples, 5 * i + j);
      }
      assertThat(picked[i]).isCloseTo(plain, within(1e-13));
    }
  }

  private static double prolonged(double[] x, int i) {
    int n = x.length;
    if (i < 0) {
      return 2 * x[0] - x[Math.min(-i, n - 1)];
    }
    return i < n ? x[i] : 2 * x[n - 1] - x[Math.max(2 * (n - 1) - i, 0)];
  }

  @Test
  void keepsALineAndTheFirstSamplesTime() {
    double[] line = new double[1000];
    for (int i = 0; i < line.length; i++) {
      line[i] = 7 + 0.25 * i;
    }
    double[] picked = Decimation.by(10, line);
    for (int i = 0; i < picked.length; i++) {
      assertThat(picked[i]).isCloseTo(7 + 2.5 * i, within(1e-10));
    }
    assertThat(Decimation.by(1, line)).isEqualTo(line);
    assertThatIllegalArgumentException().isThrownBy(() -> Decimation.by(0, line));
  }
}
