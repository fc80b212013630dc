package org.jumelles.archive;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jumelles.archive.catalogue.Catalogue;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Hit;
import org.jumelles.archive.catalogue.Newest;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.catalogue.Search;
import org.jumelles.archive.catalogue.Tally;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.StoredProduct;

/// What an archive holds, in pages, sums and one by one: memory does not grow with the archive.
public final class Listing {
  private static final int PAGE = 500;

  private final Catalogue catalogue;

  Listing(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// A page of the products that a search finds, the last stored first.
  public List<Hit> search(Search search) {
    return catalogue.search(search);
  }

  /// How many products a search finds on all its pages, counted to [Search#COUNTED].
  public long count(Search search) {
    return catalogue.count(search);
  }

  /// How many of the products that a search finds hold each kind of entry, among the last
  /// [Search#COUNTED].
  public Map<String, Long> kinds(Search search) {
    return catalogue.kinds(search);
  }

  /// A page of entries, the latest start first.
  public Newest.Page newest(Newest newest) {
    return catalogue.newest(newest);
  }

  /// Gives a visitor each entry that a query finds, in no order.
  public void visit(Query query, Consumer<Found> visitor) {
    catalogue.visit(query, visitor);
  }

  /// How many entries a query finds.
  public long countEntries(Query query) {
    AtomicLong count = new AtomicLong();
    visit(query, _ -> count.incrementAndGet());
    return count.get();
  }

  /// A product with the number by which the page behind it is asked for.
  public record Numbered(long number, Product product) {}

  /// A page of all products in all versions, in the order in which they came; empty behind the
  /// last.
  ///
  /// @param number of the last product of the page before, 0 for the first page
  public List<Numbered> productsAfter(long number, int limit) {
    return numbered(catalogue.productsAfter(number, limit));
  }

  /// The same for the products of a recipe in their newest versions.
  public List<Numbered> productsAfter(String recipe, long number, int limit) {
    return numbered(catalogue.productsAfter(recipe, number, limit));
  }

  private static List<Numbered> numbered(List<Catalogue.Numbered> stored) {
    return stored.stream().map(one -> new Numbered(one.number(), one.stored().product())).toList();
  }

  /// Gives a visitor all products in all versions, in the order in which they came.
  public void visitProducts(Consumer<Product> visitor) {
    for (List<Numbered> page = productsAfter(0, PAGE);
        !page.isEmpty();
        page = productsAfter(page.getLast().number(), PAGE)) {
      page.forEach(one -> visitor.accept(one.product()));
    }
  }

  /// Products of a recipe in their newest versions, the last stored first.
  public List<Product> newest(String recipe, int limit) {
    return catalogue.newest(recipe, limit).stream().map(StoredProduct::product).toList();
  }

  /// How many products each recipe made, by its name.
  public List<Tally> tallies() {
    return catalogue.tallies();
  }

  /// A number that changes when a product is added.
  public long lastNumber() {
    return catalogue.lastNumber();
  }
}
