package org.jumelles.pipeline.recipe.ryugu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.pipeline.run.Selection;
import org.jumelles.pipeline.Specimens;
import org.jumelles.pipeline.ingest.FileReport;
import org.jumelles.pipeline.ingest.Ingest;
import org.jumelles.pipeline.run.Derivation;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.ryugu.cube.Cube;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cubes from files to products: each by its own data, the same bytes every time.
class CubeRecipesTest {
  private static final int LINES = 8;
  private static final int SAMPLES = 9;
  private static final int BANDS = 40;

  /// By recipe, version and payload. A new result needs a new version, and then a new line here.
  private static final Map<String, String> GOLDEN =
      Map.of(
          "ryugu/survey 1 bands.csv",
              "a26db08c0f29e1fb66da117671e945410fafc13ac417c3e4d155289adb58e356",
          "ryugu/components 2 components.csv",
              "ee139e5c0c176c5cbf4c9ff49ae7dacbb9b5da197420c13a3bc22e3fd583ca9a",
          "ryugu/bands 4 bands.hdr",
              "48501de936edb1f55e8b9fd99ec52215ab75f9e4be5f7183f044463c514bfc06",
          "ryugu/bands 4 bands.img",
              "7fd6682b91234fb7b6c2587e5ebababa97606b8c1eb816c530551fe37bca4e69");

  @TempDir Path folder;
  private Path incoming;
  private Archive archive;
  private RyuguChain chain;

  @BeforeEach
  void open() throws Exception {
    incoming = Files.createDirectories(folder.resolve("incoming"));
    archive = Archive.open(folder.resolve("archive"));
    Runner runner = new Runner(archive, Progress.SILENT, 2, 1L << 30);
    chain = new RyuguChain(archive, Specimens.PROVENANCE, runner);
  }

  @AfterEach
  void close() throws Exception {
    archive.close();
  }

  private static String header() {
    List<String> um = new ArrayList<>();
    for (int b = 0; b < BANDS; b++) {
      um.add(Double.toString((250 + b * 2) / 100.0));
    }
    return "ENVI\nsamples = %d\nlines = %d\nbands = %d\nheader offset = 0\ndata type = 4\n"
            .formatted(SAMPLES, LINES, BANDS)
        + "interleave = bip\nbyte order = 0\nwavelength units = Micrometers\nwavelength = {"
        + String.join(", ", um)
        + "}\n";
  }

  /// A dip at 2.72 um that deepens along the lines, and a slope along the samples.
  private static byte[] pixels(float level) {
    ByteBuffer bytes =
        ByteBuffer.allocate(LINES * SAMPLES * BANDS * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int p = 0; p < LINES * SAMPLES; p++) {
      for (int b = 0; b < BANDS; b++) {
        int off = b - 11;
        float dip = 1f / (4 + off * off) * (1 + p / SAMPLES) / 4;
        int grain = (p * 7919 + b * 104729) % 97;
        bytes.putFloat(level * (1 - dip) + (p % SAMPLES) * b * 1e-4f + grain * 1e-5f);
      }
    }
    return bytes.array();
  }

  private void cube(String name, float level) throws Exception {
    Files.writeString(incoming.resolve(name + ".hdr"), header());
    Files.write(incoming.resolve(name + ".img"), pixels(level));
  }

  private List<FileReport> take() throws Exception {
    return new Ingest(archive, Specimens.PROVENANCE, Progress.SILENT, false)
        .take(List.of(incoming));
  }

  private Map<String, Double> means() {
    Map<String, Double> means = new TreeMap<>();
    for (Found found : archive.entries(Query.all(CubeSurvey.ENTRY))) {
      String mean = found.entry().attributes().getOrDefault("mean", "NaN");
      means.put(found.entry().key(), Double.parseDouble(mean));
    }
    return means;
  }

  @Test
  void twoEqualHeadersAreTwoCubesOfTheirOwnData() throws Exception {
    cube("a", 0.2f);
    cube("b", 0.4f);
    take();
    assertThat(chain.run(Selection.ALL).total().broken()).isZero();
    Map<String, Double> means = means();
    assertThat(means).hasSize(2);
    List<Double> sorted = means.values().stream().sorted().toList();
    assertThat(sorted.get(0)).isBetween(0.15, 0.25);
    assertThat(sorted.get(1)).isBetween(0.33, 0.45);
    Derivation again = Derivation.of(archive, chain.plan(), Progress.SILENT);
    assertThat(again.differing()).isEmpty();
    assertThat(again.notDerivable()).isEmpty();
    assertThat(again.same()).isEqualTo(6);
  }

