package org.jumelles.kernel.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectraTest {
  @Property(tries = 300)
  void aDensityHoldsThePower(
      @ForAll @IntRange(min = 2, max = 2000) int n,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double rateHz,
      @ForAll long seed) {
    double[] samples = FftTest.noise(n, seed);
    double[] centred = Detrend.mean(samples);
    double power = Arrays.stream(centred).map(x -> x * x).sum() / n;
    Psd psd = Psd.welch(samples, rateHz, Window.boxcar(n), 0);
    assertThat(psd.power(0, rateHz)).isCloseTo(power, within(1e-12));
  }

  @Test
  void whiteNoiseHasItsVarianceOverAllFrequencies() {
    double[] samples = FftTest.noise(1 << 18, 11);
    Psd psd = Psd.welch(samples, 20, 1024);
    // Uniform in -1 to 1: variance 1/3, spread over 10 Hz; 511 segments scatter by 5 %.
    double inBand = psd.power(1, 9) / (8 + 20.0 / 1024);
    assertThat(inBand).isCloseTo(1 / 30.0, within(1 / 3000.0));
    assertThat(psd.decibels()[500]).isCloseTo(10 * Math.log10(1 / 30.0), within(1.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 8, 15, 16, 17, 1000})
  void aColumnEqualsThePlainDensity(int n) {
    double[] samples = FftTest.noise(n + 30, n);
    double[] window = Window.hann(n);
    Spectrogram spectrogram = Spectrogram.of(samples, 20, window, n - 3);
    assertThat(spectrogram.columns()).isEqualTo(11);
    assertThat(spectrogram.centreSample(2)).isEqualTo(6 + n / 2.0);
    int[] seen = {0};
    Spectrogram.forEachColumn(
        samples,
        20,
        window,
        n - 3,
        (column, density) -> {
          double[] plain = plainDensity(Arrays.copyOfRange(samples, 3 * column, 3 * column + n));
          for (int k = 0; k < density.length; k++) {
            assertThat(density[k]).isCloseTo(plain[k], within(1e-11));
            assertThat(spectrogram.at(column, k)).isEqualTo(density[k]);
          }
          seen[0]++;
        });
    assertThat(seen[0]).isEqualTo(11);
  }

  private static double[] plainDensity(double[] stretch) {
    int n = stretch.length;
    double[] window = Window.hann(n);
    double energy = Arrays.stream(window).map(w -> w * w).sum();
    double[] spectrum = FftTest.plainTransform(Window.apply(window, Detrend.mean(stretch)));
    double[] density = new double[n / 2 + 1];
    for (int k = 0; k < density.length; k++) {
      double size = Math.hypot(spectrum[2 * k], spectrum[2 * k + 1]);
      density[k] = (k == 0 || 2 * k == n ? 1 : 2) * size * size / (20 * energy);
    }
    return density;
  }

  @Test
  void tooFewSamplesHaveNoColumnAndNoDensity() {
    for (int n : new int[] {0, 1, 7}) {
      assertThat(Spectrogram.of(new double[n], 20, Window.hann(8), 4).columns()).isZero();
      assertThatIllegalArgumentException().isThrownBy(() -> Psd.welch(new double[n], 20, 8));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spectrogram.of(new double[9], 20, Window.hann(8), 8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Spectrogram.of(new double[1 << 20], 20, Window.hann(1 << 10), 1023));
    assertThatIllegalArgumentException().isThrownBy(() -> Psd.welch(new double[9], Double.NaN, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> Psd.welch(new double[9], 20, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 15, 16, 17, 1000})
  void trendsLeaveNothingOfALine(int n) {
    double[] line = new double[n];
    for (int i = 0; i < n; i++) {
      line[i] = 3e6 - 2.5 * i;
    }
    // One unit in the last place of 3e6 is 5e-10.
    double[] left = Detrend.linear(line);
    assertThat(left).hasSize(n);
    for (double x : left) {
      assertThat(x).isCloseTo(0, within(5e-9));
    }
    assertThat(Arrays.stream(Detrend.mean(line)).sum()).isCloseTo(0, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 8, 15, 16, 17, 1000})
  void windowsAreSymmetricAndOverlapToOne(int n) {
    double[] tukey = Window.tukey(n, 0.3);
    double[] hann = Window.hann(2 * n);
    for (int i = 0; i < n; i++) {
      assertThat(tukey[i]).isBetween(0.0, 1.0).isEqualTo(tukey[n - 1 - i]);
      assertThat(hann[i] + hann[i + n]).isCloseTo(1, within(1e-15));
    }
    assertThat(Window.tukey(n, 0)).isEqualTo(Window.boxcar(n));
  }

  @Property(tries = 100)
  void anEnvelopeWrapsItsSignal(@ForAll @IntRange(max = 600) int n, @ForAll long seed) {
    double[] samples = FftTest.noise(n, seed);
    double[] envelope = Envelope.of(samples);
    for (int i = 0; i < n; i++) {
      assertThat(envelope[i]).isGreaterThanOrEqualTo(Math.abs(samples[i]));
    }
    double[] tone = new double[n];
    for (int i = 0; i < n; i++) {
      tone[i] = 2 * Math.cos(2 * Math.PI * 5 * i / n);
    }
    if (n > 10) {
      for (double size : Envelope.of(tone)) {
        assertThat(size).isCloseTo(2, within(1e-11));
      }
    }
  }
}
