package org.jumelles.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;

/// All that a product came from, nearest first, each once.
///
/// @param missing inputs that are named but not in the archive
public record Walk(List<Step> steps, List<Identity> missing) {

  /// @param depth zero for the product itself, one for its inputs, and so on by the shortest way
  public record Step(int depth, Product product) {}

  public Walk {
    steps = List.copyOf(steps);
    missing = List.copyOf(missing);
  }

  static Walk from(Identity start, Function<Identity, Optional<Product>> find) {
    List<Step> steps = new ArrayList<>();
    List<Identity> missing = new ArrayList<>();
    Set<Identity> seen = new HashSet<>(Set.of(start));
    Deque<Identity> level = new ArrayDeque<>(List.of(start));
    for (int depth = 0; !level.isEmpty(); depth++) {
      Deque<Identity> next = new ArrayDeque<>();
      for (Identity identity : level) {
        Optional<Product> product = find.apply(identity);
        if (product.isEmpty()) {
          missing.add(identity);
          continue;
        }
        steps.add(new Step(depth, product.get()));
        product.get().inputs().stream().filter(seen::add).forEach(next::add);
      }
      level = next;
    }
    return new Walk(steps, missing);
  }
}
