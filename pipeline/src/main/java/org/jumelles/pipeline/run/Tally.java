package org.jumelles.pipeline.run;

import java.util.ArrayList;
import java.util.List;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.outcome.Defect;

/// What became of a list of work: planned = known + good + doubtful + refused + broken + elsewhere.
///
/// @param known products that the archive had already
/// @param broken work that failed by a fault of this program, not of its input
/// @param elsewhere work that another shard of the same reprocessing refused
/// @param leftOut what could be made and was not chosen; none of it is among the planned
/// @param products all that are in the archive now, in the order of the plan
/// @param defects of the doubtful, the refused and the broken, and why others refused
public record Tally(
    int planned,
    int known,
    int good,
    int doubtful,
    int refused,
    int broken,
    int elsewhere,
    int leftOut,
    List<Product> products,
    List<Defect> defects) {
  public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());

  public Tally {
    if (planned != known + good + doubtful + refused + broken + elsewhere) {
      throw new AssertionError("the counts do not add up to what was planned");
    }
    products = List.copyOf(products);
    defects = List.copyOf(defects);
  }

  public Tally plus(Tally other) {
    return new Tally(
        planned + other.planned,
        known + other.known,
        good + other.good,
        doubtful + other.doubtful,
        refused + other.refused,
        broken + other.broken,
        elsewhere + other.elsewhere,
        leftOut + other.leftOut,
        joined(products, other.products),
        joined(defects, other.defects));
  }

  /// The same counts, with so much left out.
  Tally leaving(int out) {
    return new Tally(
        planned, known, good, doubtful, refused, broken, elsewhere, out, products, defects);
  }

  /// How many products were made anew.
  public int made() {
    return good + doubtful;
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }
}
