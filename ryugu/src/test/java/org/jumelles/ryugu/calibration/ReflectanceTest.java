package org.jumelles.ryugu.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.junit.jupiter.api.Test;

class ReflectanceTest {
  private static final NoiseModel NOISE = new NoiseModel(3, 20, 100);

  private static Reflectance of(int bands, Reflectance.Spikes spikes) {
    double[] ref = new double[bands];
    double[] sigma = new double[bands];
    Arrays.setAll(ref, k -> 0.98 - 0.01 * k / bands);
    Arrays.fill(sigma, 0.004);
    return new Reflectance(
        new Standard(ref, sigma), 2.5, Optional.of(FrameNoise.single(NOISE)), 60_000, 5, spikes);
  }

  private static double draw(Random random, double mean) {
    return mean + Math.sqrt(FrameNoise.single(NOISE).raw().of(mean)) * random.nextGaussian();
  }

  /// The claim of sigma: the scatter of 40,000 draws of every frame, told to 0.4 %; three of these.
  @Test
  void sigmaIsTheScatterOfFramesDrawnAnew() {
    for (boolean shared : new boolean[] {true, false}) {
      Random random = new Random(8);
      Reflectance reflectance = of(1, Reflectance.Spikes.MARK);
      int trials = 40_000;
      double sum = 0;
      double squares = 0;
      double told = 0;
      for (int i = 0; i < trials; i++) {
        double dark = draw(random, 300);
        Frames frames =
            new Frames(
                new double[] {draw(random, 2_000)},
                new double[] {dark},
                new double[] {draw(random, 9_000)},
                shared ? Optional.empty() : Optional.of(new double[] {draw(random, 300)}));
        Reflectance one =
            new Reflectance(
                new Standard(
                    new double[] {0.98 + 0.004 * random.nextGaussian()}, new double[] {0.004}),
                reflectance.exposureRatio(),
                reflectance.noise(),
                reflectance.saturationDn(),
                reflectance.leastSigmas(),
                Reflectance.Spikes.MARK);
        Calibrated made = one.of(frames);
        sum += made.reflectance()[0];
        squares += made.reflectance()[0] * made.reflectance()[0];
        told += made.sigma()[0] * made.sigma()[0];
      }
      double mean = sum / trials;
      assertThat(mean).isCloseTo(0.98 * 1_700 / 8_700 / 2.5, within(1e-4));
      double scatter = squares / trials - mean * mean;
      assertThat(told / trials / scatter).isCloseTo(1, within(0.025));
    }
  }

  @Test
  void saysWhyAValueIsMissingAndClipsNothing() {
    double[] raw = {250, 61_000, 300, 5_000, Double.NaN, 40_000};
    double[] dark = {300, 300, 300, 300, 300, 300};
    double[] white = {9_000, 9_000, 300, 301, 9_000, 9_000};
    Calibrated made =
        of(6, Reflectance.Spikes.MARK).of(new Frames(raw, dark, white, Optional.empty()));
    assertThat(made.mask())
        .containsExactly(
            0,
            Calibrated.SATURATED,
            Calibrated.DEAD,
            Calibrated.WHITE_IS_DARK,
            Calibrated.NO_DATA,
            0);
    assertThat(made.reflectance()[0]).isNegative();
    assertThat(made.reflectance()[5]).isGreaterThan(1);
    for (int k = 1; k < 5; k++) {
      assertThat(made.reflectance()[k]).isNaN();
      assertThat(made.sigma()[k]).isNaN();
    }
  }

  @Test
  void marksOrRepairsASpikeAndRecordsIt() {
    int bands = 40;
    double[] raw = new double[bands];
    double[] dark = new double[bands];
    double[] white = new double[bands];
    Random random = new Random(1);
    for (int k = 0; k < bands; k++) {
      // A band five channels wide is none; one channel alone is.
      double band = 1 - 0.3 * Math.exp(-Math.pow((k - 25) / 2.0, 2) / 2);
      raw[k] = draw(random, 300 + 2_000 * band);
      dark[k] = 300;
      white[k] = 9_000;
    }
    raw[10] += 800;
    Frames frames = new Frames(raw, dark, white, Optional.empty());
    Calibrated marked = of(bands, Reflectance.Spikes.MARK).of(frames);
    Calibrated repaired = of(bands, Reflectance.Spikes.REPAIR).of(frames);
    for (int k = 0; k < bands; k++) {
      assertThat(marked.mask()[k]).isEqualTo((byte) (k == 10 ? Calibrated.SPIKED : 0));
      assertThat(repaired.mask()[k]).isEqualTo((byte) (k == 10 ? Calibrated.REPAIRED : 0));
    }
    assertThat(repaired.repairs()).hasSize(1);
    assertThat(repaired.repairs().getFirst().was()).isEqualTo(marked.reflectance()[10]);
    assertThat(repaired.reflectance()[10])
        .isEqualTo((marked.reflectance()[9] + marked.reflectance()[11]) / 2);
  }

  @Test
  void withoutANoiseModelThereIsNoSigma() {
    Reflectance bare =
        new Reflectance(
            new Standard(new double[] {0.98}, new double[] {0.01}),
            1,
            Optional.empty(),
            Double.POSITIVE_INFINITY,
            5,
            Reflectance.Spikes.MARK);
    Frames frames =
        new Frames(new double[] {2}, new double[] {1}, new double[] {5}, Optional.empty());
    assertThat(bare.of(frames).sigma()[0]).isNaN();
    assertThat(bare.of(frames).reflectance()[0]).isCloseTo(0.245, within(1e-15));
  }

  @Test
  void readsAStandardAndNamesABadLine() {
    double[] um = {0.9, 1, 1.5, 3};
    Standard read = Standard.parse("white.csv", "# mine\n1,0.9,0.01\n2,0.8,0.03\n", um);
    assertThat(read.reflectance())
        .containsExactly(new double[] {Double.NaN, 0.9, 0.85, Double.NaN}, within(1e-12));
    assertThat(read.sigma()[2]).isCloseTo(0.02, within(1e-12));
    assertThatThrownBy(() -> Standard.parse("white.csv", "1,0.9,0.01\n0.5,1,0.01", um))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> Standard.parse("white.csv", "1,0.9\n", um))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("2 numbers");
  }
}
