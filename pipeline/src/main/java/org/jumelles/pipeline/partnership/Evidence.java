package org.jumelles.pipeline.partnership;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// What the archive holds to show for each programme: every count stands with the rows that it
/// counts.
///
/// @param rows in the order in which their products were made
public record Evidence(List<Row> rows) {
  /// Which entries of one kind count, and how the count is called.
  ///
  /// @param counts whether an entry of that kind in a product is one that nothing else tells of
  private record Measure(String name, BiPredicate<Product, Entry> counts) {}

  /// Spectra and cubes count as they came in, from a satellite or a simulation: what is made of
  /// them
  /// is the same ones again. An event counts as our own finding, not as a catalogue tells of it.
  private static final Map<String, Measure> MEASURES =
      Map.of(
          "event", new Measure("events found", (_, entry) -> isCandidate(entry)),
          "spectra", new Measure("spectra processed", (product, _) -> isFirst(product)),
          "alert", new Measure("alerts raised", (product, _) -> isMade(product)),
          "cube", new Measure("image cubes taken in", (product, _) -> isFirst(product)),
          "grain", new Measure("grains measured", (product, _) -> isMade(product)));

  public Evidence {
    rows = List.copyOf(rows);
  }

  /// One thing that counts.
  ///
  /// @param amount how many units it stands for; one for most
  /// @param made when the product that shows it was made
  public record Row(
      String programme, String measure, long amount, String title, Identity product, Moment made) {}

  /// What was made within a span and not made again within it; the versions that were superseded by
  /// its end do not count.
  public static Evidence of(Archive archive, Span made) {
    Map<String, Product> newest = new LinkedHashMap<>();
    for (Product product : archive.products()) {
      Moment ended = product.lineage().endedAt();
      if (!ended.isBefore(made.start()) && !ended.isAfter(made.end())) {
        newest.put(version(product), product);
      }
    }
    List<Row> rows = new ArrayList<>();
    newest.values().forEach(product -> rows.addAll(rows(product)));
    return new Evidence(rows);
  }

  private static String version(Product product) {
    String subject = product.attributes().get(ProductDraft.SUBJECT);
    return subject == null
        ? product.identity().sha256Hex()
        : product.recipe().name() + " " + subject;
  }

  private static List<Row> rows(Product product) {
    String programme = programme(product);
    Moment made = product.lineage().endedAt();
    List<Row> rows = new ArrayList<>();
    boolean raw = product.recipe().isIngest();
    rows.add(
        new Row(
            programme,
            raw ? "raw files taken in" : "products made",
            1,
            product.title(),
            product.identity(),
            made));
    for (Entry entry : product.entries()) {
      Measure measure = MEASURES.get(entry.kind());
      if (measure != null && measure.counts.test(product, entry)) {
        rows.add(
            new Row(programme, measure.name, amount(entry), entry.key(), product.identity(), made));
      }
    }
    return rows;
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

  /// The programme in whose frame a product was observed.
  public static String programme(Product product) {
    return product.lineage().agents().stream()
        .filter(Agent.Programme.class::isInstance)
        .map(agent -> ((Agent.Programme) agent).name())
        .findFirst()
        .orElse("not known");
  }

  /// Sums by programme and measure.
  public Map<String, Map<String, Long>> totals() {
    Map<String, Map<String, Long>> totals = new TreeMap<>();
    for (Row row : rows) {
      totals
          .computeIfAbsent(row.programme(), _ -> new TreeMap<>())
          .merge(row.measure(), row.amount(), Long::sum);
    }
    return totals;
  }

  /// The rows behind one total.
  public List<Row> rows(String programme, String measure) {
    return rows.stream()
        .filter(row -> row.programme().equals(programme) && row.measure().equals(measure))
        .toList();
  }
}
