package org.jumelles.service.stac;

import static org.jumelles.service.stac.Item.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// A collection as STAC 1.0.0 has it: what it holds now.
final class CollectionDocument {
  private final Shelf shelf;

  CollectionDocument(Shelf shelf) {
    this.shelf = shelf;
  }

  Map<String, Object> json(Holding.Kind kind, String base) {
    List<Found> entries = shelf.entries(kind, Query.ALWAYS);
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
    List<Map<String, Object>> providers = providers(entries);
    if (!providers.isEmpty()) {
      json.put("providers", providers);
    }
    json.put(
        "extent",
        Map.of(
            "spatial", Map.of("bbox", List.of(box(entries))),
            "temporal", Map.of("interval", List.of(interval(entries)))));
    TreeSet<String> platforms = new TreeSet<>();
    entries.forEach(
        found ->
            Optional.ofNullable(found.entry().attributes().get("platform"))
                .ifPresent(platforms::add));
    if (!platforms.isEmpty()) {
      json.put("summaries", Map.of("platform", platforms));
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

  private List<Map<String, Object>> providers(List<Found> entries) {
    return entries.stream()
        .map(Found::product)
        .distinct()
        .map(shelf.archive()::find)
        .flatMap(Optional::stream)
        .flatMap(product -> Item.providers(product).stream())
        .distinct()
        .toList();
  }

  private static List<Optional<String>> interval(List<Found> entries) {
    Optional<Moment> start =
        entries.stream().map(found -> found.entry().span().start()).min(Moment::compareTo);
    Optional<Moment> end =
        entries.stream().map(found -> found.entry().span().end()).max(Moment::compareTo);
    return List.of(start.map(Utc::text), end.map(Utc::text));
  }

  /// Around all that have a place; the world where one crosses the date line, or none has any.
  private static List<Double> box(List<Found> entries) {
    double[] box = {180, 90, -180, -90};
    for (Found found : entries) {
      Map<String, String> attributes = found.entry().attributes();
      if (attributes.getOrDefault("crosses_date_line", "true").equals("true")) {
        return List.of(-180.0, -90.0, 180.0, 90.0);
      }
      box[0] = Math.min(box[0], number(attributes, "west_deg", -180));
      box[1] = Math.min(box[1], number(attributes, "south_deg", -90));
      box[2] = Math.max(box[2], number(attributes, "east_deg", 180));
      box[3] = Math.max(box[3], number(attributes, "north_deg", 90));
    }
    if (entries.isEmpty()) {
      return List.of(-180.0, -90.0, 180.0, 90.0);
    }
    List<Double> numbers = new ArrayList<>();
    Arrays.stream(box).forEach(numbers::add);
    return numbers;
  }

  private static double number(Map<String, String> attributes, String name, double otherwise) {
    try {
      return Double.parseDouble(attributes.getOrDefault(name, Double.toString(otherwise)));
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }
}
