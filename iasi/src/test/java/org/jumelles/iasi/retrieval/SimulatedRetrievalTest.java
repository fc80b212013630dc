package org.jumelles.iasi.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.formats.profile.ProfileTable;
import org.jumelles.iasi.absorption.ReferenceData;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layering;
import org.jumelles.iasi.atmosphere.Profile;
import org.jumelles.iasi.transfer.LineByLine;
import org.jumelles.iasi.transfer.LineShape;
import org.jumelles.iasi.transfer.Surface;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.signal.Fft;

/// CO x 0.5 to x 3 over the AFGL atmospheres: spectra made line by line, with apodised noise,
/// retrieved on the table from the unscaled profile.
class SimulatedRetrievalTest {
  private static final int CARBON_MONOXIDE = 5;
  private static final int DRAWS = 12;
  private static final double[] SCALES = {0.5, 0.75, 1, 1.5, 2, 3};
  private static final String[] NAMES = {
    "tropical",
    "midlatitudeSummer",
    "midlatitudeWinter",
    "subarcticSummer",
    "subarcticWinter",
    "USstandard_all"
  };

  /// What one scale came to.
  private static final class Sums {
    double smoothed;
    double unsmoothed;
    double chiSquare;
    double squaredPull;
    double degrees;
    double squaredBias;
    int within;
    int count;

    double bias() {
      return smoothed / count;
    }

    /// Of the mean, by its draws.
    double biasSigma() {
      return Math.sqrt((squaredBias / count - bias() * bias()) / count);
    }

    double pull() {
      return Math.sqrt(squaredPull / count);
    }

    void add(Sums other) {
      smoothed += other.smoothed;
      chiSquare += other.chiSquare;
      squaredPull += other.squaredPull;
      degrees += other.degrees;
      squaredBias += other.squaredBias;
      within += other.within;
      count += other.count;
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "%d of %d within 3 sigma, chi-square %.3f, pull %.3f, degrees of freedom %.2f",
          within,
          count,
          chiSquare / count,
          pull(),
          degrees / count);
    }
  }

  /// Noise as an interferometer has it: white along the path difference, times the apodisation.
  static double[] noise(Random random, double[] sigma) {
    Fft fft = Fft.ofLength(512);
    double[] interferogram = new double[2 * fft.bins()];
    double power = 0;
    for (int k = 0; k < fft.bins(); k++) {
      double a = LineShape.apodisation(2.0 * k / (fft.bins() - 1));
      boolean real = k == 0 || k == fft.bins() - 1;
      interferogram[2 * k] = a * random.nextGaussian() * (real ? Math.sqrt(2) : 1);
      interferogram[2 * k + 1] = real ? 0 : a * random.nextGaussian();
      power += (real ? 2 : 4) * a * a;
    }
    double[] folded = fft.inverse(interferogram);
    double[] noise = new double[sigma.length];
    for (int c = 0; c < noise.length; c++) {
      noise[c] = sigma[c] * folded[c] * fft.length() / Math.sqrt(power);
    }
    return noise;
  }

  @Test
  void foundIsTrueWithinItsSigma() {
    AbsorptionTable table = Tables.carbonMonoxide();
    GasRetrieval retrieval =
        new GasRetrieval(new FastModel(table), CARBON_MONOXIDE, GasRetrieval.Settings.DEFAULT);
    LineByLine exact = Tables.exact();
    double[] noise = NoiseTable.BUILT_IN.radiance(table.wavenumberPerCm());
    Random random = new Random(20);
    Sums[] sums = new Sums[SCALES.length];
    Arrays.setAll(sums, _ -> new Sums());
    Sums naive = new Sums();
    NoiseCovariance apodised = retrieval.noise(noise, OptionalDouble.empty());
    NoiseCovariance independent = NoiseCovariance.independent(noise);
    for (String name : NAMES) {
      Profile profile =
          Profile.of(
                  ProfileTable.read(ReferenceData.bytes("profiles/afgl50/" + name + ".xy"))
                      .found()
                      .orElseThrow())
              .found()
              .orElseThrow();
      Atmosphere air = Layering.DEFAULT.cut(profile, 20).merged();
      Surface ground = new Surface(air.groundTemperatureK(), 0.98);
      GasRetrieval.Start start = retrieval.start(air, ground);
      for (int k = 0; k < SCALES.length; k++) {
        double[] factors = new double[air.layers().size()];
        Arrays.fill(factors, SCALES[k]);
        Atmosphere truth = air.scaled(CARBON_MONOXIDE, factors);
        double[] clean = exact.spectrum(truth, ground).radiance();
        for (int draw = 0; draw < DRAWS; draw++) {
          double[] noisy = noise(random, noise);
          for (int c = 0; c < noisy.length; c++) {
            noisy[c] += clean[c];
          }
          take(sums[k], found(retrieval.retrieve(name, start, noisy, apodised)), truth);
          take(naive, found(retrieval.retrieve(name, start, noisy, independent)), truth);
        }
      }
    }
    judge(sums);
    System.out.println("taken as independent: " + naive.text());
    // The noise of neighbours adds up: the column's is larger than independent channels would have.
    assertThat(naive.pull()).isGreaterThan(1.2);
  }

  private static GasColumn found(Outcome<GasColumn> outcome) {
    return outcome.found().orElseThrow();
  }

  private static void take(Sums sums, GasColumn found, Atmosphere truth) {
    double[] layers = truth.partialColumnsPerCm2(CARBON_MONOXIDE);
    double smoothed = Arrays.stream(found.smoothed(layers)).sum();
    double column = found.column().perCm2();
    double pull = (column - smoothed) / found.column().noisePerCm2();
    sums.smoothed += column / smoothed - 1;
    sums.squaredBias += Math.pow(column / smoothed - 1, 2);
    sums.unsmoothed += column / Arrays.stream(layers).sum() - 1;
    sums.chiSquare += found.estimate().chiSquare();
    sums.squaredPull += pull * pull;
    sums.degrees += found.degreesOfFreedom();
    sums.within += Math.abs(pull) < 3 ? 1 : 0;
    sums.count++;
    assertThat(found.estimate().converged()).isTrue();
  }

  private static void judge(Sums[] sums) {
    Sums all = new Sums();
    for (int k = 0; k < SCALES.length; k++) {
      System.out.printf(
          Locale.ROOT,
          "CO x %.2f: %+.2f +- %.2f %% off the smoothed truth, %+.2f %% off the truth%n",
          SCALES[k],
          100 * sums[k].bias(),
          100 * sums[k].biasSigma(),
          100 * sums[k].unsmoothed / sums[k].count);
      all.add(sums[k]);
      assertThat(Math.abs(sums[k].bias())).isLessThan(0.02);
    }
    System.out.println(all.text());
    assertThat((double) all.within / all.count).isGreaterThanOrEqualTo(0.99);
    assertThat(Math.abs(all.bias())).isLessThan(0.02);
    assertThat(all.chiSquare / all.count).isBetween(0.9, 1.1);
    assertThat(all.pull()).isBetween(0.85, 1.15);
    // An optimal estimate is drawn to its prior: too high where there is little, too low where
    // much.
    assertThat(sums[0].unsmoothed).isPositive();
    assertThat(sums[SCALES.length - 1].unsmoothed).isNegative();
  }
}
