package org.jumelles.pipeline.recipe.iasi;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Recipe;
import org.jumelles.formats.hitran.Isotopologue;
import org.jumelles.formats.hitran.LineFile;
import org.jumelles.formats.hitran.LineFiles;
import org.jumelles.formats.mtckd.WaterContinuum;
import org.jumelles.iasi.absorption.CarbonMonoxideFundamental;
import org.jumelles.iasi.absorption.Transitions;
import org.jumelles.iasi.retrieval.AbsorptionTable;
import org.jumelles.iasi.retrieval.TableCompiler;
import org.jumelles.iasi.retrieval.TableFile;
import org.jumelles.iasi.transfer.LineShape;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.ingest.ContinuumContents;
import org.jumelles.pipeline.ingest.LineContents;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;

/// `iasi/table`: the absorption table of carbon monoxide's window, compiled once: of the user's
/// lines for spectra that were measured, of the fundamental from molecular constants for simulated
/// ones.
final class TableRecipe {
  static final Recipe RECIPE = new Recipe("iasi/table", "2");
  static final String PAYLOAD = "co.table";
  static final String KIND = "absorption-table";

  private static final String DEMONSTRATION = CarbonMonoxideFundamental.SOURCE;
  private static final double FROM_PER_CM = 2143;
  private static final double TO_PER_CM = 2181.25;
  private static final int GREATEST_J = 40;
  private static final long BYTES = 160L << 20;

  private final Archive archive;
  private final Provenance provenance;

  TableRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
  }

  /// The tables that the granules want: no table of lines where there are no lines.
  List<Work> plan(List<Swath> swaths) {
    List<Work> plan = new ArrayList<>();
    if (swaths.stream().anyMatch(Swath::isSimulated)) {
      plan.add(demonstration());
    }
    if (swaths.stream().anyMatch(swath -> !swath.isSimulated()) && !lines().isEmpty()) {
      plan.add(ofLines());
    }
    return plan;
  }

  Work demonstration() {
    return work(DEMONSTRATION, List.of(), Optional.empty(), TableCompiler.Effort.QUICK);
  }

  /// Of all files of lines that the archive holds, with its newest continuum where it has one.
  Work ofLines() {
    Optional<Found> continuum = StateChoice.newest(archive, ContinuumContents.KIND);
    return work("the user's", lines(), continuum, TableCompiler.Effort.FULL);
  }

  List<Found> lines() {
    return archive.entries(Query.all(LineContents.KIND));
  }

  private Work work(
      String source, List<Found> files, Optional<Found> continuum, TableCompiler.Effort effort) {
    Map<String, String> parameters =
        Map.of(
            "lines",
            source,
            "window_per_cm",
            FROM_PER_CM + ":" + TO_PER_CM,
            "effort",
            effort.name().toLowerCase(Locale.ROOT));
    List<Identity> inputs = new ArrayList<>(files.stream().map(Found::product).toList());
    continuum.map(Found::product).ifPresent(inputs::add);
    Identity identity = Identity.of(RECIPE.name(), RECIPE.version(), parameters, inputs);
    return new Work(
            identity,
            "absorption table of " + source + " lines",
            BYTES,
            () -> make(source, files, continuum, effort, parameters, inputs))
        .of(RECIPE);
  }

  private Outcome<ProductDraft> make(
      String source,
      List<Found> files,
      Optional<Found> continuum,
      TableCompiler.Effort effort,
      Map<String, String> parameters,
      List<Identity> inputs)
      throws IOException {
    Moment started = Provenance.now();
    List<Defect> defects = new ArrayList<>();
    List<LineFile> read = new ArrayList<>();
    if (files.isEmpty()) {
      read.add(CarbonMonoxideFundamental.lines(GREATEST_J));
    }
    for (Found file : files) {
      try (Arena arena = Arena.ofConfined()) {
        Outcome<LineFile> lines =
            LineFiles.read(Bytes.map(archive.path(file.product(), file.entry().payload()), arena));
        defects.addAll(lines.defects());
        lines.found().ifPresent(read::add);
      }
    }
    double margin = LineShape.MARGIN_PER_CM;
    Outcome<Transitions> lines =
        Transitions.of(read, FROM_PER_CM - margin, TO_PER_CM + margin, false);
    if (lines instanceof Outcome.Refused<Transitions>(Defect why)) {
      return new Outcome.Refused<>(why);
    }
    defects.addAll(lines.defects());
    List<String> made = new ArrayList<>(List.of("lines " + source));
    files.stream().map(one -> "lines sha256 " + sha256(one)).sorted().forEach(made::add);
    made.add(
        continuum
            .map(one -> "continuum " + one.entry().key() + " sha256 " + sha256(one))
            .orElse("no continuum"));
    WaterContinuum water = continuum.isPresent() ? continuum(continuum.get()) : null;
    AbsorptionTable table =
        new TableCompiler(lines.found().orElseThrow(), water, FROM_PER_CM, TO_PER_CM, effort)
            .compile(made);
    return Outcome.of(draft(table, parameters, inputs, started), defects);
  }

  private static String sha256(Found found) {
    return found.product().sha256Hex();
  }

  private WaterContinuum continuum(Found found) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Outcome<WaterContinuum> read =
          WaterContinuum.read(
              Bytes.map(archive.path(found.product(), found.entry().payload()), arena));
      return read.found().orElseThrow(() -> new MalformedDataException(read.defects().getFirst()));
    }
  }

  private ProductDraft draft(
      AbsorptionTable table, Map<String, String> parameters, List<Identity> inputs, Moment started)
      throws IOException {
    Path file = archive.workFile(PAYLOAD);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      TableFile.write(table, out);
    }
    String gases =
        Arrays.stream(table.gases())
            .mapToObj(Isotopologue::formula)
            .collect(Collectors.joining(" "));
    Map<String, String> told =
        Map.of(
            "gases",
            gases,
            "nodes",
            Integer.toString(table.nodesPerCm().length),
            "error_rms_k",
            String.format(Locale.ROOT, "%.4f", table.error().rmsK()),
            "error_greatest_k",
            String.format(Locale.ROOT, "%.4f", table.error().greatestK()),
            "table",
            table.identity());
    String title = "Absorption table " + FROM_PER_CM + " to " + TO_PER_CM + " cm-1, " + gases;
    return new ProductDraft(
        RECIPE,
        title,
        parameters,
        inputs,
        List.of(new DraftPayload(PAYLOAD, "application/octet-stream", file)),
        List.of(new Entry(KIND, title, Query.ALWAYS, PAYLOAD, 0, Files.size(file), told)),
        provenance.since(started, "not known", started),
        told);
  }
}
