package org.jumelles.archive.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.archive.lineage.Lineage;

/// What has been read so far of a product document.
final class ProductFields {
  final Map<String, String> scalars = new TreeMap<>();
  final List<Lineage> lineage = new ArrayList<>();
  Map<String, String> parameters = Map.of();
  Map<String, String> attributes = Map.of();
  List<Identity> inputs = List.of();
  List<Payload> payloads = List.of();
  List<Entry> entries = List.of();

  StoredProduct product(ProductReading reading) {
    Product product =
        new Product(
            new Identity(reading.required(scalars, "identity")),
            new Recipe(
                reading.required(scalars, "recipe"), reading.required(scalars, "recipeVersion")),
            reading.required(scalars, "title"),
            parameters,
            inputs,
            payloads,
            entries,
            lineage.getFirst(),
            attributes);
    return new StoredProduct(
        product,
        new Identity(reading.required(scalars, "family")),
        reading.instant(scalars, "stored"));
  }
}
