package org.jumelles.pipeline.recipe.iasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.formats.netcdf.Attribute;
import org.jumelles.formats.netcdf.NetCdfFile;
import org.jumelles.iasi.level3.CellGrid;
import org.jumelles.iasi.level3.ColumnGrids;
import org.jumelles.iasi.level3.DailyGrids;
import org.jumelles.iasi.level3.GridFile;
import org.jumelles.iasi.level3.GridMap;
import org.jumelles.iasi.validation.ColumnSet;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.ingest.Programme;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;

/// `iasi/column-day`: the good columns of a UTC day of one satellite on a grid of one degree,
/// before and after local solar noon, as CF NetCDF-4 and a map of each half.
final class ColumnDayRecipe {
  static final Recipe RECIPE = new Recipe("iasi/column-day", "1");
  static final String PAYLOAD = "column-day.nc";
  private static final String GAS = "CO";
  private static final double STEP_DEG = 1;
  private static final long BYTES = 96L << 20;

  private final Archive archive;
  private final Provenance provenance;

  ColumnDayRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
  }

  /// As the catalogue tells them: sums of the same numbers in another order differ.
  private static final Comparator<Found> IN_ORDER =
      Comparator.comparing((Found found) -> found.entry().span().start())
          .thenComparing(found -> found.entry().key());

  /// The days of all columns that the archive holds, in order; none of a granule without a good
  /// one.
  List<Work> plan() {
    SortedMap<String, List<Found>> days = new TreeMap<>();
    for (Found columns : archive.entries(Query.all(ColumnRecipe.KIND))) {
      if (columns.entry().attributes().getOrDefault("good", "0").equals("0")) {
        continue;
      }
      Span span = columns.entry().span();
      days.computeIfAbsent(subject(columns, span.start()), _ -> new ArrayList<>()).add(columns);
      if (!subject(columns, span.end()).equals(subject(columns, span.start()))) {
        days.computeIfAbsent(subject(columns, span.end()), _ -> new ArrayList<>()).add(columns);
      }
    }
    List<Work> plan = new ArrayList<>();
    days.forEach((subject, of) -> plan.add(work(subject, of)));
    return plan;
  }

  /// The work that makes a stored product once more, from its own inputs.
  Work again(Product product) {
    List<Found> columns =
        PixelFit.entries(archive.inputsOf(product.identity())).stream()
            .filter(found -> found.entry().kind().equals(ColumnRecipe.KIND))
            .sorted(IN_ORDER)
            .toList();
    return work(product.parameters().getOrDefault("subject", ""), columns);
  }

  /// A granule's name is its satellite's, and the time when it begins.
  private static String subject(Found columns, Moment moment) {
    String key = columns.entry().key();
    return key.substring(0, Math.max(0, key.lastIndexOf(' ')))
        + " "
        + Utc.text(moment).substring(0, 10);
  }

  private Work work(String subject, List<Found> columns) {
    Map<String, String> parameters =
        Map.of("subject", subject, "gas", GAS, "step_deg", Double.toString(STEP_DEG));
    List<Identity> inputs = columns.stream().map(Found::product).toList();
    Identity identity = Identity.of(RECIPE.name(), RECIPE.version(), parameters, inputs);
    return new Work(
            identity,
            GAS + " grids of " + subject,
            BYTES,
            () -> make(subject, columns, parameters, inputs))
        .of(RECIPE, Swath.day(subject));
  }

  private Outcome<ProductDraft> make(
      String subject, List<Found> all, Map<String, String> parameters, List<Identity> inputs)
      throws IOException {
    Moment started = Provenance.now();
    String day = subject.substring(subject.length() - 10);
    DailyGrids grids = ColumnGrids.of(GAS, new CellGrid(STEP_DEG));
    for (Found columns : all) {
      try (NetCdfFile file =
          NetCdfFile.open(archive.path(columns.product(), columns.entry().payload()))) {
        ColumnGrids.take(ColumnSet.read(file), day, grids);
      }
    }
    if (grids.days().isEmpty()) {
      return new Outcome.Refused<>(
          new Defect(subject, new Place.Whole(), "columns", RECIPE.name(), "none is good"));
    }
    Path file = archive.workFile(PAYLOAD);
    String sources = String.join(" ", inputs.stream().map(Identity::sha256Hex).sorted().toList());
    GridFile.write(grids, file, List.of(Attribute.of("source", sources)));
    List<DraftPayload> payloads = new ArrayList<>();
    payloads.add(new DraftPayload(PAYLOAD, "application/x-netcdf", file));
    for (DailyGrids.Half half : DailyGrids.Half.values()) {
      String name = "map-" + half.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png";
      Path map = archive.workFile(name);
      String source = "Source: " + subject + ", iasi/column.";
      Files.write(map, GridMap.of(grids, grids.days().getFirst(), half, 0, source).png());
      payloads.add(new DraftPayload(name, "image/png", map));
    }
    Moment start = Utc.parse(day + "T00:00:00");
    Span span = new Span(start, start.plusNanos(86_400_000_000_000L - 1));
    String taken = Long.toString(grids.taken());
    Entry entry =
        new Entry(
            "column-grid",
            GAS + " " + subject,
            span,
            PAYLOAD,
            0,
            Files.size(file),
            Map.of("columns", taken, "gas", GAS));
    return new Outcome.Good<>(
        new ProductDraft(
            RECIPE,
            "Daily " + GAS + " grids of " + subject,
            parameters,
            inputs,
            payloads,
            List.of(entry),
            provenance.since(started, Programme.ofKey(subject).name(), start),
            Map.of(ProductDraft.SUBJECT, subject, "columns", taken)));
  }
}
