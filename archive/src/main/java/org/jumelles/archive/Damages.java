package org.jumelles.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.archive.catalogue.Catalogue;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.StoredProduct;
import org.jumelles.archive.store.Inspection;
import org.jumelles.archive.store.Problem;
import org.jumelles.archive.store.Store;

/// Which products the problems of a store are of, and what was made from these.
final class Damages {
  private final Catalogue catalogue;
  private final Collection<Identity> rows;
  private final Map<String, Identity> byPlace = new HashMap<>();
  private final Map<Identity, List<Problem>> problems = new TreeMap<>();

  Damages(Catalogue catalogue, Collection<Identity> rows) {
    this.catalogue = catalogue;
    this.rows = rows;
  }

  /// Notes an object's problems, but those between it and its row: these are no damage to its
  /// files, and a rebuild of the catalogue ends them.
  void add(String place, Inspection.Result result) {
    List<Problem> harm =
        result.problems().stream()
            .filter(problem -> !(problem instanceof Problem.RowDiffers))
            .filter(problem -> !(problem instanceof Problem.NoRow))
            .toList();
    if (!harm.isEmpty()) {
      identity(place, result).ifPresent(identity -> problems.put(identity, harm));
    }
  }

  void addMissing(Identity row) {
    problems.put(row, List.of(new Problem.NoObject(row)));
  }

  /// By its place; a damaged document is not believed.
  private Optional<Identity> identity(String place, Inspection.Result result) {
    if (byPlace.isEmpty()) {
      rows.forEach(row -> byPlace.put(Store.place(row), row));
    }
    Identity row = byPlace.get(place);
    return row != null
        ? Optional.of(row)
        : result.stored().map(stored -> stored.product().identity());
  }

  List<Damage> found() {
    List<Damage> found = new ArrayList<>();
    problems.forEach(
        (identity, harm) ->
            found.add(new Damage(identity, title(identity), harm, descendants(identity))));
    return found;
  }

  private String title(Identity identity) {
    return product(identity).map(Product::title).orElse("");
  }

  private Optional<Product> product(Identity identity) {
    try {
      return catalogue.find(identity).map(StoredProduct::product);
    } catch (RuntimeException e) {
      return Optional.empty(); // a row that is damaged too
    }
  }

  private List<Product> descendants(Identity start) {
    Map<Identity, Product> found = new TreeMap<>();
    Deque<Identity> open = new ArrayDeque<>(List.of(start));
    for (Identity at = open.poll(); at != null; at = open.poll()) {
      for (Identity made : catalogue.derivedFrom(at)) {
        Optional<Product> product = found.containsKey(made) ? Optional.empty() : product(made);
        product.ifPresent(
            one -> {
              found.put(made, one);
              open.add(made);
            });
      }
    }
    return List.copyOf(found.values());
  }
}
