package org.jumelles.iasi.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.jumelles.formats.hitran.Line;
import org.jumelles.formats.hitran.LineFile;
import org.jumelles.formats.hitran.LineFiles;
import org.jumelles.formats.profile.ProfileTable;
import org.jumelles.iasi.absorption.ReferenceData;
import org.jumelles.iasi.absorption.Transitions;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layering;
import org.jumelles.iasi.atmosphere.Profile;
import org.jumelles.iasi.atmosphere.StandardProfile;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.iasi.transfer.LineByLine;
import org.jumelles.iasi.transfer.Surface;

/// Gases other than CO, and temperature: spectra line by line with noise, the gas 0.7, 1 and 1.4
/// times the prior's, the air as told or up to 3 K warmer or colder.
///
/// H2O, N2O and CO2 with the lines at hand; CH4 and O3, for which there are none, with a few lines
/// made up where those gases absorb, which proves the path and no more.
class OtherGasesTest {
  private static final int DRAWS = 8;
  private static final double[] SCALES = {0.7, 1, 1.4};

  /// A gas, its window, and how far the prior lets it go.
  private record Case(
      String name, int molecule, double from, double to, GasRetrieval.Settings settings) {}

  private static Transitions real(Case one, String... files) {
    List<LineFile> read = new ArrayList<>();
    for (String file : files) {
      read.add(LineFiles.read(ReferenceData.bytes(file)).found().orElseThrow());
    }
    return Transitions.of(read, one.from() - 5, one.to() + 5, false).found().orElseThrow();
  }

