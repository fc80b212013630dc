package org.jumelles.pipeline.recipe.ryugu;

import java.nio.file.Path;
import java.util.Locale;
import org.jumelles.archive.ProductDraft.DraftPayload;
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

  static Outcome<ProductDraft> good(ProductDraft draft) {
    return new Outcome.Good<>(draft);
  }
}
