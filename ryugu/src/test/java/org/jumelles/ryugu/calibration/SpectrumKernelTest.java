package org.jumelles.ryugu.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// The loops over bands give what one value after another does: reflectance and mask bit for bit,
/// sigmas to their last bits.
class SpectrumKernelTest {
  private static final double[] ODD = {
    Double.NaN, Double.POSITIVE_INFINITY, 65_535, 300, 301, 0, -50, 1e300
  };

  private record Case(Reflectance how, Optional<PlainTuning> tuning, Frames frames) {}

  @Property(tries = 200)
  void itIsItsPlainTwin(
      @ForAll @IntRange(min = 1, max = 60) int bands,
      @ForAll @IntRange(min = 1, max = 5) int pixels,
      @ForAll boolean ownDark,
      @ForAll boolean noisy,
      @ForAll boolean tuned,
      @ForAll Random random) {
    Case one = draw(bands, pixels, ownDark, noisy, tuned, random);
    int length = bands * pixels;
    Calibrated made = one.how.of(one.frames);
    Calibrated plain =
        new Calibrated(
            new double[length],
            new double[length],
            new double[length],
            new double[length],
            new double[length],
            new byte[length],
            new ArrayList<>());
    for (int i = 0; i < length; i++) {
      PlainReflectance.value(one.how, one.tuning, one.frames, i, i % bands, plain);
    }
    for (int i = 0; i < length; i++) {
      assertThat(made.mask()[i] & 15).isEqualTo(plain.mask()[i]);
    }
    assertThat(made.reflectance()).isEqualTo(plain.reflectance());
    assertThat(made.noise()).usingElementComparator(TWIN).containsExactly(plain.noise());
    assertThat(made.sigma()).usingElementComparator(TWIN).containsExactly(plain.sigma());
    assertThat(made.rawTuning()).usingElementComparator(TWIN).containsExactly(plain.rawTuning());
    assertThat(made.whiteTuning())
        .usingElementComparator(TWIN)
        .containsExactly(plain.whiteTuning());
  }

  /// The sign of a zero is nobody's, nor are the last bits of a sigma, which the order of its
  /// factors decides.
  private static final Comparator<Double> TWIN =
      (a, b) -> a.equals(b) || Math.abs(a - b) <= 1e-14 * Math.abs(b) ? 0 : 1;

  private static Case draw(
      int bands, int pixels, boolean ownDark, boolean noisy, boolean tuned, Random random) {
    double[] perCm = new double[bands];
    double[] ref = new double[bands];
    double[] refSigma = new double[bands];
    Arrays.setAll(perCm, k -> 10_000 - 20.0 * k - random.nextDouble());
    Arrays.setAll(ref, k -> 0.9 + 0.1 * random.nextDouble());
    Arrays.setAll(refSigma, k -> 0.01 * random.nextDouble());
    Optional<FrameNoise> noise =
        noisy
            ? Optional.of(
                new FrameNoise(
                    new NoiseModel(3, 20, 100),
                    new FrameNoise.Averaged(1, 16, 16),
                    true,
                    tuned ? Optional.of(new FilterTuning(perCm, 0.5)) : Optional.empty()))
            : Optional.empty();
    Reflectance how =
        new Reflectance(new Standard(ref, refSigma), 20, noise, 65_535, 5, Reflectance.Spikes.MARK);
    int length = bands * pixels;
    Optional<double[]> whiteDark =
        ownDark ? Optional.of(counts(length, 300, random)) : Optional.empty();
    Frames frames =
        new Frames(
            counts(length, 3_000, random),
            counts(length, 300, random),
            counts(length, 20_000, random),
            whiteDark);
    return new Case(
        how, tuned ? Optional.of(new PlainTuning(perCm, 0.5)) : Optional.empty(), frames);
  }

  private static double[] counts(int length, double mean, Random random) {
    double[] counts = new double[length];
    Arrays.setAll(
        counts,
        i ->
            random.nextInt(12) == 0
                ? ODD[random.nextInt(ODD.length)]
                : Math.rint(mean * (1 + 0.1 * random.nextGaussian())));
    return counts;
  }
}