  /// Lines a third of a wavenumber apart, and some of water between them.
  private static Transitions madeUp(Case one, double strengthCm) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; one.from() - 4 + 0.35 * i < one.to() + 4; i++) {
      double nu = one.from() - 4 + 0.35 * i;
      double strength = strengthCm * (0.2 + (i * 7 % 11) / 8.0);
      lines.add(line(one.molecule(), nu, strength, 100 + 60 * (i % 9)));
      if (i % 9 == 0) {
        lines.add(line(1, nu + 0.11, 1e-24, 500));
      }
    }
    return Transitions.of(
            List.of(new LineFile("made up", lines, 0, 0)), one.from() - 5, one.to() + 5, false)
        .found()
        .orElseThrow();
  }

  private static Line line(int molecule, double nu, double strength, double energy) {
    return new Line(molecule, 1, nu, strength, 1, 0.06, 0.08, energy, 0.7, 0, " ", " ", 1);
  }

  private static Atmosphere air() {
    return Layering.DEFAULT.cut(StandardProfile.make(), 25).merged();
  }

  private static Atmosphere usStandard() {
    Profile profile =
        Profile.of(
                ProfileTable.read(ReferenceData.bytes("profiles/afgl50/USstandard_all.xy"))
                    .found()
                    .orElseThrow())
            .found()
            .orElseThrow();
    return Layering.DEFAULT.cut(profile, 25).merged();
  }

  @Test
  void waterOfItsOwnLines() {
    GasRetrieval.Settings wide = new GasRetrieval.Settings(0.5, 4, 0.3, 0.05, 5, 0);
    Case water = new Case("H2O", 1, 1388, 1394, wide);
    judge(water, real(water, "lblrtm_us_standard/lines_used/h2o1_window.par"), usStandard(), 2);
  }

  @Test
  void nitrousOxideOfItsOwnLines() {
    GasRetrieval.Settings narrow = new GasRetrieval.Settings(0.3, 10, 0.3, 0.3, 5, 0);
    Case nitrous = new Case("N2O", 4, 2200, 2206, narrow);
    judge(nitrous, real(nitrous, "lblrtm_us_standard/lines_used/co_window.par"), usStandard(), 0.9);
  }

  @Test
  void carbonDioxideOfItsOwnLines() {
    GasRetrieval.Settings narrow = new GasRetrieval.Settings(0.3, 10, 0.3, 0.3, 5, 0);
    Case dioxide = new Case("CO2", 2, 2068, 2074, narrow);
    judge(dioxide, real(dioxide, "lblrtm_us_standard/lines_used/co_window.par"), usStandard(), 0.8);
  }

  @Test
  void methaneAndOzoneOfMadeUpLines() {
    GasRetrieval.Settings wide = new GasRetrieval.Settings(0.5, 7, 0.3, 0.05, 5, 0);
    Case methane = new Case("CH4 (made-up lines)", 6, 1300, 1306, wide);
    judge(methane, madeUp(methane, 2e-21), air(), 0.8);
    Case ozone = new Case("O3 (made-up lines)", 3, 1050, 1056, wide);
    judge(ozone, madeUp(ozone, 1e-20), air(), 0.8);
  }

  private static void judge(Case one, Transitions lines, Atmosphere air, double leastDegrees) {
    AbsorptionTable table =
        new TableCompiler(lines, null, one.from(), one.to(), TableCompiler.Effort.FULL)
            .compile(List.of("test"));
    GasRetrieval retrieval = new GasRetrieval(new FastModel(table), one.molecule(), one.settings());
    LineByLine exact = new LineByLine(lines, null, one.from(), one.to(), LineByLine.Widths.EXACT);
    double[] sigma = NoiseTable.BUILT_IN.radiance(table.wavenumberPerCm());
    NoiseCovariance noise = retrieval.noise(sigma, OptionalDouble.empty());
    Surface ground = new Surface(air.groundTemperatureK() + 2, 0.98);
    GasRetrieval.Start start = retrieval.start(air, ground);
    Random random = new Random(11);
    double pulls = 0;
    double chi = 0;
    double degrees = 0;
    double off = 0;
    int count = 0;
    StringBuilder told = new StringBuilder();
    for (double scale : SCALES) {
      double[] factors = new double[air.layers().size()];
      Arrays.fill(factors, scale);
      Atmosphere truth = air.scaled(one.molecule(), factors);
      double[] clean = exact.spectrum(truth, ground).radiance();
      double unsmoothed = 0;
      for (int draw = 0; draw < DRAWS; draw++) {
        double[] noisy = SimulatedRetrievalTest.noise(random, sigma);
        for (int c = 0; c < noisy.length; c++) {
          noisy[c] += clean[c];
        }
        GasColumn found = retrieval.retrieve("x", start, noisy, noise).found().orElseThrow();
        assertThat(found.estimate().converged()).isTrue();
        double[] layers = truth.partialColumnsPerCm2(one.molecule());
        double smoothed = Arrays.stream(found.smoothed(layers)).sum();
        double pull = (found.column().perCm2() - smoothed) / found.column().noisePerCm2();
        pulls += pull * pull;
        off += found.column().perCm2() / smoothed - 1;
        unsmoothed += found.column().perCm2() / Arrays.stream(layers).sum() - 1;
        // What a fit leaves of the noise: a channel less for each degree of freedom.
        double due = 1 - found.estimate().degreesOfFreedom() / noisy.length;
        chi += found.estimate().chiSquare() / due;
        degrees += found.degreesOfFreedom();
        count++;
      }
      told.append(String.format(Locale.ROOT, " x%.1f %+.1f %%", scale, 100 * unsmoothed / DRAWS));
    }
    System.out.printf(
        Locale.ROOT,
        "%s %.0f-%.0f: off smoothed %+.1f %%, pull %.2f, chi2 %.2f, dofs %.2f, off true%s,"
            + " table %.4f K%n",
        one.name(),
        one.from(),
        one.to(),
        100 * off / count,
        Math.sqrt(pulls / count),
        chi / count,
        degrees / count,
        told,
        table.error().rmsK());
    assertThat(Math.sqrt(pulls / count)).isBetween(0.6, 1.4);
    assertThat(chi / count).isBetween(0.85, 1.15);
    assertThat(degrees / count).isGreaterThan(leastDegrees);
  }

  /// Carbon dioxide near 4.2 um, its amount known to 2 %: found warmer and colder air is
  /// nearer to the truth than the start was, and as near as its sigmas tell.
  @Test
  void temperatureOfCarbonDioxidesLines() {
    GasRetrieval.Settings settings =
        new GasRetrieval.Settings(0.02, 20, 0.3, 0.05, 5, 0).withTemperature(3);
    Case one = new Case("T", 2, 2386, 2392, settings);
    Transitions lines = real(one, "lines/CO2_626_2380_2400.par");
    Atmosphere air = usStandard();
    AbsorptionTable table =
        new TableCompiler(lines, null, one.from(), one.to(), TableCompiler.Effort.FULL)
            .compile(List.of("test"));
    GasRetrieval retrieval = new GasRetrieval(new FastModel(table), 2, settings);
    LineByLine exact = new LineByLine(lines, null, one.from(), one.to(), LineByLine.Widths.EXACT);
    double[] sigma = NoiseTable.BUILT_IN.radiance(table.wavenumberPerCm());
    NoiseCovariance noise = retrieval.noise(sigma, OptionalDouble.empty());
    Surface ground = new Surface(air.groundTemperatureK(), 0.98);
    GasRetrieval.Start start = retrieval.start(air, ground);
    Random random = new Random(12);
    double squares = 0;
    double degrees = 0;
    double before = 0;
    double after = 0;
    int count = 0;
    for (double kelvin : new double[] {-3, -1, 0, 2, 3}) {
      double[] truth = new double[air.layers().size()];
      Arrays.fill(truth, kelvin);
      double[] clean = exact.spectrum(air.warmed(truth), ground).radiance();
      for (int draw = 0; draw < DRAWS; draw++) {
        double[] noisy = SimulatedRetrievalTest.noise(random, sigma);
        for (int c = 0; c < noisy.length; c++) {
          noisy[c] += clean[c];
        }
        GasColumn found = retrieval.retrieve("x", start, noisy, noise).found().orElseThrow();
        assertThat(found.estimate().converged()).isTrue();
        degrees += found.temperatureDegreesOfFreedom();
        double[] sigmas = found.temperatureSigmaK();
        for (int l = 2; l < 8; l++) {
          double off = found.warmerK()[l] - kelvin;
          squares += Math.pow(off / sigmas[l], 2) / 6;
          before += kelvin * kelvin / 6;
          after += off * off / 6;
        }
        count++;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "T of CO2 2386-2392: rms off the truth, layers 3 to 8: %.2f K, started %.2f K; in sigmas"
            + " %.2f; degrees of freedom %.2f%n",
        Math.sqrt(after / count),
        Math.sqrt(before / count),
        Math.sqrt(squares / count),
        degrees / count);
    assertThat(after).isLessThan(0.5 * before);
    assertThat(Math.sqrt(squares / count)).isBetween(0.3, 1.3);
    assertThat(degrees / count).isGreaterThan(1);
  }
}
