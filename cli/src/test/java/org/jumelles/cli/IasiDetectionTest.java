package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;

/// Principal components, indices, alerts, grids and NetCDF-4 by the commands, on the real line and
/// on simulated ones.
class IasiDetectionTest {
  private static final String REAL = "iasi/l1c/IASI_L1C_real1line.nat";

  @TempDir private Path folder;

  /// What numpy gave for the same files (double precision).
  @Test
  void componentsOfTheRealLineAreThoseOfNumpy() {
    Shell shell =
        Shell.run("iasi", "pcc", Shell.data(REAL), "--basis", Shell.data("iasi/pcc"), "--json");
    assertThat(shell.code()).isZero();
    JsonNode band = shell.json().get("bands").get(0);
    assertThat(band.get("residual_rms").asDouble()).isCloseTo(0.99487113, within(1e-8));
    assertThat(band.get("residual_max").asDouble()).isCloseTo(4.604785, within(1e-6));
    assertThat(band.get("first_scores").get(0).asDouble()).isCloseTo(-6667.27045, within(1e-5));
    double cost = band.get("residual_rms_quantised").asDouble() - 0.99487113;
    assertThat(cost).isCloseTo(0.0005, within(0.0001));
    assertThat(shell.json().get("bands").size()).isEqualTo(3);
  }

  @Test
  void theSo2IndexOfTheRealLineIsThatOfThePlumeFreeAntarctic() {
    Shell shell = Shell.run("iasi", "index", Shell.data(REAL), "--kind", "so2", "--json");
    assertThat(shell.json().get("mean").asDouble()).isCloseTo(0.08888, within(5e-6));
    assertThat(shell.json().get("sigma").asDouble()).isCloseTo(0.20846, within(5e-6));
    assertThat(shell.json().get("at_or_above").asInt()).isZero();
  }

  @Test
  void rangeIndicesOfTheRealLineStayBelowTheirThreshold() {
    for (String plume : List.of("so2", "dust", "ash")) {
      Shell shell =
          Shell.run(
              "iasi",
              "index",
              Shell.data(REAL),
              "--kind",
              "hri",
              "--plume",
              plume,
              "--basis",
              Shell.data("iasi/pcc"),
              "--json");
      assertThat(shell.code()).as(shell.err()).isZero();
      assertThat(shell.json().get("sigma").asDouble()).isBetween(0.5, 1.6);
      assertThat(shell.json().get("max").asDouble()).isLessThan(4);
    }
    assertThat(Shell.run("iasi", "alert", Shell.data(REAL), "--json").json().get("features").size())
        .isZero();
  }

  /// An SO2 plume of 30 DU and more is seen by the range index of the user's own target.
  @Test
  void aTargetOfTheUserFindsASimulatedPlume() throws IOException {
    Path sim = folder.resolve("sim.nat");
    Path basis = Shell.data("iasi/pcc");
    Shell made =
        Shell.run(
            "iasi",
            "simulate",
            "--lines",
            "6",
            "--seed",
            "11",
            "--plumes",
            "1",
            "--basis",
            basis,
            "-o",
            sim,
            "--json");
    assertThat(made.code()).as(made.err()).isZero();
    Shell found =
        Shell.run("iasi", "index", sim, "--kind", "hri", "--basis", basis, "--pixels", "--json");
    JsonNode plume = made.json().get("plumes").get(0);
    assertThat(plume.get("kind").asString()).isEqualTo("so2");
    double inside = 0;
    double outside = Double.NEGATIVE_INFINITY;
    for (JsonNode row : found.json().get("pixels")) {
      double strength = strength(plume, row);
      double index = row.get("index").asDouble();
      inside = strength > 1 ? Math.max(inside, index) : inside;
      outside = strength == 0 ? Math.max(outside, index) : outside;
    }
    assertThat(inside).isGreaterThan(outside).isGreaterThan(4);
  }

  private static double strength(JsonNode plume, JsonNode row) {
    for (JsonNode pixel : plume.get("pixels")) {
      if (pixel.get(0).asInt() == row.get("line").asInt()
          && pixel.get(1).asInt() == row.get("efov").asInt()
          && pixel.get(2).asInt() == row.get("pixel").asInt()) {
        return pixel.get(3).asDouble();
      }
    }
    return 0;
  }

  private Path simulated() {
    Path sim = folder.resolve("sim.nat");
    Shell made =
        Shell.run("iasi", "simulate", "--lines", "12", "--seed", "8", "--plumes", "3", "-o", sim);
    assertThat(made.code()).as(made.err()).isZero();
    return sim;
  }

  @Test
  void alertsAreGeoJsonAndTheTruthLiesBesideTheFile() throws IOException {
    Path sim = simulated();
    assertThat(folder.resolve("sim.nat.truth.json")).exists();
    JsonNode alerts = Shell.run("iasi", "alert", sim, "--json").json();
    assertThat(alerts.get("type").asString()).isEqualTo("FeatureCollection");
    assertThat(alerts.get("spectra").asInt()).isEqualTo(1440);
    assertThat(alerts.get("limits").asString()).contains("simulated plumes only");
    JsonNode feature = alerts.get("features").get(0);
    assertThat(feature.get("geometry").get("type").asString()).isEqualTo("MultiPoint");
    JsonNode evidence = feature.get("properties").get("strongest");
    assertThat(evidence.has("cloud_imager_fraction")).isTrue();
    // Not run, so told as null: nobody gave a surface temperature.
    assertThat(evidence.get("cloud_window").isNull()).isTrue();
  }

