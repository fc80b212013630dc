package org.jumelles.ryugu.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jumelles.ryugu.parameter.BandFits;
import org.jumelles.ryugu.parameter.BandFitting;
import org.jumelles.ryugu.parameter.BandPlan;
import org.jumelles.ryugu.parameter.BandWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sigma of a mean over a grain is what such means are off the truth.
class MeanSpectrumTest {
  private static final int GRAINS = 24;
  private static final int FITTED_GRAINS = 200;

  /// A mean over the grain, and the true one.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Means(Scene scene, MeanSpectrum found, double[] truth) {
    static Means of(long seed, int side, double snr, double tuningPerCm) {
      Scene scene = Scene.of(seed, side, snr, tuningPerCm);
      Calibrated made = scene.made();
      int bands = scene.grain().bands();
      MeanSpectrum found = new MeanSpectrum(bands);
      MeanSpectrum.Pixels pixels =
          new MeanSpectrum.Pixels(
              made.reflectance(), made.sigma(), made.noise(), made.rawTuning(), made.whiteTuning());
      double[] truth = new double[bands];
      double[] shares = new double[5];
      for (int pixel = 0; pixel < side * side; pixel++) {
        if (scene.grain().shares(pixel, shares)) {
          found.add(pixels, pixel);
          for (int b = 0; b < bands; b++) {
            if (!Double.isNaN(made.reflectance()[pixel * bands + b])) {
              truth[b] += scene.truth()[pixel * bands + b];
            }
          }
        }
      }
      int[] counts = found.counts();
      Arrays.setAll(truth, b -> truth[b] / counts[b]);
      return new Means(scene, found, truth);
    }

    /// Mean over the bands of (found - true)^2 / noise^2.
    double square() {
      double[] mean = found.mean();
      double[] noise = found.noise();
      double sum = 0;
      for (int b = 0; b < mean.length; b++) {
        sum += Math.pow((mean[b] - truth[b]) / noise[b], 2);
      }
      return sum / mean.length;
    }
  }

  /// 24 grains of 369 bands: a mean of 8,856 squares is told to 1.5 %.
  @ParameterizedTest
  @CsvSource({"100, 0", "100, 2", "400, 0.5"})
  void sigmaIsWhatMeansAreOffTheTruth(double snr, double tuningPerCm) {
    double sum = 0;
    for (int seed = 0; seed < GRAINS; seed++) {
      sum += Means.of(seed, 48, snr, tuningPerCm).square();
    }
    assertThat(sum / GRAINS).isBetween(0.9, 1.1);
  }

  /// What the fit of the OH band of the plan leaves of the mean spectrum. 200 grains of 19 degrees
  /// of freedom tell it to 0.02; the grain's band is no Gaussian to some per cent of that.
  @Test
  void aFitOfTheMeanLeavesWhatTheNoiseSays() {
    List<BandWindow> oh =
        BandPlan.standard().windows().stream().filter(one -> one.name().equals("OH")).toList();
    double sum = 0;
    double centres = 0;
    for (int seed = 0; seed < FITTED_GRAINS; seed++) {
      Means means = Means.of(seed, 32, 100, 0.5);
      boolean[] good = new boolean[means.truth().length];
      Arrays.fill(good, true);
      BandFits fits =
          BandFitting.of("mean", means.scene().grain().micrometres(), good, oh)
              .fit(means.found().mean(), Optional.of(means.found().noise()), 1);
      assertThat(fits.state()[0]).isEqualTo(BandFits.FITTED);
      sum += fits.reducedChiSquare()[0];
      double off = fits.centreUm(0, 0) - means.scene().grain().composition().ohCentreUm();
      centres += Math.pow(off / fits.centreSigmaUm(0, 0), 2);
    }
    assertThat(sum / FITTED_GRAINS).as("reduced chi square").isBetween(0.9, 1.1);
    assertThat(centres / FITTED_GRAINS).as("(centre - true)^2 / sigma^2").isBetween(0.8, 1.3);
  }

  /// What pixels share does not fall with their number; their own part does.
  @Property
  void sharedPartsAreWhole(
      @ForAll @IntRange(min = 1, max = 200) int n,
      @ForAll @DoubleRange(min = 0, max = 1) double own,
      @ForAll @DoubleRange(min = -1, max = 1) double raw,
      @ForAll @DoubleRange(min = -1, max = 1) double white,
      @ForAll @DoubleRange(min = 0, max = 1) double reference) {
    double noise = Math.sqrt(own * own + raw * raw + white * white);
    MeanSpectrum mean = new MeanSpectrum(1);
    for (int i = 0; i < n; i++) {
      mean.add(one(0.02, Math.hypot(noise, reference), noise, raw, white), 0);
    }
    double shared = raw * raw + white * white;
    assertThat(mean.noise()[0]).isCloseTo(Math.sqrt(own * own / n + shared), within(1e-7));
    assertThat(mean.sigma()[0])
        .isCloseTo(Math.sqrt(own * own / n + shared + reference * reference), within(1e-7));
    assertThat(mean.counts()).containsExactly(n);
  }

  /// Slopes of two signs under one draw cancel.
  @Test
  void signsCount() {
    MeanSpectrum mean = new MeanSpectrum(1);
    mean.add(one(1, 0.3, 0.3, 0.3, 0), 0);
    mean.add(one(1, 0.3, 0.3, -0.3, 0), 0);
    assertThat(mean.noise()[0]).isZero();
  }

  @Test
  void missingValuesAreLeftOutAndUnknownNoiseStaysUnknown() {
    MeanSpectrum mean = new MeanSpectrum(1);
    mean.add(one(Double.NaN, 1, 1, 1, 1), 0);
    mean.add(one(3, 0.5, 0.5, 0, 0), 0);
    assertThat(mean.mean()).containsExactly(3);
    assertThat(mean.noise()).containsExactly(0.5);
    mean.add(one(5, Double.NaN, Double.NaN, Double.NaN, Double.NaN), 0);
    assertThat(mean.mean()).containsExactly(4);
    assertThat(mean.noise()[0]).isNaN();
    assertThat(mean.sigma()[0]).isNaN();
    assertThat(new MeanSpectrum(2).mean()).containsExactly(Double.NaN, Double.NaN);
  }

  private static MeanSpectrum.Pixels one(
      double value, double sigma, double noise, double raw, double white) {
    return new MeanSpectrum.Pixels(
        new double[] {value},
        new double[] {sigma},
        new double[] {noise},
        new double[] {raw},
        new double[] {white});
  }
}
