package org.jumelles.pipeline.recipe.seis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Product;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.run.Selection;
import org.jumelles.pipeline.Specimens;
import org.jumelles.pipeline.ingest.FileReport;
import org.jumelles.pipeline.ingest.Ingest;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.pipeline.run.Tally;

/// An archive that grows as real ones do, with the chain over it.
final class GrowingArchive implements AutoCloseable {
  static final String SUBJECT = "XX.SIMLY.02.BH.sol0173";
  static final String STATION = "XX.SIMLY.02.BH";
  static final Moment START = Specimens.START;
  static final int SECONDS = 1200;
  static final Query MOTION =
      new Query("waveform", List.of(), Query.ALWAYS, Map.of("level", "motion"));

  private final Path folder;
  private final Archive archive;

  GrowingArchive(Path folder) throws Exception {
    this.folder = folder;
    this.archive = Archive.open(folder.resolve("archive"));
  }

  Archive archive() {
    return archive;
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }

  void take(String name, byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve(name), bytes);
    List<FileReport> reports =
        new Ingest(archive, Specimens.PROVENANCE, Progress.SILENT, false).take(List.of(file));
    assertThat(reports.getFirst().fate()).isEqualTo(FileReport.Fate.STORED);
  }

  void takeInventory(String xml) throws Exception {
    take("station.xml", xml.getBytes(StandardCharsets.UTF_8));
  }

  void takeNoise(String axes, Moment start, int seconds) throws Exception {
    for (char axis : axes.toCharArray()) {
      String name = "%c%d-%d.mseed".formatted(axis, start.taiNanos(), seconds);
      take(name, Specimens.noise(STATION + axis, start, seconds));
    }
  }

  SeisChain.Report run() throws Exception {
    return run(false);
  }

  SeisChain.Report run(boolean removesTicks) throws Exception {
    Runner runner = new Runner(archive, Progress.SILENT, 2, 512L << 20);
    SeisChain chain = new SeisChain(archive, Specimens.PROVENANCE, runner, removesTicks);
    SeisChain.Report report = chain.run(Selection.ALL);
    assertThat(report.total().broken()).as(report.total().defects().toString()).isZero();
    assertThat(chain.run(Selection.ALL).total().made()).as("made again").isZero();
    return report;
  }

  static Tally tally(SeisChain.Report report, String step) {
    Tally tally = report.steps().get(step);
    assertThat(tally).as(step).isNotNull();
    return tally == null ? Tally.NOTHING : tally;
  }

  static List<String> sentences(Tally tally) {
    return tally.defects().stream().map(Defect::sentence).toList();
  }

  static TreeSet<String> channels(List<Found> entries) {
    TreeSet<String> codes = new TreeSet<>();
    entries.forEach(found -> codes.add(new SourceId(found.entry().key()).channel()));
    return codes;
  }

  Product only(String recipe) {
    List<Product> products = archive.products(recipe);
    assertThat(products).as(recipe).hasSize(1);
    return products.getFirst();
  }

  static byte[] burst(String axis, Moment start, int seconds) {
    int[] counts = new int[(int) (seconds * Specimens.RATE_HZ)];
    java.util.Random random = new java.util.Random(3);
    for (int i = 0; i < counts.length; i++) {
      double t = i / Specimens.RATE_HZ - 1200;
      double strength = t < 0 ? 1 : 1 + 200 * (t / 20) * Math.exp(1 - t / 60);
      counts[i] = (int) (random.nextGaussian() * 10 * strength);
    }
    return Specimens.counts(STATION + axis, start, Specimens.RATE_HZ, counts);
  }

  /// The first event that the chain found.
  Event detected() throws Exception {
    Product product = only("seis/detection");
    try (var in = Files.newInputStream(archive.path(product.identity(), DetectionRecipe.PAYLOAD))) {
      return QuakeMl.read(in, "events").found().orElseThrow().eventParameters().events().getFirst();
    }
  }
}
