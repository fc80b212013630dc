package org.jumelles.pipeline.recipe.ryugu;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.archive.ProductDraft;

/// What the recipes of this room share about the files of their products.
final class Products {
  private Products() {}

  static DraftPayload payload(Path file) {
    String name = file.getFileName().toString();
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type =
        switch (end) {
          case "hdr" -> "text/x-envi-header";
          case "csv" -> "text/csv";
          case "json" -> "application/json";
          case "png" -> "image/png";
          default -> "application/octet-stream";
        };
    return new DraftPayload(name, type, file);
  }

  /// The time that all entries of a product are of.
  static Span span(Product product) {
    Optional<Span> all =
        product.entries().stream()
            .map(Entry::span)
            .reduce(
                (one, other) ->
                    new Span(
                        one.start().isBefore(other.start()) ? one.start() : other.start(),
                        one.end().isAfter(other.end()) ? one.end() : other.end()));
    return all.orElse(Query.ALWAYS);
  }

  static Outcome<ProductDraft> good(ProductDraft draft) {
    return new Outcome.Good<>(draft);
  }
}
