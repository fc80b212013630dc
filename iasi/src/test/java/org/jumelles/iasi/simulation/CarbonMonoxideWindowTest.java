package org.jumelles.iasi.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.iasi.absorption.CarbonMonoxideFundamental;
import org.jumelles.iasi.absorption.Physics;
import org.jumelles.iasi.absorption.Transitions;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.Geometry;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.iasi.transfer.LineByLine;
import org.jumelles.iasi.transfer.Surface;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarbonMonoxideWindowTest {
  private static final double FROM = CarbonMonoxideWindow.FROM_PER_CM;
  private static final double TO = CarbonMonoxideWindow.TO_PER_CM;

  private static LineByLine exact() {
    Transitions lines =
        Transitions.of(List.of(CarbonMonoxideFundamental.lines(40)), FROM - 5, TO + 5, false)
            .found()
            .orElseThrow();
    return new LineByLine(lines, null, FROM, TO, LineByLine.Widths.EXACT);
  }

  private static double[] slowly(LineByLine exact, SimulatedState state, double zenithDeg) {
    Atmosphere air = SimulatedAir.seen(state.groundK(), zenithDeg);
    double[] factors = new double[air.layers().size()];
    Arrays.fill(factors, state.scale());
    return exact
        .spectrum(
            air.scaled(SimulatedAir.CARBON_MONOXIDE, factors), new Surface(state.surfaceK(), 1))
        .brightnessTemperatureK();
  }

  /// Against the forward model on its even grid of 50,000 wavenumbers, with its Fourier transform.
  /// Off by 0.01 K at most: a fifteenth of the noise.
  @Test
  void fewWavenumbersTellWhatManyDo() {
    LineByLine exact = exact();
    CarbonMonoxideWindow window = new CarbonMonoxideWindow();
    double[][] cases = {{244, 246, 0.5, 0}, {288, 287, 1, 30}, {304, 305.5, 3, 58.5}};
    for (double[] one : cases) {
      SimulatedState state = new SimulatedState((int) one[0], one[1], 0, one[2]);
      double[] slow = slowly(exact, state, one[3]);
      double[] fast = window.radiance(state, 0, one[3]);
      double deepest = 0;
      for (int c = 0; c < slow.length; c++) {
        double nu = FROM + 0.25 * c;
        assertThat(Math.abs(Physics.brightnessTemperatureK(nu, fast[c]) - slow[c]))
            .as(nu + " cm-1 of " + state)
            .isLessThan(0.01);
        deepest = Math.max(deepest, one[1] - slow[c]);
      }
      assertThat(deepest).as("depth of the lines, K").isGreaterThan(3);
    }
  }

  /// Under a black cloud the ground is not seen; above it the gas still is. A cloud ends on the
  /// layer's boundary above it, up to 0.9 km higher and warmer than the air there: 2 K more than
  /// the cloud.
  @Test
  void aBlackCloudHidesTheGround() {
    CarbonMonoxideWindow window = new CarbonMonoxideWindow();
    double[] warm = window.radiance(new SimulatedState(288, 300, 1, 1), 6, 0);
    double[] other = window.radiance(new SimulatedState(288, 300, 1, 2), 6, 0);
    double cloudK = org.jumelles.iasi.simulation.Atmosphere.temperatureK(300, 6);
    double warmest =
        Arrays.stream(warm)
            .map(one -> Physics.brightnessTemperatureK(2160, one))
            .max()
            .orElseThrow();
    assertThat(warmest).isBetween(cloudK - 2, cloudK + 2);
    assertThat(other).isNotEqualTo(warm);
  }

  /// The granule's channels are the window's but for noise, and its truth is what it was made with.
  @Test
  void aGranuleCarriesTheWindowAndItsTruth() {
    SimulatedGranule granule =
        new SimulatedGranule(new Plan(7, Utc.parse("2026-06-21T09:00:00"), 2, 0, Optional.empty()));
    Geometry geometry = granule.geometry(1);
    List<SimulatedState> states = granule.states(geometry);
    ScanLine line = granule.line(1).found().orElseThrow();
    CarbonMonoxideWindow window = new CarbonMonoxideWindow();
    double[] noise = NoiseTable.BUILT_IN.radiance(new double[] {FROM, TO});
    double squares = 0;
    int count = 0;
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      SimulatedState state = states.get(pixel);
      if (state.cloudFraction() > 0) {
        continue;
      }
      double[] clean = window.radiance(state, 0, geometry.satelliteZenithDeg()[pixel]);
      for (int c = 0; c < clean.length; c++) {
        int channel = Channels.nearest(FROM + 0.25 * c);
        double seen =
            line.counts()[ScanLine.at(pixel) + channel - 1] * line.scale().factors()[channel - 1];
        squares += Math.pow((seen - clean[c]) / noise[0], 2);
        count++;
      }
    }
    assertThat(count).isGreaterThan(154 * 5);
    // Noise is that of 2143 cm-1; it grows by a tenth and more across the window.
    assertThat(squares / count).isBetween(0.9, 1.6);
  }

  @Test
  void statesAreReadAsTheyWereWritten(@TempDir Path folder) throws IOException {
    SimulatedGranule granule =
        new SimulatedGranule(new Plan(7, Utc.parse("2026-06-21T09:00:00"), 2, 0, Optional.empty()));
    Path file = Files.writeString(folder.resolve("states.csv"), StateFile.text(granule));
    Map<Integer, StateFile.Row> rows = StateFile.read(file);
    assertThat(rows).hasSize(240);
    SimulatedState truth = granule.states(granule.geometry(1)).get(13);
    StateFile.Row row = rows.get(StateFile.place(1, 13));
    assertThat(row.state().groundK()).isEqualTo(truth.groundK());
    assertThat(row.state().scale()).isCloseTo(truth.scale(), within(1e-5));
    assertThat(row.state().surfaceK()).isCloseTo(truth.surfaceK(), within(1e-4));
    assertThat(row.columnPerCm2() / truth.scale()).isBetween(1.8e18, 2.4e18);
    Files.writeString(file, "line,efov\n1,2\n");
    assertThatThrownBy(() -> StateFile.read(file)).isInstanceOf(MalformedDataException.class);
    Files.writeString(file, StateFile.text(granule).replaceFirst("\n0,0,1,.", "\n0,0,1,x"));
    assertThatThrownBy(() -> StateFile.read(file))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("line 3");
  }

  @Test
  void carbonMonoxideVaries() {
    SimulatedGranule granule =
        new SimulatedGranule(
            new Plan(7, Utc.parse("2026-06-21T09:00:00"), 760, 0, Optional.empty()));
    double least = 9;
    double greatest = 0;
    for (int line = 0; line < 760; line += 20) {
      for (SimulatedState state : granule.states(granule.geometry(line))) {
        least = Math.min(least, state.scale());
        greatest = Math.max(greatest, state.scale());
      }
    }
    assertThat(least).isBetween(0.5, 0.75);
    assertThat(greatest).isBetween(1.5, 3.0);
  }
}
