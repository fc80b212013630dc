package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jumelles.formats.hitran.LineFiles;
import org.jumelles.iasi.absorption.CarbonMonoxideFundamental;
import tools.jackson.databind.JsonNode;

/// Lines to a table, a spectrum by command of warmer air over a grey ground, and back.
class IasiTemperatureTest {
  private static final double[] HPA = {1000, 850, 700, 500, 300, 200, 100, 50, 10, 1};
  private static final double[] KELVIN = {290, 282, 274, 257, 230, 218, 212, 215, 230, 262};

  @TempDir private Path folder;

  private Path profile(String name, double warmer, double ppb) throws IOException {
    StringBuilder rows = new StringBuilder("pressure_hPa,temperature_K,H2O_ppmv,CO_ppbv\n");
    for (int i = 0; i < HPA.length; i++) {
      rows.append(
          String.format(
              Locale.ROOT, "%.1f,%.3f,%.2f,%.2f%n", HPA[i], KELVIN[i] + warmer, 4 + HPA[i], ppb));
    }
    return Files.writeString(folder.resolve(name), rows);
  }

  private Path ground(String rows) throws IOException {
    return Files.writeString(folder.resolve("ground.csv"), "wavenumber_per_cm,emissivity\n" + rows);
  }

  @Test
  void warmerAirIsFoundWhereTemperatureIsAskedFor() throws IOException {
    Path lines =
        Files.write(
            folder.resolve("co.par"), LineFiles.write(CarbonMonoxideFundamental.lines(30).lines()));
    Path table = folder.resolve("co.table");
    String window = "2146:2152";
    assertThat(
            Shell.run("iasi", "compile", "--lines", lines, "--window", window, "-o", table).code())
        .isZero();
    Path ground = ground("2000,0.9\n2300,1.0\n");
    Path truth = profile("truth.csv", 2, 120);
    Shell seen =
        Shell.run(
            "iasi",
            "forward",
            "--lines",
            lines,
            "--profile",
            truth,
            "--window",
            window,
            "--emissivity",
            ground,
            "--csv");
    assertThat(seen.code()).isZero();
    Path spectrum = folder.resolve("seen.csv");
    Files.writeString(spectrum, seen.out(), StandardCharsets.UTF_8);

    Path start = profile("start.csv", 0, 100);
    JsonNode free = retrieval(spectrum, table, start, ground, "3");
    JsonNode fixed = retrieval(spectrum, table, start, ground, "0");

    double emissivity = 0.9 + 0.1 * Math.log(2149.0 / 2000) / Math.log(1.15);
    assertThat(free.get("emissivity").asDouble()).isCloseTo(emissivity, within(1e-9));
    assertThat(free.get("state_origin").asString()).isEqualTo("given_profile");
    assertThat(free.get("converged").asBoolean()).isTrue();
    assertThat(fixed.get("temperature_k")).isNull();
    // Where CO itself may vary its lines say little of temperature, but what they say counts.
    assertThat(free.get("temperature_dofs").asDouble()).isBetween(0.03, 1.0);
    int layers = free.get("temperature_k").size();
    assertThat(layers).isEqualTo(free.get("pressure_hpa").size());
    for (int l = 0; l < layers; l++) {
      double hPa = free.get("pressure_hpa").get(l).asDouble();
      assertThat(free.get("temperature_k").get(l).asDouble())
          .isCloseTo(startTemperature(hPa), within(4.0));
      assertThat(free.get("temperature_sigma_k").get(l).asDouble()).isBetween(0.5, 3.0);
    }
    // What is uncertain in temperature is uncertain in the column.
    assertThat(free.get("sigma").asDouble()).isGreaterThan(fixed.get("sigma").asDouble());
  }

  /// Of the start's profile, linear in the logarithm of pressure.
  private static double startTemperature(double hPa) {
    int i = 0;
    while (hPa < HPA[i + 1]) {
      i++;
    }
    double part = Math.log(hPa / HPA[i]) / Math.log(HPA[i + 1] / HPA[i]);
    return KELVIN[i] + part * (KELVIN[i + 1] - KELVIN[i]);
  }

  private static JsonNode retrieval(
      Path spectrum, Path table, Path start, Path ground, String sigmaK) throws IOException {
    Shell run =
        Shell.run(
            "iasi",
            "retrieve",
            spectrum,
            "--tables",
            table,
            "--profile",
            start,
            "--emissivity",
            ground,
            "--temperature-sigma",
            sigmaK,
            "--json");
    assertThat(run.code()).as(run.err()).isZero();
    return run.json().get("retrievals").get(0);
  }

  @Test
  void aBrokenEmissivityIsRefusedByRow() throws IOException {
    Path lines =
        Files.write(
            folder.resolve("co.par"), LineFiles.write(CarbonMonoxideFundamental.lines(30).lines()));
    Path air = profile("air.csv", 0, 100);
    for (String rows :
        new String[] {"2000,1.2\n", "2000,0.9\n1900,0.9\n", "2000\n", "x,0.9\n", ""}) {
      Shell run =
          Shell.run(
              "iasi",
              "forward",
              "--lines",
              lines,
              "--profile",
              air,
              "--window",
              "2146:2147",
              "--emissivity",
              ground(rows));
      assertThat(run.code()).as(rows).isEqualTo(3);
      assertThat(run.err()).contains("ground.csv").contains("emissivity");
    }
  }
}
