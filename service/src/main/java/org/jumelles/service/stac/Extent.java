package org.jumelles.service.stac;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Newest;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.kernel.time.Moment;

/// Over what space and time the items of a collection reach, and whose they are.
final class Extent {
  /// Items that are asked for their provider, the newest.
  private static final int ASKED = 200;

  private static final double[] WORLD = {-180, -90, 180, 90};

  private final double[] box = {180, 90, -180, -90};
  private final Set<String> platforms = new TreeSet<>();
  private final Set<Map<String, Object>> providers = new LinkedHashSet<>();
  private @Nullable Moment start;
  private @Nullable Moment end;
  private boolean world;

  private Extent() {}

  static Extent of(Archive archive, Holding.Kind kind) {
    Extent extent = new Extent();
    archive.listing().visit(Query.all(kind.entryKind), found -> extent.add(found.entry()));
    archive.listing().newest(Newest.of(kind.entryKind, ASKED)).found().stream()
        .map(Found::product)
        .distinct()
        .flatMap(product -> archive.find(product).stream())
        .forEach(product -> extent.providers.addAll(Item.providers(product)));
    return extent;
  }

  private void add(Entry entry) {
    Moment first = entry.span().start();
    Moment last = entry.span().end();
    start = start == null || first.isBefore(start) ? first : start;
    end = end == null || last.isAfter(end) ? last : end;
    Map<String, String> attributes = entry.attributes();
    Optional.ofNullable(attributes.get("platform")).ifPresent(platforms::add);
    world |= attributes.getOrDefault("crosses_date_line", "true").equals("true");
    box[0] = Math.min(box[0], number(attributes, "west_deg", -180));
    box[1] = Math.min(box[1], number(attributes, "south_deg", -90));
    box[2] = Math.max(box[2], number(attributes, "east_deg", 180));
    box[3] = Math.max(box[3], number(attributes, "north_deg", 90));
  }

  /// Whom the newest items name.
  Set<Map<String, Object>> providers() {
    return providers;
  }

  Set<String> platforms() {
    return platforms;
  }

  Optional<Moment> start() {
    return Optional.ofNullable(start);
  }

  Optional<Moment> end() {
    return Optional.ofNullable(end);
  }

  /// West, south, east, north in degrees around all that have a place; the world where one crosses
  /// the date line or does not say so, or where there is none.
  List<Double> box() {
    return Arrays.stream(world || start == null ? WORLD : box).boxed().toList();
  }

  private static double number(Map<String, String> attributes, String name, double otherwise) {
    try {
      return Double.parseDouble(attributes.getOrDefault(name, Double.toString(otherwise)));
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }
}
