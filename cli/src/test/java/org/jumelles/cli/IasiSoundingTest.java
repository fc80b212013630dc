package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.cli.answer.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jumelles.formats.eps.MainProductHeader;
import org.jumelles.formats.eps.RecordHeader;
import org.jumelles.formats.eps.RecordWriter;
import org.jumelles.formats.eps.ShortCdsTime;
import org.jumelles.formats.hitran.LineFiles;
import org.jumelles.iasi.absorption.CarbonMonoxideFundamental;
import org.jumelles.iasi.simulation.Plan;
import org.jumelles.iasi.simulation.SimulatedGranule;
import org.jumelles.iasi.spectrum.Geometry;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import tools.jackson.databind.JsonNode;

/// Retrievals from a state that a made Level 2 product of the same line tells.
class IasiSoundingTest {
  private static final double[] HPA = {
    0.1, 1, 5, 20, 50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 950, 1000
  };
  private static final Moment START = Utc.parse("2026-06-21T09:00:00Z");

  @TempDir private Path folder;

  @Test
  void eachColumnNamesTheFootprintThatItStartedFrom() throws IOException {
    Path lines =
        Files.write(
            folder.resolve("co.par"), LineFiles.write(CarbonMonoxideFundamental.lines(30).lines()));
    Path table = folder.resolve("co.table");
    assertThat(
            Shell.run("iasi", "compile", "--lines", lines, "--window", "2157:2160", "-o", table)
                .code())
        .isZero();
    Path granule = folder.resolve("sim.nat");
    assertThat(
            Shell.run("iasi", "simulate", "--lines", "1", "--start", START, "-o", granule).code())
        .isZero();
    Geometry geometry =
        new SimulatedGranule(new Plan(1, START, 1, 0, Optional.empty())).geometry(0);
    Path soundings = Files.write(folder.resolve("l2.nat"), product(geometry));
    Path columns = folder.resolve("co.nc");

    Shell near =
        Shell.run(
            "iasi",
            "retrieve",
            granule,
            "--tables",
            table,
            "--l2",
            soundings,
            "--limit",
            "12",
            "--json",
            "-o",
            columns);

    assertThat(near.json().get("state").asString()).contains("l2.nat (120 footprints");
    JsonNode sixth = near.json().get("retrievals").get(5);
    assertThat(sixth.get("state").asString()).contains("footprint 5 (0.0 km");
    assertThat(sixth.get("pressure_hpa").get(0).asDouble()).isCloseTo(930, within(70.0));
    assertThat(near.out()).doesNotContain("made-up standard was taken");
    assertThat(near.json().get("retrievals").get(7).get("doubts").toString())
        .contains("80 % cloud");
    assertThat(Files.size(columns)).isPositive();

    against(columns);

    Path late = folder.resolve("late.nat");
    Moment hours = START.plusNanos(7_200_000_000_000L);
    assertThat(Shell.run("iasi", "simulate", "--lines", "1", "--start", hours, "-o", late).code())
        .isZero();
    Shell far =
        Shell.run(
            "iasi",
            "retrieve",
            late,
            "--tables",
            table,
            "--l2",
            soundings,
            "--limit",
            "12",
            "--json",
            "-o",
            late.resolveSibling("late.nc"));
    assertThat(far.json().get("retrievals").get(11).get("doubts").toString())
        .contains("no sounding within the limits of --l2");
    Path doubtful = late.resolveSibling("late.nc");
    Shell none = Shell.run("iasi", "validate", doubtful, doubtful);
    assertThat(none.code()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("0 pairs within 25.0 km");
  }

  /// A product held against itself: no bias as it is; its own prior comes back through the kernel.
  private void against(Path columns) throws IOException {
    JsonNode same = Shell.run("iasi", "validate", columns, columns, "--doubtful", "--json").json();
    assertThat(same.get("unsmoothed").get("pairs").asInt()).isEqualTo(12);
    assertThat(same.get("unsmoothed").get("bias").asDouble()).isCloseTo(0, within(1e-12));
    JsonNode pairs =
        Shell.run("iasi", "collocate", columns, columns, "--doubtful", "--json").json();
    assertThat(pairs.get("pairs").get(3).get("b").asInt()).isEqualTo(3);
    Path sonde =
        Files.writeString(
            folder.resolve("sonde.csv"),
            "pressure_hPa,temperature_K,H2O_ppmv,CO_ppbv\n1000,288,8000,100\n1,268,5,100\n");
    JsonNode seen = Shell.run("iasi", "apply-kernel", columns, "--profile", sonde, "--json").json();
    // 1e-7 of the molecules above 1000 hPa: 1e-7 x 1e5 Pa / (g M) = 0.0352 mol m-2.
    assertThat(seen.get("columns").get(0).get("profile").asDouble())
        .isCloseTo(0.0353, within(0.0003));
    assertThat(seen.get("columns").get(0).get("profile_smoothed").isNumber()).isTrue();
  }

  /// Version 3, one line ten seconds long, where the granule's pixels are; the eighth is cloudy.
  private static byte[] product(Geometry geometry) {
    int n = HPA.length;
    Map<String, Integer> sizes =
        Map.of(
            "NUM_PRESSURE_LEVELS_TEMP", n,
            "NUM_PRESSURE_LEVELS_HUMIDITY", n,
            "NUM_PRESSURE_LEVELS_OZONE", n,
            "NUM_SURFACE_EMISSIVITY_WAVELENGTHS", 1,
            "REST", 0);
    RecordWriter globals = RecordWriter.of(RecordHeader.GIADR, 15, 1, 3, sizes);
    sizes.forEach(
        (name, size) -> {
          if (name.startsWith("NUM")) {
            globals.set(name, 0, size);
          }
        });
    globals.setValue("SURFACE_EMISSIVITY_WAVELENGTHS", 0, 4600);
    RecordWriter line = RecordWriter.of(RecordHeader.MDR, 15, 1, 3, sizes);
    for (int level = 0; level < n; level++) {
      globals.setValue("PRESSURE_LEVELS_TEMP", level, 100 * HPA[level]);
      globals.setValue("PRESSURE_LEVELS_HUMIDITY", level, 100 * HPA[level]);
      for (int pixel = 0; pixel < 120; pixel++) {
        int at = pixel * n + level;
        line.setValue("ATMOSPHERIC_TEMPERATURE", at, 215 + 75 * Math.pow(HPA[level] / 1000, 2));
        line.setValue("ATMOSPHERIC_WATER_VAPOUR", at, 0.008 * Math.pow(HPA[level] / 1000, 3));
      }
    }
    for (int pixel = 0; pixel < 120; pixel++) {
      line.setValue("EARTH_LOCATION", 2 * pixel, geometry.latitudeDeg()[pixel]);
      line.setValue("EARTH_LOCATION", 2 * pixel + 1, geometry.longitudeDeg()[pixel]);
      line.setValue("SURFACE_PRESSURE", pixel, 100_000);
      line.setValue("SURFACE_EMISSIVITY", pixel, 0.97);
      line.setValue("SURFACE_TEMPERATURE", 2 * pixel, 291);
      line.setValue("FRACTIONAL_CLOUD_COVER", 3 * pixel, pixel == 7 ? 80 : 0);
    }
    ShortCdsTime start = ShortCdsTime.of(START);
    ShortCdsTime stop = ShortCdsTime.of(START.plusNanos(10_000_000_000L));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, String> fields =
        Map.of(
            "PRODUCT_NAME", "IASI_SND_02_M03_20260621090000Z_20260621090010Z_N_O_20260621120000Z");
    out.writeBytes(new MainProductHeader(fields).record(start, stop));
    out.writeBytes(globals.record(start, stop));
    out.writeBytes(line.record(start, stop));
    return out.toByteArray();
  }
}
