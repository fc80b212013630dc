package org.jumelles.pipeline.recipe.iasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.accord.Accord;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.formats.hitran.LineFiles;
import org.jumelles.iasi.absorption.CarbonMonoxideFundamental;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.run.Selection;
import org.jumelles.pipeline.ingest.Ingest;
import org.jumelles.pipeline.recipe.Chain;
import org.jumelles.pipeline.run.Derivation;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.pipeline.run.Tally;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Spectra from a simulation and from a real line to products: the same bytes every time.
class IasiChainTest {
  private static final Provenance PROVENANCE =
      new Provenance("0.1.0", "0123abc", "test", Accord.defaultRecord());

  /// By recipe, version and payload. A new result needs a new version, and then a new line here.
  private static final Map<String, String> GOLDEN =
      new TreeMap<>(
          Map.of(
              "iasi/alerts 1 alerts.geojson",
                  "6779de67d448435e63325f2f3cbd324c537b94bdf8df5c170d9c18755010784a",
              "iasi/simulation 2 plumes.csv",
                  "2da5aa43e0f467b75e1e2fa0c4225c6b4114501f091e7a3bd213f3e90c6e344b",
              "iasi/simulation 2 spectra.nat",
                  "a54743bb94dc3d15c5d2cd054c3999de0d3eac9ec9beeb9f57fdbcc307f1978a",
              "iasi/simulation 2 states.csv",
                  "e889616f2f882cc7d5bdd87c06649d70b454f8b06f0f8411aa35d3cd878ce872"));

  @TempDir Path folder;
  private Archive archive;
  private Runner runner;
  private IasiChain chain;

