package org.jumelles.kernel.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FftTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 7, 8, 15, 16, 17, 211, 223, 1000, 1009, 1024})
  void equalsThePlainSum(int n) {
    double[] samples = noise(n, n);
    double[] fast = Fft.real(samples, n);
    double[] plain = plainTransform(samples);
    assertThat(fast).hasSize(plain.length);
    for (int i = 0; i < plain.length; i++) {
      // Rounding of n terms of size about one, in the plain sum mostly.
      assertThat(fast[i]).isCloseTo(plain[i], within(1e-14 * (n + 10)));
    }
  }

  @Property
  void inverseGivesTheSamplesBack(@ForAll @IntRange(max = 3000) int n, @ForAll long seed) {
    double[] samples = noise(n, seed);
    double[] back = Fft.realInverse(Fft.real(samples, n), n);
    assertThat(back).hasSize(n);
    for (int i = 0; i < n; i++) {
      // JTransforms steps its sines by recurrence for prime factors of 7 to 211.
      assertThat(back[i]).isCloseTo(samples[i], within(1e-12));
    }
  }

  @Property
  void isLinear(@ForAll @IntRange(min = 1, max = 3000) int n, @ForAll long seed) {
    double[] x = noise(n, seed);
    double[] y = noise(n, seed + 1);
    double[] sum = new double[n];
    for (int i = 0; i < n; i++) {
      sum[i] = 3 * x[i] - 2 * y[i];
    }
    double[] ofX = Fft.real(x, n);
    double[] ofY = Fft.real(y, n);
    double[] ofSum = Fft.real(sum, n);
    for (int i = 0; i < ofSum.length; i++) {
      assertThat(ofSum[i]).isCloseTo(3 * ofX[i] - 2 * ofY[i], within(1e-11));
    }
  }

  @Property
  void keepsTheEnergy(@ForAll @IntRange(min = 1, max = 3000) int n, @ForAll long seed) {
    double[] samples = noise(n, seed);
    double[] spectrum = Fft.real(samples, n);
    double energy = 0;
    for (double sample : samples) {
      energy += sample * sample;
    }
    double spectral = 0;
    for (int k = 0; k <= n / 2; k++) {
      boolean alone = k == 0 || 2 * k == n;
      double re = spectrum[2 * k];
      double im = spectrum[2 * k + 1];
      spectral += (alone ? 1 : 2) * (re * re + im * im);
    }
    assertThat(spectral / n).isCloseTo(energy, within(1e-12 * (energy + 1)));
  }

  @Test
  void appendsZeros() {
    assertThat(Fft.real(new double[] {1, 2, 3}, 8))
        .isEqualTo(Fft.real(new double[] {1, 2, 3, 0, 0, 0, 0, 0}, 8));
    assertThat(Fft.ofLength(8).frequenciesHz(20)).containsExactly(0, 2.5, 5, 7.5, 10);
    assertThatIllegalArgumentException().isThrownBy(() -> Fft.real(new double[3], 2));
    assertThatIllegalArgumentException().isThrownBy(() -> Fft.ofLength(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Fft.realInverse(new double[4], 8));
  }

  @Test
  void goodLengthsAreTheNextOfTwoThreeFive() {
    int next = 1 << 14;
    for (int n = next; n >= 1; n--) {
      int rest = n;
      for (int prime : new int[] {2, 3, 5}) {
        while (rest % prime == 0) {
          rest /= prime;
        }
      }
      next = rest == 1 ? n : next;
      assertThat(Fft.goodLength(n)).isEqualTo(next);
    }
    assertThat(Fft.goodLength(0)).isEqualTo(1);
    assertThat(Fft.goodLength(1_775_504)).isEqualTo(1_800_000);
    assertThat(Fft.goodLength(1 << 29)).isEqualTo(1 << 29);
  }

  @Test
  void oneObjectServesManyThreadsWithTheSameBits() {
    for (int n : new int[] {1009, 1 << 17}) {
      Fft fft = Fft.ofLength(n);
      double[] samples = noise(n, 3);
      double[] alone = fft.forward(samples);
      assertThat(IntStream.range(0, 64).parallel().mapToObj(_ -> fft.forward(samples)))
          .allSatisfy(spectrum -> assertThat(spectrum).isEqualTo(alone));
    }
  }

  static double[] noise(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.doubles(n, -1, 1).toArray();
  }

  /// The definition, term by term.
  static double[] plainTransform(double[] samples) {
    int n = samples.length;
    if (n == 0) {
      return new double[0];
    }
    double[] spectrum = new double[2 * (n / 2 + 1)];
    for (int k = 0; k <= n / 2; k++) {
      for (int j = 0; j < n; j++) {
        double angle = -2 * Math.PI * ((long) j * k % n) / n;
        spectrum[2 * k] += samples[j] * Math.cos(angle);
        spectrum[2 * k + 1] += samples[j] * Math.sin(angle);
      }
    }
    return spectrum;
  }
}
