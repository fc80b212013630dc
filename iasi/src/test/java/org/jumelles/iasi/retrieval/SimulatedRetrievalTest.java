package org.jumelles.iasi.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.formats.profile.ProfileTable;
import org.jumelles.iasi.absorption.ReferenceData;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layering;
import org.jumelles.iasi.atmosphere.Profile;
import org.jumelles.iasi.transfer.LineByLine;
import org.jumelles.iasi.transfer.Surface;
import org.jumelles.kernel.outcome.Outcome;

/// CO x 0.5 to x 3 over the AFGL atmospheres: spectra made line by line, with noise, retrieved on
/// the
/// table from the unscaled profile.
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
    int within;
    int count;
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
          double[] noisy = clean.clone();
          for (int c = 0; c < noisy.length; c++) {
            noisy[c] += noise[c] * random.nextGaussian();
          }
          Outcome<GasColumn> outcome = retrieval.retrieve(name, start, noisy, noise);
          take(sums[k], outcome.found().orElseThrow(), truth);
        }
      }
    }
    judge(sums);
  }

  private static void take(Sums sums, GasColumn found, Atmosphere truth) {
    double[] layers = truth.partialColumnsPerCm2(CARBON_MONOXIDE);
    double smoothed = Arrays.stream(found.smoothed(layers)).sum();
    double column = found.column().perCm2();
    double pull = (column - smoothed) / found.column().noisePerCm2();
    sums.smoothed += column / smoothed - 1;
    sums.unsmoothed += column / Arrays.stream(layers).sum() - 1;
    sums.chiSquare += found.estimate().chiSquare();
    sums.squaredPull += pull * pull;
    sums.within += Math.abs(pull) < 3 ? 1 : 0;
    sums.count++;
    assertThat(found.estimate().converged()).isTrue();
  }

  private static void judge(Sums[] sums) {
    double smoothed = 0;
    double chiSquare = 0;
    double pull = 0;
    int within = 0;
    int count = 0;
    for (int k = 0; k < SCALES.length; k++) {
      System.out.printf(
          Locale.ROOT,
          "CO x %.2f: %+.2f %% off the smoothed truth, %+.2f %% off the truth%n",
          SCALES[k],
          100 * sums[k].smoothed / sums[k].count,
          100 * sums[k].unsmoothed / sums[k].count);
      smoothed += sums[k].smoothed;
      chiSquare += sums[k].chiSquare;
      pull += sums[k].squaredPull;
      within += sums[k].within;
      count += sums[k].count;
      assertThat(Math.abs(sums[k].smoothed / sums[k].count)).isLessThan(0.02);
    }
    System.out.printf(
        Locale.ROOT,
        "%d of %d within 3 sigma, chi-square %.3f, pull %.3f%n",
        within,
        count,
        chiSquare / count,
        Math.sqrt(pull / count));
    assertThat((double) within / count).isGreaterThanOrEqualTo(0.99);
    assertThat(Math.abs(smoothed / count)).isLessThan(0.02);
    assertThat(chiSquare / count).isBetween(0.9, 1.1);
    assertThat(Math.sqrt(pull / count)).isBetween(0.85, 1.15);
    // An optimal estimate is drawn to its prior: too high where there is little, too low where
    // much.
    assertThat(sums[0].unsmoothed).isPositive();
    assertThat(sums[SCALES.length - 1].unsmoothed).isNegative();
  }
}
