package org.jumelles.pipeline.partnership;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;

/// What there is to show for each programme: every count stands with the rows that it counts.
///
/// @param rows products in the order in which they were made, then releases, downloads, outputs
public record Evidence(List<Row> rows) {
  public Evidence {
    rows = List.copyOf(rows);
  }

  /// One thing that counts.
  ///
  /// @param amount how many units it stands for; one for most
  /// @param when the instant, the day or the year, as exactly as it is known
  public record Row(
      String programme, String measure, long amount, String title, Proof proof, String when) {}

  /// Where a row can be looked up.
  public sealed interface Proof {
    record OfProduct(Identity product) implements Proof {}

    /// @param doi without a resolver, such as `10.18715/seis`
    record OfOutput(String doi) implements Proof {}
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

  /// The rows behind a total.
  ///
  /// @param programme all of them where empty
  /// @param measure all of them where empty
  public List<Row> rows(String programme, String measure) {
    return rows.stream()
        .filter(row -> programme.isEmpty() || row.programme().equals(programme))
        .filter(row -> measure.isEmpty() || row.measure().equals(measure))
        .toList();
  }
}
