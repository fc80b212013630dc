package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.cli.answer.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Cubes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RyuguParametersTest {
  private static final int PIXELS = 3;

  @TempDir private Path folder;

  /// Pixel 0: OH at 2.715 um, 0.2 deep, on a sloping continuum; 1: flat; 2: no data.
  private Path cube() throws IOException {
    double[] um = new double[369];
    Arrays.setAll(um, k -> 1e4 / (1e4 / 0.99 - 20 * k));
    double[] values = new double[PIXELS * um.length];
    for (int k = 0; k < um.length; k++) {
      double dip = 0.2 * Math.exp(-Math.pow((um[k] - 2.715) / 0.03, 2) / 2);
      values[k] = (0.02 + 0.002 * um[k]) * (1 - dip);
      values[um.length + k] = 0.02 * (1 + 1e-3 * ((k * 7919) % 13 - 6));
      values[2 * um.length + k] = Double.NaN;
    }
    String axis = Arrays.stream(um).mapToObj(Double::toString).collect(Collectors.joining(","));
    return TestCubes.write(
        folder, "grain", PIXELS, values, "wavelength units = um\nwavelength = {" + axis + "}");
  }

  @Test
  void measuresWhatWasPutIn() throws IOException {
    Path cube = cube();
    Path plan = folder.resolve("plan.csv");
    Files.writeString(
        plan, "fit,OH,2.55,2.95,2.72,0.03\ndepth,BD,2.6,2.715,2.83\nratio,slope,2.5,2.0\n");
    Path out = folder.resolve("maps.hdr");
    Shell shell = Shell.run("ryugu", "parameters", cube, "--bands", plan, "-o", out, "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.json().at("/bands/OH/fitted").asInt()).isEqualTo(1);
    assertThat(shell.json().at("/bands/OH/no_data").asInt()).isEqualTo(1);
    try (Cube maps = Cubes.open(out)) {
      assertThat(maps.bands()).isEqualTo(14);
      double[] all = new double[PIXELS * 14];
      maps.read(0, PIXELS, all);
      assertThat(all[0]).isCloseTo(2.715, within(1e-6));
      assertThat(all[2]).isCloseTo(0.2, within(1e-6));
      assertThat(all[10]).isCloseTo(0.2, within(0.01));
      assertThat(all[12]).isCloseTo(0.025 / 0.024, within(1e-3));
      assertThat(all[28]).isNaN();
      assertThat(all[37]).isEqualTo(1);
    }
  }

  @Test
  void writesATableALineAPixel() throws IOException {
    Path out = folder.resolve("table.csv");
    Shell shell = Shell.run("ryugu", "parameters", cube(), "-o", out, "--csv");
    assertThat(shell.code()).as(shell.err()).isZero();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(1 + PIXELS);
    assertThat(lines.getFirst()).startsWith("line,sample,OH centre_um,OH centre_sigma_um");
    assertThat(lines.get(1)).startsWith("0,0,2.715");
    assertThat(lines.get(3)).startsWith("0,2,,,");
  }

  @Test
  void saysWhichLineOfThePlanIsWrong() throws IOException {
    Path plan = folder.resolve("plan.csv");
    Files.writeString(plan, "# mine\nfit,OH,2.95,2.55,2.72,0.03\n");
    Shell shell =
        Shell.run("ryugu", "parameters", cube(), "--bands", plan, "-o", folder.resolve("x.hdr"));
    assertThat(shell.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(shell.err()).contains("line 2").contains("not 0 < low");
    Files.writeString(plan, "fit,far,12,13,12.5,0.1\n");
    Shell far =
        Shell.run("ryugu", "parameters", cube(), "--bands", plan, "-o", folder.resolve("x.hdr"));
    assertThat(far.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(far.err()).contains("far").contains("0 from 12.0 to 13.0 um");
  }
}
