package org.jumelles.pipeline.recipe.iasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Recipe;
import org.jumelles.formats.netcdf.Attribute;
import org.jumelles.iasi.level3.CellGrid;
import org.jumelles.iasi.level3.DailyGrids;
import org.jumelles.iasi.level3.GridFile;
import org.jumelles.iasi.level3.Measures;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.ingest.Programme;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;

/// `iasi/day`: a UTC day of one satellite on a grid of one degree, before and after local solar
/// noon: brightness temperature at 900 cm-1 and the SO2 index, as count, mean and spread. A granule
/// across midnight gives to each day what was seen in it.
final class DayRecipe {
  static final Recipe RECIPE = new Recipe("iasi/day", "1");
  static final String PAYLOAD = "day.nc";
  private static final double STEP_DEG = 1;
  private static final long BYTES = 96L << 20;
  private static final Measures MEASURES = Measures.of(List.of(900.0));

  private final Archive archive;
  private final Provenance provenance;

  DayRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
  }

  /// The days of all granules, in order.
  List<Work> plan(List<Swath> swaths) {
    SortedMap<String, List<Swath>> days = new TreeMap<>();
    for (Swath swath : swaths) {
      Span span = swath.found().entry().span();
      days.computeIfAbsent(subject(swath, span.start()), _ -> new ArrayList<>()).add(swath);
      if (!subject(swath, span.end()).equals(subject(swath, span.start()))) {
        days.computeIfAbsent(subject(swath, span.end()), _ -> new ArrayList<>()).add(swath);
      }
    }
    List<Work> plan = new ArrayList<>();
    days.forEach((subject, of) -> plan.add(work(subject, of)));
    return plan;
  }

  private static String subject(Swath swath, Moment moment) {
    return swath.platform() + " " + day(moment);
  }

  private static String day(Moment moment) {
    return Utc.text(moment).substring(0, 10);
  }

  private Work work(String subject, List<Swath> swaths) {
    Map<String, String> parameters =
        Map.of("subject", subject, "step_deg", Double.toString(STEP_DEG));
    List<Identity> inputs = swaths.stream().map(swath -> swath.found().product()).toList();
    Identity identity = Identity.of(RECIPE.name(), RECIPE.version(), parameters, inputs);
    return new Work(
            identity, "grids of " + subject, BYTES, () -> make(subject, swaths, parameters, inputs))
        .of(RECIPE, Swath.day(subject));
  }

  private Outcome<ProductDraft> make(
      String subject, List<Swath> swaths, Map<String, String> parameters, List<Identity> inputs)
      throws IOException {
    Moment started = Provenance.now();
    String day = subject.substring(subject.length() - 10);
    DailyGrids grids = new DailyGrids(new CellGrid(STEP_DEG), false, MEASURES.quantities());
    List<Defect> defects = new ArrayList<>();
    for (Swath swath : swaths) {
      defects.addAll(
          swath.open(archive, granule -> Swath.eachLine(granule, line -> take(line, day, grids))));
    }
    if (grids.days().isEmpty()) {
      return new Outcome.Refused<>(nothing(subject));
    }
    Path file = archive.workFile(PAYLOAD);
    String sources = String.join(" ", inputs.stream().map(Identity::sha256Hex).sorted().toList());
    GridFile.write(grids, file, List.of(Attribute.of("source", sources)));
    Moment start = Utc.parse(day + "T00:00:00");
    Span span = new Span(start, start.plusNanos(86_400_000_000_000L - 1));
    Entry entry =
        new Entry(
            "grid",
            subject,
            span,
            PAYLOAD,
            0,
            Files.size(file),
            Map.of("pixels", Long.toString(grids.taken())));
    return Outcome.of(
        new ProductDraft(
            RECIPE,
            "Daily grids of " + subject,
            parameters,
            inputs,
            List.of(new DraftPayload(PAYLOAD, "application/x-netcdf", file)),
            List.of(entry),
            provenance.since(started, Programme.ofKey(subject).name(), start),
            Map.of(
                ProductDraft.SUBJECT,
                subject,
                "pixels",
                Long.toString(grids.taken()),
                "pixels_without_place",
                Long.toString(grids.outside()))),
        defects);
  }

  private static void take(ScanLine line, String day, DailyGrids grids) {
    double[][] values = MEASURES.of(line);
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      if (line.present()[pixel]
          && day(line.views()[pixel / ScanLine.PIXELS_PER_VIEW]).equals(day)) {
        grids.add(line, pixel, values[pixel]);
      }
    }
  }

  private static Defect nothing(String subject) {
    return new Defect(
        subject,
        new org.jumelles.kernel.outcome.Place.Whole(),
        "pixels",
        "iasi/day",
        "none has a known place");
  }
}