  @BeforeEach
  void open() throws IOException {
    archive = Archive.open(folder.resolve("archive"));
    runner = new Runner(archive, Progress.SILENT, 2, 1L << 30);
    chain = new IasiChain(archive, PROVENANCE, runner);
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private void simulate() throws IOException {
    Chain.Day day = new Chain.Day(2, Utc.parse("2019-05-23T00:00:00"), 4 * 1800);
    Tally made = runner.run("simulating", List.of(chain.simulation(day)));
    assertThat(made.good()).isEqualTo(1);
  }

  private void take(Path... paths) throws IOException {
    new Ingest(archive, PROVENANCE, Progress.SILENT, false).take(List.of(paths));
  }

  private Found only(String kind) {
    List<Found> all = archive.entries(Query.all(kind));
    assertThat(all).as(kind).hasSize(1);
    return all.getFirst();
  }

  @Test
  void aSimulatedGranuleBecomesProductsTheSameBytesEveryTime() throws IOException {
    simulate();
    IasiChain.Report first = chain.run(Selection.ALL);
    assertThat(first.leftOut()).isEmpty();
    assertThat(first.total().refused() + first.total().broken()).as("%s", first.total()).isZero();
    assertThat(first.steps().keySet())
        .containsExactly(
            "iasi/alerts",
            "iasi/brightness",
            "iasi/day",
            "iasi/compression",
            "iasi/table",
            "iasi/column",
            "iasi/column-day");

    Tally second = chain.run(Selection.ALL).total();
    assertThat(second.known()).isEqualTo(second.planned()).isEqualTo(first.total().planned());

    Derivation again = Derivation.of(archive, chain.plan(), Progress.SILENT);
    assertThat(again.differing()).isEmpty();
    assertThat(again.notDerivable()).isEmpty();
    assertThat(again.same()).isEqualTo(archive.products().size());

    Product alerts = archive.products("iasi/alerts").getFirst();
    String json = Files.readString(archive.path(alerts.identity(), AlertRecipe.PAYLOAD));
    assertThat(json).contains("\"type\":\"FeatureCollection\"");
    int geometry = json.indexOf("\"geometry\":");
    assertThat(geometry).as("an alert").isPositive();
    assertThat(json.indexOf("\"type\"", geometry))
        .isLessThan(json.indexOf("\"coordinates\"", geometry));
    columnsAreTrue();

    Map<String, String> hashes = new TreeMap<>();
    for (Product product : archive.products()) {
      for (Payload payload : product.payloads()) {
        hashes.put(
            product.recipe().name() + " " + product.recipe().version() + " " + payload.name(),
            payload.sha256());
      }
    }
    hashes.keySet().retainAll(GOLDEN.keySet());
    assertThat(hashes).isEqualTo(GOLDEN);
  }

  /// Some 60 clear pixels: the bias of their mean is a sigma of 7 % over the root of them, 1.1 %,
  /// and what the prior pulls.
  private void columnsAreTrue() throws IOException {
    Found columns = only(ColumnRecipe.KIND);
    ColumnTruth truth = ColumnTruth.of(archive, columns).orElseThrow();
    Map<String, String> told = columns.entry().attributes();
    assertThat(Integer.parseInt(told.getOrDefault("spectra", "0"))).isEqualTo(4 * 30);
    assertThat(truth.good() + truth.doubtful() + truth.refused()).isEqualTo(4 * 30);
    assertThat(truth.good()).isGreaterThan(30);
    assertThat(truth.chiSquare()).isBetween(0.85, 1.1);
    assertThat(truth.unsmoothed().bias()).isBetween(-0.06, 0.06);
    assertThat(truth.unsmoothed().withinThree()).isGreaterThan(0.97);

    Product made = archive.find(columns.product()).orElseThrow();
    assertThat(archive.inputsOf(made.identity()).stream().map(one -> one.recipe().name()))
        .containsExactlyInAnyOrder("iasi/simulation", "iasi/table");
    PixelFit fit = PixelFit.of(archive, made, 1, 1).orElseThrow();
    assertThat(fit.measured()).hasSize(fit.wavenumberPerCm().length);
    assertThat(PixelFit.of(archive, made, 99, 0)).isEmpty();
  }

  /// Without basis and lines a real line tells what was left out; lines alone make its columns, and
  /// they are doubtful for want of a state.
  @Test
  void aRealLineSaysWhatIsLeftOut() throws IOException {
    Path data = data();
    take(data.resolve("l1c/" + REAL));
    IasiChain.Report bare = chain.run(Selection.ALL);
    assertThat(bare.leftOut()).hasSize(2);
    assertThat(bare.leftOut().getFirst()).contains("PCC basis").contains("--pc-basis");
    assertThat(bare.leftOut().getLast()).contains("--lines");
    assertThat(bare.steps().get("iasi/column")).isEqualTo(Tally.NOTHING);
  }

  /// The basis is taken in, kept, and the line compressed with it.
  @Test
  void aRealLineIsCompressedWithTheBasis() throws IOException {
    Path data = data();
    take(data.resolve("l1c/" + REAL), data.resolve("pcc"));
    IasiChain.Report report = chain.run(Selection.ALL);
    assertThat(archive.entries(Query.all("basis"))).hasSize(3);
    assertThat(Optional.ofNullable(report.steps().get("iasi/compression")).orElseThrow().good())
        .isEqualTo(1);
    assertThat(report.leftOut()).hasSize(1);
  }

  private static final String REAL = "IASI_L1C_real1line.nat";

  /// Files of lines and profiles are known by what they hold.
  @Test
  void linesAndProfilesAreTakenIn() throws IOException {
    Path lines =
        Files.write(
            folder.resolve("mine.txt"),
            LineFiles.write(CarbonMonoxideFundamental.lines(20).lines()));
    Path profile =
        Files.writeString(
            folder.resolve("sonde.csv"),
            "pressure_hPa,temperature_K,H2O_ppmv,CO_ppbv\n1000,288,8000,100\n1,268,5,100\n");
    take(lines, profile);
    assertThat(only("lines").entry().attributes()).containsEntry("gases", "CO");
    assertThat(only("air-profile").entry().attributes()).containsEntry("gases", "H2O CO");
  }

  /// The sounder's folder of the public test data; the test is skipped by that name where it is
  /// missing.
  private static Path data() {
    String told = System.getenv("JUMELLES_DATA");
    Optional<Path> found = Optional.ofNullable(told).map(Path::of);
    for (Path at = Path.of("").toAbsolutePath();
        at != null && found.isEmpty();
        at = at.getParent()) {
      found = Optional.of(at.resolve("shared/data")).filter(Files::isDirectory);
    }
    Optional<Path> data = found.map(root -> root.resolve("iasi")).filter(Files::isDirectory);
    assumeTrue(data.isPresent(), "shared/data/iasi is not here");
    return data.orElseThrow();
  }
}
