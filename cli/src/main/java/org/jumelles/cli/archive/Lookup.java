package org.jumelles.cli.archive;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;

/// Finds what a person names: a product by the start of its identity, an event by name or id.
///
/// @param event the event that was named, where it was one
public record Lookup(Product product, Optional<Found> event) {
  private static final int SHORTEST_PREFIX = 4;

  /// @throws IllegalArgumentException where nothing or more than one thing is named so
  public static Lookup of(Archive archive, String name) {
    List<Found> events =
        archive.entries(Query.all("event")).stream()
            .filter(found -> isCalled(found, name))
            .toList();
    if (events.size() == 1) {
      return ofEvent(archive, events.getFirst());
    }
    List<Product> products =
        name.length() >= SHORTEST_PREFIX && Identity.isHex(name)
            ? archive.findByPrefix(name)
            : List.of();
    if (products.size() == 1 && events.isEmpty()) {
      return new Lookup(products.getFirst(), Optional.empty());
    }
    if (products.isEmpty() && events.isEmpty()) {
      throw new IllegalArgumentException(
          "no product and no event is called '"
              + name
              + "'; jumelles list products, jumelles list events");
    }
    String candidates =
        String.join(
            ", ",
            Stream.concat(
                    events.stream().map(found -> found.entry().key()),
                    products.stream().map(product -> product.identity().sha256Hex()))
                .limit(5)
                .toList());
    throw new IllegalArgumentException("'" + name + "' names more than one thing: " + candidates);
  }

  private static Lookup ofEvent(Archive archive, Found event) {
    Product product =
        archive
            .find(event.product())
            .orElseThrow(() -> new AssertionError("an entry without its product"));
    return new Lookup(product, Optional.of(event));
  }

  private static boolean isCalled(Found found, String name) {
    return found.entry().key().equals(name)
        || name.equals(found.entry().attributes().get("name"))
        || found.entry().key().endsWith("/" + name);
  }
}