  @Test
  void theSameSimulationIsTheSameBytes() throws IOException {
    byte[] one = Files.readAllBytes(simulated());
    Files.delete(folder.resolve("sim.nat"));
    Files.delete(folder.resolve("sim.nat.truth.json"));
    Files.delete(folder.resolve("sim.nat.states.csv"));
    assertThat(Files.readAllBytes(simulated())).isEqualTo(one);
  }

  @Test
  @Tag("oracle")
  void h5pyAndNcdumpReadWhatWasConverted() throws Exception {
    Path nc = folder.resolve("real.nc");
    Shell shell =
        Shell.run("iasi", "convert", Shell.data(REAL), "-o", nc, "--quantity", "both", "--exact");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(tool("ncdump", "-h", nc.toString()))
        .contains("obs = 120 ;", "wavenumber = 8461 ;")
        .contains("float brightness_temperature(obs, wavenumber) ;")
        .contains("band_1_bad band_2_bad band_3_bad no_flags_in_the_source");
    String script =
        """
        import h5py, numpy as np, sys
        f = h5py.File(sys.argv[1])
        nu = f['wavenumber'][:]
        assert nu[0] == 645 and nu[91] == 667.75 and nu[-1] == 2760
        r = f['radiance'][:].astype('f8')
        h, c, k = 6.62607015e-34, 299792458.0, 1.380649e-23
        n = nu * 100
        with np.errstate(invalid='ignore', divide='ignore'):
            t = h * c / k * n / np.log(1 + 2 * h * c * c * n ** 3 / r)
        b = f['brightness_temperature'][:]
        bad = b == -9999
        assert bad.sum() == 13658 and (bad == (r <= 0)).all(), bad.sum()
        print('largest', np.abs(t - b)[~bad].max())
        """;
    String said = python(script, nc.toString());
    double largest = Double.parseDouble(said.strip().split(" ")[1]);
    // Floats of 200 to 400 K, from radiances that are floats themselves.
    assertThat(largest).isLessThan(1e-4);
  }

  @Test
  void roundedTemperaturesAreWithinHalfOf256th() throws Exception {
    Path rounded = folder.resolve("rounded.nc");
    Path exact = folder.resolve("exact.nc");
    Path real = Shell.data(REAL);
    assertThat(Shell.run("iasi", "convert", real, "-o", rounded).code()).isZero();
    assertThat(Shell.run("iasi", "convert", real, "-o", exact, "--exact").code()).isZero();
    String script =
        """
        import h5py, numpy as np, sys
        a, b = (h5py.File(p)['brightness_temperature'][:].astype('f8') for p in sys.argv[1:])
        assert (a * 256 == np.rint(a * 256)).all()
        print(np.abs(a - b).max() * 512)
        """;
    double most = Double.parseDouble(python(script, rounded.toString(), exact.toString()).strip());
    assertThat(most).isLessThanOrEqualTo(1.01);
    assertThat(Files.size(rounded)).isLessThan(Files.size(exact));
  }

  @Test
  void aGridHoldsEveryPixelAndAMapIsDrawn() throws Exception {
    Path nc = folder.resolve("day.nc");
    Shell shell = Shell.run("iasi", "grid", Shell.data(REAL), "-o", nc, "--maps", folder, "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.json().get("maps").size()).isEqualTo(4);
    assertThat(folder.resolve("so2_index_2012-11-02_before_noon.png")).isNotEmptyFile();
    String script =
        """
        import h5py, numpy as np, sys
        f = h5py.File(sys.argv[1])
        n, m = f['so2_index_count'][:], f['so2_index_mean'][:]
        w = n > 0
        print(n[w].sum(), (n * m)[w].sum() / n[w].sum())
        """;
    String[] said = python(script, nc.toString()).strip().split(" ");
    assertThat(Double.parseDouble(said[0])).isEqualTo(120);
    assertThat(Double.parseDouble(said[1])).isCloseTo(0.08888, within(1e-5));
  }

  @Test
  void whatCannotBeAskedIsRefusedInWords() throws IOException {
    Path sim = simulated();
    Shell noBasis = Shell.run("iasi", "pcc", sim);
    assertThat(noBasis.code()).isEqualTo(2);
    assertThat(noBasis.err()).contains("EUMETSAT");
    Files.writeString(folder.resolve("IASI_EV1_xx"), "no HDF5 at all");
    Shell noHdf = Shell.run("iasi", "pcc", sim, "--basis", folder);
    assertThat(noHdf.code()).isEqualTo(3);
    assertThat(noHdf.err()).contains("IASI_EV1_xx");
    assertThat(Shell.run("iasi", "grid", sim, "-o", folder.resolve("g.nc"), "--step", "7").code())
        .isEqualTo(2);
    assertThat(Shell.run("iasi", "simulate", "--lines", "0", "-o", folder.resolve("z.nat")).code())
        .isEqualTo(2);
    assertThat(
            Shell.run("iasi", "convert", sim, "-o", folder.resolve("z.nc"), "--wavenumbers", "5:9")
                .code())
        .isEqualTo(2);
    assertThat(folder.resolve("z.nc")).doesNotExist();
  }

  private static String python(String script, String... words) throws Exception {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      List<String> command = new java.util.ArrayList<>(List.of(python, "-c", script));
      command.addAll(Arrays.asList(words));
      try {
        return tool(command.toArray(String[]::new));
      } catch (TestAbortedException _) {
        // The next one may have h5py.
      }
    }
    throw new TestAbortedException("no Python with h5py is here");
  }

  private static String tool(String... command) throws Exception {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new TestAbortedException(command[0] + " is not here", e);
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (said.contains("No module named")) {
      throw new TestAbortedException(command[0] + ": " + said);
    }
    assertThat(code).as(said).isZero();
    return said;
  }
}
