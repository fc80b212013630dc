package org.jumelles.pipeline.recipe.iasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.accord.Accord;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Product;
import org.jumelles.formats.hitran.LineFiles;
import org.jumelles.formats.netcdf.NetCdfFile;
import org.jumelles.iasi.absorption.CarbonMonoxideFundamental;
import org.jumelles.iasi.column.AirState;
import org.jumelles.iasi.column.ColumnFile;
import org.jumelles.iasi.simulation.StateFile;
import org.jumelles.iasi.validation.ColumnSet;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.ingest.FileReport;
import org.jumelles.pipeline.ingest.Ingest;
import org.jumelles.pipeline.run.Derivation;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.pipeline.run.Tally;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Columns of measured spectra from states that soundings, profiles and emissivities tell. The
/// spectra are simulated, but the archive takes them for measured: their file does not say.
class SoundedColumnsTest {
  private static final Provenance PROVENANCE =
      new Provenance("0.1.0", "0123abc", "test", Accord.defaultRecord());
  private static final Moment START = Utc.parse("2026-06-21T09:00:00Z");

  @TempDir Path folder;
  private Archive archive;
  private Runner runner;

  @BeforeEach
  void open() throws IOException {
    archive = Archive.open(folder.resolve("archive"));
    runner = new Runner(archive, Progress.SILENT, 2, 1L << 30);
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private IasiChain chain(boolean kernels) {
    return new IasiChain(archive, PROVENANCE, runner, kernels);
  }

  private void take(Path... paths) throws IOException {
    for (FileReport report :
        new Ingest(archive, PROVENANCE, Progress.SILENT, false).take(List.of(paths))) {
      assertThat(report.fate()).as("%s", report).isEqualTo(FileReport.Fate.STORED);
    }
  }

  private Tally columns(boolean kernels) throws IOException {
    return Optional.ofNullable(chain(kernels).run().steps().get("iasi/column")).orElseThrow();
  }

  private NetCdfFile product(Found found) throws IOException {
    return NetCdfFile.open(archive.path(found.product(), found.entry().payload()));
  }

  private Path lines() throws IOException {
    return Files.write(
        folder.resolve("co.par"), LineFiles.write(CarbonMonoxideFundamental.lines(30).lines()));
  }

  @Test
  void aSoundingNearMakesGoodColumnsAndIsNamed() throws IOException {
    MadeSounder near = new MadeSounder(folder, START);
    Path sounding = near.sounding();
    take(near.spectra(), sounding, lines(), MadeSounder.continuum(folder));

    assertThat(columns(false).good()).isEqualTo(1);

    Product table = archive.products(TableRecipe.RECIPE.name()).getFirst();
    assertThat(ColumnRecipe.table(archive, table.identity()).made())
        .anyMatch(one -> one.startsWith("continuum made-up continuum, 0 to 4000 cm-1 sha256 "));
    Found found = archive.entries(Query.all(ColumnRecipe.KIND)).getFirst();
    Found told = archive.entries(Query.all("sounding")).getFirst();
    assertThat(told.entry().key()).isEqualTo("Metop-C sounding 2026-06-21T09:00:00Z");
    assertThat(archive.find(found.product()).orElseThrow().inputs()).contains(told.product());
    try (NetCdfFile file = product(found)) {
      String sha = told.product().sha256Hex();
      for (String part : List.of("temperature", "humidity", "surface_temperature", "emissivity")) {
        assertThat(file.text("state_" + part).orElseThrow()).contains(sha);
      }
      checkStates(file);
      checkColumns(file, near.states());
      assertThat(file.names()).doesNotContain("CO_averaging_kernel");
    }
    Product made = archive.find(found.product()).orElseThrow();
    int pixel = firstGood(found);
    PixelFit fit = PixelFit.of(archive, made, 0, pixel).orElseThrow();
    assertThat(fit.state()).contains("footprint " + pixel + " (0.");

    assertThat(columns(true).good()).isEqualTo(1);
    Found whole = archive.entries(Query.all(ColumnRecipe.KIND)).getLast();
    try (NetCdfFile file = product(whole)) {
      checkKernels(file);
    }
    Derivation again = Derivation.of(archive, chain(false).plan(), Progress.SILENT);
    assertThat(again.differing()).isEmpty();
    assertThat(again.notDerivable()).isEmpty();
  }

  private int firstGood(Found found) throws IOException {
    try (NetCdfFile file = product(found)) {
      double[] flags = file.doubles("retrieval_flag");
      int i = 0;
      while (flags[i] != 0) {
        i++;
      }
      return i;
    }
  }

  private static void checkStates(NetCdfFile file) {
    double[] flags = file.doubles("retrieval_flag");
    double[] origins = file.doubles("state_origin");
    double[] gaps = file.doubles("state_gaps");
    double[] km = file.doubles("sounding_distance");
    double[] emissivity = file.doubles("surface_emissivity");
    int seen = 0;
    for (int i = 0; i < flags.length; i++) {
      if (flags[i] == 2) {
        continue;
      }
      seen++;
      assertThat(origins[i]).isEqualTo(AirState.Origin.SOUNDING.flag());
      assertThat(gaps[i]).isEqualTo(i < MadeSounder.WITHOUT_GROUND_FROM ? 0 : 3);
      assertThat(km[i]).isLessThan(0.2);
      assertThat(emissivity[i]).isEqualTo(1);
    }
    assertThat(seen).isGreaterThan(20);
  }

  /// Where the sounding tells all, each column is what noise and prior allow.
  private static void checkColumns(NetCdfFile file, Map<Integer, StateFile.Row> states) {
    ColumnSet set = ColumnSet.read(file);
    double worst = 0;
    for (int i = 0; i < MadeSounder.WITHOUT_GROUND_FROM; i++) {
      if (set.usable(i, false)) {
        StateFile.Row row = Optional.ofNullable(states.get(i)).orElseThrow();
        double truth = ColumnFile.MOL_PER_M2 * row.columnPerCm2();
        worst = Math.max(worst, Math.abs(set.column()[i] - truth) / set.sigma()[i]);
      }
    }
    assertThat(worst).isBetween(0.01, 4.0);
  }

  /// Rows of the matrix, weighed with the layers, are the column's kernel.
  private static void checkKernels(NetCdfFile file) {
    int[] shape = file.shape("CO_averaging_kernel");
    double[] matrix = file.doubles("CO_averaging_kernel");
    double[] own = file.doubles("CO_column_averaging_kernel");
    double[] layers = file.doubles("CO_partial_column");
    double[] flags = file.doubles("retrieval_flag");
    int n = shape[1];
    int compared = 0;
    for (int row = 0; row < flags.length; row++) {
      if (flags[row] == 2) {
        continue;
      }
      for (int j = 0; j < n && Double.isFinite(layers[row * n + j]); j++) {
        double sum = 0;
        for (int i = 0; i < n && Double.isFinite(layers[row * n + i]); i++) {
          sum += layers[row * n + i] * matrix[(row * n + i) * n + j];
        }
        assertThat(own[row * n + j]).isCloseTo(sum / layers[row * n + j], within(1e-6));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  @Test
  void withoutASoundingNearTheUsersProfileStandsInElseColumnsAreDoubtful() throws IOException {
    MadeSounder early = new MadeSounder(folder, START);
    Path sounding = early.sounding();
    MadeSounder late = new MadeSounder(folder, START.plusNanos(7_200_000_000_000L));
    take(late.spectra(), sounding, lines());

    assertThat(columns(false).doubtful()).isEqualTo(1);
    Found first = archive.entries(Query.all(ColumnRecipe.KIND)).getLast();
    assertThat(first.entry().attributes()).containsEntry("good", "0");
    try (NetCdfFile file = product(first)) {
      assertThat(Arrays.stream(file.doubles("state_origin")).filter(at -> at != -1))
          .isNotEmpty()
          .containsOnly((double) AirState.Origin.STANDARD.flag());
      assertThat(file.text("state_temperature").orElseThrow()).doesNotContain("sounding");
    }

    take(
        Files.writeString(
            folder.resolve("air.csv"),
            "pressure_hPa,temperature_K,H2O_ppmv,CO_ppbv\n"
                + "1000,288,8000,100\n300,229,200,100\n100,215,5,80\n1,268,5,50\n"),
        Files.writeString(
            folder.resolve("ground.csv"),
            "# a grey ground\nwavenumber_per_cm,emissivity\n2000,0.95\n2400,0.99\n"));
    columns(false);
    Found second = archive.entries(Query.all(ColumnRecipe.KIND)).getLast();
    assertThat(second.product()).isNotEqualTo(first.product());
    try (NetCdfFile file = product(second)) {
      double expected = 0.95 + 0.04 * Math.log(2162.125 / 2000) / Math.log(1.2);
      double[] origins = file.doubles("state_origin");
      double[] emissivity = file.doubles("surface_emissivity");
      int seen = 0;
      for (int i = 0; i < origins.length; i++) {
        if (origins[i] != -1) {
          assertThat(origins[i]).isEqualTo(AirState.Origin.GIVEN.flag());
          assertThat(emissivity[i]).isCloseTo(expected, within(1e-12));
          seen++;
        }
      }
      assertThat(seen).isPositive();
      assertThat(file.text("state_emissivity").orElseThrow()).contains("ground.csv");
    }
  }
}
