package org.jumelles.pipeline.partnership;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  /// The kinds of entry that count, and how the count is called.
  private static final Map<String, String> MEASURES =
      Map.of(
          "event", "events found",
          "spectra", "spectra processed",
          "alert", "alerts raised",
          "cube", "image cubes taken in",
          "grain", "grains measured");

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
      String measure = MEASURES.get(entry.kind());
      if (measure != null && !raw) {
        long amount = Long.parseLong(entry.attributes().getOrDefault("count", "1"));
        rows.add(new Row(programme, measure, amount, entry.key(), product.identity(), made));
      }
    }
    return rows;
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
