package org.jumelles.service.stac;

import static org.jumelles.service.stac.Item.link;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jumelles.archive.Archive;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.holding.Kept;

/// A collection as STAC 1.0.0 has it: what it holds now.
final class CollectionDocument {
  private final Map<Holding.Kind, Kept<Extent>> extents = new EnumMap<>(Holding.Kind.class);

  CollectionDocument(Archive archive) {
    for (Holding.Kind kind : Holding.Kind.values()) {
      extents.put(kind, new Kept<>(archive, () -> Extent.of(archive, kind)));
    }
  }

  Map<String, Object> json(Holding.Kind kind, String base) {
    Extent extent = Objects.requireNonNull(extents.get(kind)).get();
    String self = base + "/stac/collections/" + kind.id;
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "Collection");
    json.put("stac_version", "1.0.0");
    json.put("id", kind.id);
    json.put("title", kind.title);
    json.put(
        "description",
        kind.description + " The archive does not know under which licence the data stand.");
    json.put("license", "proprietary");
    if (!extent.providers().isEmpty()) {
      json.put("providers", extent.providers());
    }
    json.put(
        "extent",
        Map.of(
            "spatial", Map.of("bbox", List.of(extent.box())),
            "temporal",
                Map.of(
                    "interval",
                    List.of(List.of(extent.start().map(Utc::text), extent.end().map(Utc::text))))));
    if (!extent.platforms().isEmpty()) {
      json.put("summaries", Map.of("platform", extent.platforms()));
    }
    json.put(
        "links",
        List.of(
            link("self", self, "application/json"),
            link("root", base + "/stac", "application/json"),
            link("parent", base + "/stac", "application/json"),
            link("items", self + "/items", Item.GEOJSON)));
    return json;
  }
}
