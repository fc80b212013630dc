package org.jumelles.pipeline.partnership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jumelles.accord.Accord;
import org.jumelles.accord.output.Output;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.partnership.Evidence.Proof;
import org.jumelles.pipeline.partnership.Evidence.Row;

/// Counts what an archive and its record show for a stretch of days, both included.
final class Counting {
  /// Which entries of one kind count, and how the count is called.
  ///
  /// @param counts whether an entry of that kind in a product is one that nothing else tells of
  private record Measure(String name, BiPredicate<Product, Entry> counts) {}

  /// Spectra and cubes count as they came in, from a satellite or a simulation: what is made of
  /// them is the same ones again. An event counts as our own finding, not as a catalogue tells of
  /// it.
  private static final Map<String, Measure> MEASURES =
      Map.of(
          "event", new Measure("events found", (_, entry) -> isCandidate(entry)),
          "spectra", new Measure("spectra processed", (product, _) -> isFirst(product)),
          "alert", new Measure("alerts raised", (product, _) -> isMade(product)),
          "cube", new Measure("image cubes taken in", (product, _) -> isFirst(product)),
          "grain", new Measure("grains measured", (product, _) -> isMade(product)));

  /// What one product counts for.
  ///
  /// @param released what it released, if it is a release
  private record Counted(List<Row> rows, List<Identity> released) {}

  private final Archive archive;
  private final LocalDate from;
  private final LocalDate to;
  private final List<Row> rows = new ArrayList<>();

  private Counting(Archive archive, LocalDate from, LocalDate to) {
    this.archive = archive;
    this.from = from;
    this.to = to;
  }

  static Evidence of(Archive archive, Accord record, LocalDate from, LocalDate to) {
    Counting counting = new Counting(archive, from, to);
    counting.products();
    counting.downloads();
    counting.outputs(record);
    return new Evidence(counting.rows);
  }

  /// What was made within the days and not made again within them; the versions that were
  /// superseded by their end do not count. Of each product no more is kept than its rows.
  private void products() {
    Moment start = start(from);
    Moment end = start(to.plusDays(1)).plusNanos(-1);
    Map<String, Counted> newest = new LinkedHashMap<>();
    archive
        .listing()
        .visitProducts(
            product -> {
              Moment ended = product.lineage().endedAt();
              if (!ended.isBefore(start) && !ended.isAfter(end)) {
                newest.put(version(product), counted(product));
              }
            });
    Set<Identity> released = new HashSet<>();
    newest.values().forEach(one -> rows.addAll(one.rows));
    newest.values().forEach(one -> members(one, released));
  }

  static Moment start(LocalDate day) {
    return Utc.parse(day + "T00:00:00");
  }

  private static String version(Product product) {
    String subject = product.attributes().get(ProductDraft.SUBJECT);
    return subject == null
        ? product.identity().sha256Hex()
        : product.recipe().name() + " " + subject;
  }

  private static Counted counted(Product product) {
    List<Row> rows = new ArrayList<>();
    rows.add(
        row(product, isMade(product) ? "products made" : "raw files taken in", 1, product.title()));
    for (Entry entry : product.entries()) {
      Measure measure = MEASURES.get(entry.kind());
      if (measure != null && measure.counts.test(product, entry)) {
        rows.add(row(product, measure.name, amount(entry), entry.key()));
      }
    }
    boolean release = product.recipe().name().equals(Release.RECIPE.name());
    return new Counted(rows, release ? product.inputs() : List.of());
  }

  private static Row row(Product product, String measure, long amount, String title) {
    return row(product, measure, amount, title, product.lineage().endedAt().toString());
  }

  private static Row row(Product product, String measure, long amount, String title, String when) {
    return new Row(
        Evidence.programme(product),
        measure,
        amount,
        title,
        new Proof.OfProduct(product.identity()),
        when);
  }

  private static boolean isFirst(Product product) {
    return product.inputs().isEmpty();
  }

  private static boolean isMade(Product product) {
    return !product.recipe().isIngest();
  }

  private static boolean isCandidate(Entry entry) {
    return "candidate".equals(entry.attributes().get("origin"));
  }

  /// How many units an entry stands for; one where it does not say so by a number.
  private static long amount(Entry entry) {
    String count = entry.attributes().getOrDefault("count", "1");
    return count.matches("[0-9]{1,15}") ? Long.parseLong(count) : 1;
  }

  /// Products that were released, once each, however many releases hold them.
  private void members(Counted release, Set<Identity> released) {
    for (Identity member : release.released) {
      if (released.add(member)) {
        String when = release.rows.getFirst().when();
        archive
            .find(member)
            .ifPresent(
                product -> rows.add(row(product, "products released", 1, product.title(), when)));
      }
    }
  }

  private void downloads() {
    archive
        .downloads(from.toString(), to.toString())
        .forEach(
            (download, count) ->
                rows.add(
                    archive
                        .find(download.product())
                        .map(
                            product ->
                                row(product, "downloads", count, product.title(), download.day()))
                        .orElseGet(
                            () ->
                                new Row(
                                    "not known",
                                    "downloads",
                                    count,
                                    download.product().sha256Hex(),
                                    new Proof.OfProduct(download.product()),
                                    download.day()))));
  }

  /// Outputs of the years that the days touch; one that belongs to several programmes counts for
  /// each. Whose year is not known is called so, since nothing says that it falls within.
  private void outputs(Accord record) {
    for (Output output : record.all(Output.class)) {
      boolean dated = output.year() != 0;
      if (!dated || (output.year() >= from.getYear() && output.year() <= to.getYear())) {
        List<String> programmes =
            output.programmes().isEmpty() ? List.of("not known") : output.programmes();
        for (String programme : programmes) {
          rows.add(
              new Row(
                  programme,
                  measure(output.kind()) + (dated ? "" : ", year not known"),
                  1,
                  output.title().isEmpty() ? output.doi() : output.title(),
                  new Proof.OfOutput(output.doi()),
                  dated ? Integer.toString(output.year()) : "not known"));
        }
      }
    }
  }

  private static String measure(Output.Kind kind) {
    return switch (kind) {
      case PAPER -> "papers";
      case DATA -> "datasets published";
      case SOFTWARE -> "software published";
      case OTHER -> "other outputs";
    };
  }
}
