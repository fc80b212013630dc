package org.jumelles.pipeline.recipe.iasi;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.iasi.simulation.Plan;
import org.jumelles.iasi.simulation.Plume;
import org.jumelles.iasi.simulation.SimulatedGranule;
import org.jumelles.iasi.simulation.StateFile;
import org.jumelles.iasi.spectrum.EpsL1cWriter;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.ingest.SpectraContents;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;

/// `iasi/simulation`: scan lines of a satellite that does not exist, as an EPS native product, with
/// the plumes that are truly in it, and the state and carbon monoxide below each pixel.
///
/// A day of a real satellite is 10,800 lines and 30 GB; what is simulated is a piece of each hour
/// asked for, so that a trial takes seconds.
public final class SpectraSimulationRecipe {
  public static final String NAME = "iasi/simulation";

  /// The kind of the entries that tell what is truly there.
  public static final String TRUTH = "plume";

  private static final Recipe RECIPE = new Recipe(NAME, "2");
  private static final String SPECTRA = "spectra.nat";
  private static final String PLUMES = "plumes.csv";

  /// The payload that tells the state below each pixel: see [StateFile].
  public static final String STATES = "states.csv";

  private static final int LINES_AN_HOUR = 2;
  private static final int LINES_A_PLUME = 6;
  private static final long BYTES = 64L << 20;

  private final Archive archive;
  private final Provenance provenance;

  public SpectraSimulationRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
  }

  public Work plan(long seed, Moment start, int seconds) {
    int lines = Math.max(1, Math.toIntExact(Math.round(seconds / 3600.0 * LINES_AN_HOUR)));
    return plan(seed, start, lines, Math.max(1, lines / LINES_A_PLUME));
  }

  private Work plan(long seed, Moment start, int lines, int plumes) {
    Map<String, String> parameters =
        Map.of(
            "seed",
            Long.toString(seed),
            "start",
            start.toString(),
            "lines",
            Integer.toString(lines),
            "plumes",
            Integer.toString(plumes));
    Identity identity = Identity.of(RECIPE.name(), RECIPE.version(), parameters, List.of());
    Plan plan = new Plan(seed, start, lines, plumes, Optional.empty());
    return new Work(identity, "simulated spectra " + seed, BYTES, () -> make(plan, parameters));
  }

  /// The work that made a product of this recipe.
  public Work again(Product product) {
    Map<String, String> told = product.parameters();
    return plan(
        Long.parseLong(told.getOrDefault("seed", "0")),
        Utc.parse(told.getOrDefault("start", "")),
        Integer.parseInt(told.getOrDefault("lines", "1")),
        Integer.parseInt(told.getOrDefault("plumes", "0")));
  }

  private Outcome<ProductDraft> make(Plan plan, Map<String, String> parameters) throws IOException {
    Moment started = Provenance.now();
    SimulatedGranule granule = new SimulatedGranule(plan);
    Path spectra = archive.workFile(SPECTRA);
    Iterator<ScanLine> lines =
        IntStream.range(0, plan.lines())
            .mapToObj(number -> granule.line(number).found().orElseThrow())
            .iterator();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(spectra), 1 << 16)) {
      EpsL1cWriter.write(out, granule.header(), plan.lines(), lines);
    }
    Path plumes = Files.writeString(archive.workFile(PLUMES), csv(granule.plumes()));
    Path states = Files.writeString(archive.workFile(STATES), StateFile.text(granule));
    List<Entry> entries = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      entries.addAll(SpectraContents.simulated(Bytes.map(spectra, arena), SPECTRA));
    }
    entries.addAll(truth(granule, Files.size(plumes)));
    return new Outcome.Good<>(
        new ProductDraft(
            RECIPE,
            "Simulated spectra " + plan.seed() + ", " + plan.lines() + " lines",
            parameters,
            List.of(),
            List.of(
                new DraftPayload(SPECTRA, "application/octet-stream", spectra),
                new DraftPayload(PLUMES, "text/csv", plumes),
                new DraftPayload(STATES, "text/csv", states)),
            entries,
            provenance.since(started, "simulation", plan.start()),
            Map.of("format", "EPS native")));
  }

  private static String csv(List<Plume> plumes) {
    StringBuilder csv =
        new StringBuilder(
            "kind,line,efov,latitude_deg,longitude_deg,radius_km,height_km,strength\n");
    for (Plume plume : plumes) {
      csv.append(
          String.format(
              Locale.ROOT,
              "%s,%d,%d,%.4f,%.4f,%.1f,%.2f,%.4f%n",
              plume.kind(),
              plume.line(),
              plume.view(),
              plume.latitudeDeg(),
              plume.longitudeDeg(),
              plume.radiusKm(),
              plume.heightKm(),
              plume.strength()));
    }
    return csv.toString().replace("\r\n", "\n");
  }

  private static List<Entry> truth(SimulatedGranule granule, long size) {
    List<Entry> entries = new ArrayList<>();
    Span span = granule.header().sensing();
    List<Plume> plumes = granule.plumes();
    for (int i = 0; i < plumes.size(); i++) {
      Plume plume = plumes.get(i);
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("alert", plume.kind().toString());
      attributes.put("latitude", String.format(Locale.ROOT, "%.4f", plume.latitudeDeg()));
      attributes.put("longitude", String.format(Locale.ROOT, "%.4f", plume.longitudeDeg()));
      attributes.put("radius_km", String.format(Locale.ROOT, "%.1f", plume.radiusKm()));
      attributes.put("strength", String.format(Locale.ROOT, "%.3f", plume.strength()));
      attributes.put("line", Integer.toString(plume.line()));
      entries.add(new Entry(TRUTH, "plume " + (i + 1), span, PLUMES, 0, size, attributes));
    }
    return entries;
  }
}
