package org.jumelles.iasi.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jumelles.formats.hitran.Line;
import org.jumelles.formats.hitran.LineFile;
import org.jumelles.iasi.absorption.CarbonMonoxideFundamental;
import org.jumelles.iasi.absorption.LayerAbsorption;
import org.jumelles.iasi.absorption.SpectralGrid;
import org.jumelles.iasi.absorption.Transitions;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layer;
import org.jumelles.iasi.atmosphere.Layering;
import org.jumelles.iasi.atmosphere.Profile;
import org.jumelles.iasi.transfer.LineByLine;
import org.jumelles.iasi.transfer.Sensitivity;
import org.jumelles.iasi.transfer.Surface;

/// Analytic derivatives against central differences, over airs, angles, grounds and emissivities:
/// from tables and line by line. Lines are CO's computed fundamental and a few made up for H2O, so
/// that nothing has to be at hand.
class JacobianTest {
  private static final double FROM = 2158;
  private static final double TO = 2164;
  private static final int WATER = 1;
  private static final int CARBON_MONOXIDE = 5;
  private static final Transitions LINES = lines();
  private static final AbsorptionTable TABLE =
      new TableCompiler(LINES, null, FROM, TO, TableCompiler.Effort.QUICK).compile(List.of("test"));
  private static final FastModel FAST = new FastModel(TABLE);

  private static Transitions lines() {
    List<Line> all = new ArrayList<>();
    for (Line line : CarbonMonoxideFundamental.lines(30).lines()) {
      all.add(line);
    }
    for (int i = 0; i < 5; i++) {
      double nu = 2154.3 + 3.1 * i;
      all.add(
          new Line(
              WATER,
              1,
              nu,
              3e-24 * (i + 1),
              1,
              0.07,
              0.4,
              300 + 200 * i,
              0.7,
              -0.002,
              " ",
              " ",
              1));
    }
    all.sort((a, b) -> Double.compare(a.wavenumberPerCm(), b.wavenumberPerCm()));
    return Transitions.of(List.of(new LineFile("made up", all, 0, 0)), FROM - 5, TO + 5, false)
        .found()
        .orElseThrow();
  }

  /// Ground between 240 and 310 K, a lapse and an inversion, water and CO as drawn.
  private static Atmosphere air(double groundK, double waterShare, double coShare, double zenith) {
    double[] pressures = {1000, 920, 840, 700, 540, 400, 280, 200, 120, 60, 20, 4, 1};
    double[] kelvins = new double[pressures.length];
    double[][] shares = new double[CARBON_MONOXIDE + 1][0];
    shares[WATER] = new double[pressures.length];
    shares[CARBON_MONOXIDE] = new double[pressures.length];
    for (int i = 0; i < pressures.length; i++) {
      double fall = Math.pow(pressures[i] / 1000, 0.19);
      kelvins[i] = Math.max(205, groundK * fall + (i == 1 ? 2 : 0));
      shares[WATER][i] = Math.max(4e-6, waterShare * Math.pow(pressures[i] / 1000, 3));
      shares[CARBON_MONOXIDE][i] = coShare * (1 - 0.05 * i);
    }
    return Layering.DEFAULT.cut(new Profile("drawn", pressures, kelvins, shares), zenith).merged();
  }

  @Property(tries = 12)
  void derivativesOfTheTableAreDifferences(
      @ForAll @DoubleRange(min = 240, max = 310) double groundK,
      @ForAll @DoubleRange(min = 0.1, max = 20) double waterPerMille,
      @ForAll @DoubleRange(min = 30, max = 400) double coPpb,
      @ForAll @DoubleRange(min = 0, max = 60) double zenith,
      @ForAll @DoubleRange(min = 0.5, max = 1) double emissivity) {
    Atmosphere air = air(groundK, waterPerMille / 1e3, coPpb / 1e9, zenith);
    Surface ground = new Surface(groundK + 3, emissivity);
    FastModel.Prepared prepared = FAST.prepare(air, true);
    int gases = TABLE.gases().length;
    int layers = air.layers().size();
    FastModel.Seen seen = FAST.see(prepared, new double[gases][0], ground);
    double h = 1e-3;
    for (int g = 0; g < gases; g++) {
      double greatest = greatest(seen.perLogAmount()[g]);
      for (int l = 0; l < layers; l++) {
        double[] more = FAST.see(prepared, one(gases, layers, g, l, h), ground).radiance();
        double[] less = FAST.see(prepared, one(gases, layers, g, l, -h), ground).radiance();
        near(seen.perLogAmount()[g][l], more, less, h, 1e-4, greatest);
      }
    }
    double warmest = greatest(seen.perKelvin());
    for (int l = 0; l < layers; l++) {
      double[] kelvins = new double[layers];
      kelvins[l] = 0.05;
      double[] more = FAST.radiance(FAST.prepare(air.warmed(kelvins), false), ground);
      kelvins[l] = -0.05;
      double[] less = FAST.radiance(FAST.prepare(air.warmed(kelvins), false), ground);
      near(seen.perKelvin()[l], more, less, 0.05, 2e-3, warmest);
    }
    near(
        seen.perSurfaceKelvin(),
        FAST.radiance(prepared, new Surface(groundK + 3.05, emissivity)),
        FAST.radiance(prepared, new Surface(groundK + 2.95, emissivity)),
        0.05,
        1e-5,
        greatest(new double[][] {seen.perSurfaceKelvin()}));
  }

