package org.jumelles.archive.product;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.archive.lineage.Lineage;

/// Metadata and files under one identity; never changed after it was stored.
///
/// @param inputs the products that it was made from
/// @param attributes what else is worth saying, in the words of its science
public record Product(
    Identity identity,
    Recipe recipe,
    String title,
    Map<String, String> parameters,
    List<Identity> inputs,
    List<Payload> payloads,
    List<Entry> entries,
    Lineage lineage,
    Map<String, String> attributes) {
  public Product {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    inputs = List.copyOf(inputs);
    payloads = List.copyOf(payloads);
    entries = List.copyOf(entries);
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    for (Entry entry : entries) {
      checkPlace(entry, payloads);
    }
  }

  public Optional<Payload> payload(String name) {
    return payloads.stream().filter(payload -> payload.name().equals(name)).findFirst();
  }

  private static void checkPlace(Entry entry, List<Payload> payloads) {
    if (entry.payload().isEmpty()) {
      return;
    }
    for (Payload payload : payloads) {
      if (payload.name().equals(entry.payload())) {
        if (entry.offset() > payload.size() - entry.length()) {
          throw new IllegalArgumentException(
              "entry " + entry.key() + " ends beyond the end of payload " + payload.name());
        }
        return;
      }
    }
    throw new IllegalArgumentException(
        "entry " + entry.key() + " points into '" + entry.payload() + "', which is no payload");
  }
}