  /// The store keeps one of two equal files: the header of `b` lies beside the pixels of `a`.
  @Test
  void equalHeadersOfOneProductHaveEachTheirOwnPixels() throws Exception {
    cube("a", 0.2f);
    cube("b", 0.4f);
    List<DraftPayload> payloads = new ArrayList<>();
    for (String name : List.of("a.hdr", "a.img", "b.hdr", "b.img")) {
      payloads.add(new DraftPayload(name, "application/octet-stream", incoming.resolve(name)));
    }
    Product both =
        archive.store(
            new ProductDraft(
                new Recipe("test/both", "1"),
                "Two cubes",
                Map.of(),
                List.of(),
                payloads,
                List.of(),
                Specimens.PROVENANCE.since(Specimens.START, "simulation", Specimens.START),
                Map.of()));
    assertThat(archive.path(both.identity(), "b.hdr"))
        .isEqualTo(archive.path(both.identity(), "a.hdr"));
    for (String name : List.of("a", "b")) {
      double[] values = new double[BANDS];
      try (Cube cube = StoredCube.open(archive, both, name + ".hdr")) {
        cube.read(3, 1, values);
      }
      float first =
          ByteBuffer.wrap(pixels(name.equals("a") ? 0.2f : 0.4f))
              .order(ByteOrder.LITTLE_ENDIAN)
              .getFloat(3 * BANDS * 4);
      assertThat(values[0]).as(name).isEqualTo(first);
    }
  }

  @Test
  void theResultIsThatOfItsVersion() throws Exception {
    cube("a", 0.2f);
    take();
    assertThat(chain.run(Selection.ALL).total().good()).isEqualTo(3);
    Map<String, String> made = new TreeMap<>();
    for (Product product : archive.products()) {
      for (Payload payload : product.payloads()) {
        if (!product.recipe().isIngest() && !payload.name().endsWith(".png")) {
          made.put(
              product.recipe().name() + " " + product.recipe().version() + " " + payload.name(),
              payload.sha256());
        }
      }
    }
    assertThat(made).isEqualTo(new TreeMap<>(GOLDEN));
  }

  @Test
  void aHeaderWithoutItsPixelsIsRefusedByName() throws Exception {
    Files.writeString(incoming.resolve("alone.hdr"), header());
    FileReport report = take().getFirst();
    assertThat(report.fate()).isEqualTo(FileReport.Fate.REFUSED);
    assertThat(report.defects().getFirst().sentence()).contains("alone.hdr").contains("data file");
    assertThat(archive.products()).isEmpty();
  }

  @Test
  void aSizeThatDisagreesIsRefusedWithBothFigures() throws Exception {
    cube("short", 0.2f);
    byte[] whole = pixels(0.2f);
    Files.write(incoming.resolve("short.img"), java.util.Arrays.copyOf(whole, whole.length - 4));
    FileReport report =
        take().stream()
            .filter(one -> one.file().toString().endsWith(".hdr"))
            .findFirst()
            .orElseThrow();
    assertThat(report.fate()).isEqualTo(FileReport.Fate.REFUSED);
    assertThat(report.defects().getFirst().sentence())
        .contains(Integer.toString(whole.length))
        .contains(Integer.toString(whole.length - 4));
    assertThat(chain.run(Selection.ALL).total().planned()).isZero();
  }

  @Test
  void aTableOfSamplesGoesIntoTheLedger() throws Exception {
    Files.writeString(
        incoming.resolve("grains.csv"),
        "entry,name,parents,mass_mg,sigma_mg\nsample,A0001,,2.5,0.01\nsample,A0002,,-1,0.01\n",
        StandardCharsets.UTF_8);
    FileReport report = take().getFirst();
    assertThat(report.fate()).isEqualTo(FileReport.Fate.STORED);
    assertThat(report.units().read()).isEqualTo(2);
    assertThat(report.units().refused()).isEqualTo(1);
    assertThat(report.defects()).anyMatch(defect -> defect.sentence().contains("line 3"));
    assertThat(chain.run(Selection.ALL).samples()).isEqualTo(1);
  }
}