  /// Gas, temperature and ground at a monochromatic grid about a line, with cross-sections made
  /// anew for each difference: by temperature, strengths and widths change too.
  @Property(tries = 8)
  void derivativesLineByLineAreDifferences(
      @ForAll @DoubleRange(min = 240, max = 310) double groundK,
      @ForAll @DoubleRange(min = 0.1, max = 20) double waterPerMille,
      @ForAll @DoubleRange(min = 0, max = 60) double zenith,
      @ForAll @DoubleRange(min = 0.5, max = 1) double emissivity,
      @ForAll @IntRange(min = 0, max = 9) int layer) {
    SpectralGrid grid = new SpectralGrid(2160.5, 1.0 / 512, 513);
    Atmosphere air = air(groundK, waterPerMille / 1e3, 1e-7, zenith);
    Surface ground = new Surface(groundK - 2, emissivity);
    double[][] depth = depths(air, grid);
    double[] nu = new double[grid.count()];
    Arrays.setAll(nu, grid::wavenumberPerCm);
    Sensitivity found = Sensitivity.of(nu, air, ground, depth, true);

    double h = 1e-3;
    double[] own = depths(gasAlone(air, layer), grid)[layer];
    double[] perLog = new double[nu.length];
    Arrays.setAll(perLog, i -> found.perOpticalDepth()[layer][i] * own[i]);
    double[] factors = new double[air.layers().size()];
    Arrays.fill(factors, 1);
    factors[layer] = Math.exp(h);
    double[] more = radiance(air.scaled(CARBON_MONOXIDE, factors), ground, grid);
    factors[layer] = Math.exp(-h);
    double[] less = radiance(air.scaled(CARBON_MONOXIDE, factors), ground, grid);
    near(perLog, more, less, h, 2e-4, greatest(new double[][] {perLog}));

    double[] kelvins = new double[air.layers().size()];
    kelvins[layer] = 0.02;
    double[][] warmer = depths(air.warmed(kelvins), grid);
    kelvins[layer] = -0.02;
    double[][] colder = depths(air.warmed(kelvins), grid);
    double[] perKelvin = new double[nu.length];
    Arrays.setAll(
        perKelvin,
        i ->
            found.perTemperature()[layer][i]
                + found.perOpticalDepth()[layer][i] * (warmer[layer][i] - colder[layer][i]) / 0.04);
    double[] cold = radiance(air.warmed(kelvins), ground, grid);
    kelvins[layer] = 0.02;
    double[] warm = radiance(air.warmed(kelvins), ground, grid);
    near(perKelvin, warm, cold, 0.02, 2e-3, greatest(new double[][] {perKelvin}));

    near(
        found.perSurfaceTemperature(),
        radiance(air, new Surface(groundK - 1.98, emissivity), grid),
        radiance(air, new Surface(groundK - 2.02, emissivity), grid),
        0.02,
        1e-5,
        greatest(new double[][] {found.perSurfaceTemperature()}));
  }

  private static double[] radiance(Atmosphere air, Surface ground, SpectralGrid grid) {
    double[] nu = new double[grid.count()];
    Arrays.setAll(nu, grid::wavenumberPerCm);
    return Sensitivity.of(nu, air, ground, depths(air, grid), false).radiance();
  }

  private static double[][] depths(Atmosphere air, SpectralGrid grid) {
    LayerAbsorption absorption = new LayerAbsorption(LINES, grid);
    double[][] depth = new double[air.layers().size()][grid.count()];
    for (int l = 0; l < depth.length; l++) {
      Layer layer = air.layers().get(l);
      absorption.opticalDepth(
          layer.pressureHPa(), layer.temperatureK(), layer.amountsPerCm2(), 0, depth[l]);
    }
    return depth;
  }

  private static Atmosphere gasAlone(Atmosphere air, int layer) {
    List<Layer> layers = new ArrayList<>(air.layers());
    double[] amounts = layers.get(layer).amountsPerCm2().clone();
    amounts[WATER] = 0;
    layers.set(layer, layers.get(layer).with(amounts));
    return new Atmosphere("CO alone", air.zenithDeg(), layers);
  }

  private static double[][] one(int gases, int layers, int gas, int layer, double h) {
    double[][] factors = new double[gases][0];
    factors[gas] = new double[layers];
    factors[gas][layer] = h;
    return factors;
  }

  private static double greatest(double[][] all) {
    double greatest = 0;
    for (double[] row : all) {
      for (double one : row) {
        greatest = Math.max(greatest, Math.abs(one));
      }
    }
    return greatest;
  }

  /// Within a share of the greatest derivative of its kind.
  private static void near(
      double[] found, double[] more, double[] less, double h, double share, double greatest) {
    for (int c = 0; c < found.length; c++) {
      assertThat(found[c])
          .as("at %d", c)
          .isCloseTo((more[c] - less[c]) / (2 * h), within(share * greatest));
    }
  }

  /// What the window looks like at all: a table without lines would pass every difference.
  @Property(tries = 1)
  void theWindowAbsorbs() {
    Atmosphere air = air(290, 0.005, 1e-7, 0);
    double[] kelvins =
        new LineByLine(LINES, null, FROM, TO, LineByLine.Widths.EXACT)
            .spectrum(air, new Surface(290, 1))
            .brightnessTemperatureK();
    assertThat(Arrays.stream(kelvins).min().orElseThrow()).isLessThan(282);
    assertThat(TABLE.gases()).containsExactly(WATER, CARBON_MONOXIDE);
  }
}
