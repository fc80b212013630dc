package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.cli.answer.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jumelles.iasi.absorption.CarbonMonoxideFundamental;
import tools.jackson.databind.JsonNode;

/// From lines to a column through the commands alone, with the lines that need no licence.
class IasiRetrieveTest {
  private static final String LEVELS =
      """
      pressure_hPa,temperature_K,H2O_ppmv,CO_ppbv
      1000,288,8000,120
      900,282,6000,118
      800,276,4000,115
      700,269,2500,112
      600,261,1500,110
      500,252,800,105
      400,242,300,100
      300,229,80,95
      200,217,15,70
      100,217,4,30
      50,217,4,15
      20,220,4,12
      5,240,5,20
      1,268,5,60
      """;

  @TempDir private Path folder;

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void aSpectrumOfKnownAirGivesItsColumnBack() throws IOException {
    Path lines =
        write(
            "co.par",
            org.jumelles.formats.hitran.LineFiles.write(
                CarbonMonoxideFundamental.lines(30).lines()));
    Path levels = write("levels.csv", LEVELS.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Path table = folder.resolve("co.table");
    Shell compiled =
        Shell.run(
            "iasi", "compile", "--lines", lines, "--window", "2150:2170", "-o", table, "--json");
    assertThat(compiled.code()).as(compiled.err()).isZero();
    assertThat(compiled.json().get("error_rms_k").asDouble()).isLessThan(0.03);
    assertThat(compiled.json().get("made").get(0).asString()).contains("co.par").contains("sha256");
    Shell forward =
        Shell.run(
            "iasi",
            "forward",
            "--lines",
            lines,
            "--profile",
            levels,
            "--window",
            "2150:2170",
            "--csv");
    Path spectrum = write("s.csv", forward.out().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Path product = folder.resolve("columns.nc");
    Shell retrieved =
        Shell.run(
            "iasi",
            "retrieve",
            spectrum,
            "--tables",
            table,
            "--gas",
            "CO",
            "--profile",
            levels,
            "--json",
            "-o",
            product);
    assertThat(retrieved.code()).as(retrieved.err()).isZero();
    assertThat(retrieved.json().get("good").asInt()).isEqualTo(1);
    JsonNode one = retrieved.json().get("retrievals").get(0);
    assertThat(one.get("converged").asBoolean()).isTrue();
    // Made and retrieved from the same air, without noise: only layering and table err.
    assertThat(one.get("column").asDouble() / one.get("prior").asDouble())
        .isCloseTo(1, within(0.02));
    assertThat(one.get("dofs").asDouble()).isBetween(1.0, 3.0);
    assertThat(one.get("kernel").size()).isEqualTo(one.get("pressure_hpa").size());
    assertThat(Files.size(product)).isPositive();

    Shell bare = Shell.run("iasi", "retrieve", spectrum, "--tables", table, "--json");
    assertThat(bare.json().get("doubtful").asInt()).isEqualTo(1);
    assertThat(bare.json().get("retrievals").get(0).get("doubts").get(0).asString())
        .contains("none given");
    refusals(spectrum, table, levels);
    noise(spectrum, table, levels, one.get("sigma_noise").asDouble());
  }

  /// Ten times the noise: a column that knows less.
  private void noise(Path spectrum, Path table, Path levels, double builtIn) throws IOException {
    StringBuilder rows = new StringBuilder("wavenumber_per_cm,nedr_w_m2_sr_per_m\n");
    double[] one = new double[1];
    for (double nu = 2150; nu <= 2170; nu += 0.25) {
      one[0] = nu;
      double noise = org.jumelles.iasi.calibration.NoiseTable.BUILT_IN.radiance(one)[0];
      rows.append(nu).append(',').append(10 * noise).append('\n');
    }
    Path nedr =
        write("nedr.csv", rows.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Shell loud =
        Shell.run(
            "iasi",
            "retrieve",
            spectrum,
            "--tables",
            table,
            "--profile",
            levels,
            "--nedr",
            nedr,
            "--json");
    assertThat(loud.json().get("noise").asString()).contains("nedr.csv");
    JsonNode found = loud.json().get("retrievals").get(0);
    assertThat(found.get("sigma_noise").asDouble()).isGreaterThan(2 * builtIn);
    Shell independent =
        Shell.run(
            "iasi",
            "retrieve",
            spectrum,
            "--tables",
            table,
            "--profile",
            levels,
            "--independent-noise",
            "--json");
    assertThat(independent.json().get("noise").asString()).contains("independent channels");
    assertThat(independent.json().get("retrievals").get(0).get("sigma_noise").asDouble() / builtIn)
        .isBetween(0.7, 0.98);
    Shell other = Shell.run("iasi", "retrieve", spectrum, "--tables", table, "--l2", spectrum);
    assertThat(other.code()).isEqualTo(ExitCode.REFUSED);
    Path folder = Shell.data("iasi/pcc/IASI_EV3_xx_Mxx");
    Shell own =
        Shell.run(
            "iasi",
            "retrieve",
            spectrum,
            "--tables",
            table,
            "--profile",
            levels,
            "--nedr",
            folder,
            "--json");
    assertThat(own.code()).as(own.err()).isZero();
    double theirs = own.json().get("retrievals").get(0).get("sigma_noise").asDouble();
    assertThat(theirs / builtIn).isBetween(0.8, 1.25);
  }

  private void refusals(Path spectrum, Path table, Path levels) throws IOException {
    Shell other =
        Shell.run(
            "iasi", "retrieve", spectrum, "--tables", table, "--gas", "O3", "--profile", levels);
    assertThat(other.code()).isEqualTo(ExitCode.USAGE);
    assertThat(other.err()).contains("the table has no O3; it has [CO]");
    byte[] broken = Files.readAllBytes(table);
    broken[broken.length / 2] ^= 1;
    Path changed = write("changed.table", broken);
    Shell refused = Shell.run("iasi", "retrieve", spectrum, "--tables", changed);
    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err()).contains("SHA-256");
    List<String> rows = Files.readAllLines(spectrum);
    Path cut = Files.write(folder.resolve("cut.csv"), rows.subList(0, 20));
    Shell missing =
        Shell.run("iasi", "retrieve", cut, "--tables", table, "--profile", levels, "--json");
    assertThat(missing.json().get("refused").asInt()).isEqualTo(1);
  }
}
