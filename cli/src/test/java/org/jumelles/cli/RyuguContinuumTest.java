package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.cli.answer.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Cubes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RyuguContinuumTest {
  @TempDir private Path folder;

  /// 1e-6: what the published cube, in float32, is worth.
  @Test
  void agreesWithAPublishedContinuum() throws IOException {
    Path cube = Shell.data("ryugu/envi/caltech_4_100_150_nm.hdr");
    Path expected = Shell.data("ryugu/envi/caltech_4_100_150_nm_continuum_removed.hdr");
    Path out = folder.resolve("flat.hdr");
    Shell shell = Shell.run("ryugu", "continuum", cube, "-o", out, "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.json().get("axis").asString()).isEqualTo("wavelength");
    try (Cube made = Cubes.open(out);
        Cube wanted = Cubes.open(expected)) {
      double[] a = new double[22_500 * 4];
      double[] b = new double[22_500 * 4];
      made.read(0, 22_500, a);
      wanted.read(0, 22_500, b);
      assertThat(a).containsExactly(b, within(1e-6));
    }
  }

  @Test
  void leavesBadBandsWithoutAValueAndCountsThem() throws IOException {
    Path cube =
        TestCubes.write(
            folder,
            "odd",
            2,
            "1 9 2 1 NaN 1 1 1",
            "wavelength units = nm\nwavelength = {1000, 1500, 2000, 3000}\nbbl = {1, 0, 1, 1}");
    Path out = folder.resolve("flat.img");
    Shell shell = Shell.run("ryugu", "continuum", cube, "-o", out, "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.json().get("no_value").asInt()).isEqualTo(3);
    try (Cube made = Cubes.open(out)) {
      double[] a = new double[8];
      made.read(0, 2, a);
      assertThat(a).containsExactly(1, Double.NaN, 1, 1, Double.NaN, Double.NaN, 1, 1);
    }
  }

  @Test
  void refusesAnAxisOfWhichOnlyTheNumbersAreKnown() throws IOException {
    Path cube = TestCubes.write(folder, "bare", 1, "1 2 3", "");
    Shell shell = Shell.run("ryugu", "continuum", cube, "-o", folder.resolve("x.hdr"));
    assertThat(shell.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(shell.err()).contains("bare.hdr").contains("only bands");
    Path twice =
        TestCubes.write(
            folder, "twice", 1, "1 2 3", "wavelength units = um\nwavelength = {1, 2, 2}");
    Shell double2 = Shell.run("ryugu", "continuum", twice, "-o", folder.resolve("x.hdr"));
    assertThat(double2.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(double2.err()).contains("band 3").contains("where band 2 is too");
  }
}
