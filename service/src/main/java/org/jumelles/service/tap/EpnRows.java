package org.jumelles.service.tap;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.Listing;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.access.Gate;
import org.jumelles.service.cube.CubeFiles;
import org.jumelles.service.holding.EventHolding;
import org.jumelles.service.holding.Holdings;

/// The products of the archive as rows of `epn_core`, each made when it is asked for.
final class EpnRows {
  private static final double LIGHT_UM_HZ = 299_792_458e6;

  private static final String SCHEMA = "jumelles";
  private static final int PAGE = 500;

  private final Archive archive;
  private final Gate gate;
  private final String base;

  /// @param base what links begin with, such as `http://127.0.0.1:8470`
  EpnRows(Archive archive, Gate gate, String base) {
    this.archive = archive;
    this.gate = gate;
    this.base = base;
  }

  Table table() {
    return new Table(
        SCHEMA,
        "epn_core",
        "What the archive holds: a row a product, and a row a seismic event",
        EpnCore.COLUMNS,
        this::all);
  }

  private Iterator<List<@Nullable Object>> all() {
    return Stream.concat(
            products().map(this::row), new Holdings(archive).events().stream().map(this::event))
        .iterator();
  }

  /// All products, fetched page by page as they are asked for.
  private Stream<Product> products() {
    Listing listing = archive.listing();
    return Stream.iterate(
            listing.productsAfter(0, PAGE),
            page -> !page.isEmpty(),
            page -> listing.productsAfter(page.getLast().number(), PAGE))
        .flatMap(page -> page.stream().map(Listing.Numbered::product));
  }

  /// An event by itself, in its newest version; its place is that of the preferred origin.
  private List<@Nullable Object> event(EventHolding event) {
    Map<String, Object> cells = new HashMap<>();
    archive
        .find(event.product())
        .ifPresent(
            product -> {
              Mission.of(product, roots(product)).tell(cells);
              String made = Utc.text(product.lineage().endedAt());
              cells.put("creation_date", made);
              cells.put("modification_date", made);
              cells.put("release_date", gate.publicFrom(product).map(Utc::text).orElse(made));
            });
    cells.put("granule_uid", event.publicId());
    cells.put("granule_gid", "event");
    cells.put("obs_id", event.product().sha256Hex());
    cells.put("dataproduct_type", "ev");
    cells.put("spatial_frame_type", "none");
    cells.put("time_min", julianDate(event.span().start()));
    cells.put("time_max", julianDate(event.span().end()));
    if (event.latitudeDeg().isPresent() && event.longitudeDeg().isPresent()) {
      double east = (event.longitudeDeg().getAsDouble() + 360) % 360;
      cells.put("c1min", east);
      cells.put("c1max", east);
      cells.put("c2min", event.latitudeDeg().getAsDouble());
      cells.put("c2max", event.latitudeDeg().getAsDouble());
      cells.put("spatial_frame_type", "body");
    }
    cells.put("service_title", SCHEMA);
    cells.put(
        "granule_title", "Event " + event.shownName() + event.type().map(", "::concat).orElse(""));
    cells.put(
        "access_url",
        base
            + "/fdsnws/event/1/query?format=xml&eventid="
            + URLEncoder.encode(event.publicId(), StandardCharsets.UTF_8));
    cells.put("access_format", "application/xml");
    return cells(cells);
  }

  private static List<@Nullable Object> cells(Map<String, Object> cells) {
    List<@Nullable Object> row = new ArrayList<>();
    for (Column column : EpnCore.COLUMNS) {
      row.add(cells.get(column.name()));
    }
    return row;
  }

  private List<@Nullable Object> row(Product product) {
    List<Product> roots = roots(product);
    Mission mission = Mission.of(product, roots);
    Map<String, Object> cells = new HashMap<>();
    cells.put("granule_uid", product.identity().sha256Hex());
    cells.put("granule_gid", product.recipe().name());
    Product observed = roots.size() == 1 ? roots.getFirst() : product;
    cells.put("obs_id", observed.identity().sha256Hex());
    cells.put("spatial_frame_type", "none");
    mission.tell(cells);
    DataproductType.of(product).ifPresent(type -> cells.put("dataproduct_type", type));
    times(product.entries(), cells);
    places(product.entries(), cells);
    List<String> cubes = CubeFiles.of(archive, product);
    CubeFiles.wavelengthsUm(archive, product, cubes)
        .ifPresent(
            um -> {
              cells.put("spectral_range_min", LIGHT_UM_HZ / um.longest());
              cells.put("spectral_range_max", LIGHT_UM_HZ / um.shortest());
            });
    String made = Utc.text(product.lineage().endedAt());
    cells.put("creation_date", made);
    cells.put("modification_date", made);
    cells.put("release_date", gate.publicFrom(product).map(Utc::text).orElse(made));
    cells.put("service_title", SCHEMA);
    cells.put("granule_title", product.title());
    cubes.stream()
        .findFirst()
        .flatMap(product::payload)
        .or(() -> file(product))
        .ifPresent(payload -> access(product, payload, cells));
    return cells(cells);
  }

  /// The products without inputs that it came from, itself where it has none.
  private List<Product> roots(Product product) {
    return product.inputs().isEmpty()
        ? List.of(product)
        : archive.walk(product.identity()).steps().stream()
            .map(step -> step.product())
            .filter(one -> one.inputs().isEmpty())
            .toList();
  }

  private static void times(List<Entry> entries, Map<String, Object> cells) {
    List<Entry> dated =
        entries.stream().filter(entry -> !entry.span().equals(Query.ALWAYS)).toList();
    Optional<Moment> first =
        dated.stream().map(entry -> entry.span().start()).min(Moment::compareTo);
    Optional<Moment> last = dated.stream().map(entry -> entry.span().end()).max(Moment::compareTo);
    first
        .filter(moment -> !moment.equals(Moment.MIN))
        .ifPresent(moment -> cells.put("time_min", julianDate(moment)));
    last.filter(moment -> !moment.equals(Moment.MAX))
        .ifPresent(moment -> cells.put("time_max", julianDate(moment)));
  }

  /// UTC, whose leap seconds have no place on this scale.
  static double julianDate(Moment moment) {
    return 2_440_587.5 + Utc.unixNanos(moment) / 86_400e9;
  }

  /// The box that holds all entries with a place. Longitudes are 0 to 360 degrees east; a box
  /// across the zero meridian is widened to all of them, which is true and says little.
  private static void places(List<Entry> entries, Map<String, Object> cells) {
    double west = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (Entry entry : entries) {
      Map<String, String> told = entry.attributes();
      double w = number(told, "west_deg", "longitude");
      double e = number(told, "east_deg", "longitude");
      double s = number(told, "south_deg", "latitude");
      double n = number(told, "north_deg", "latitude");
      if (Double.isNaN(w + e + s + n)) {
        continue;
      }
      boolean round = Boolean.parseBoolean(told.get("crosses_date_line"));
      double from = w < 0 ? w + 360 : w;
      double to = e < 0 ? e + 360 : e;
      west = Math.min(west, round || from > to ? 0 : from);
      east = Math.max(east, round || from > to ? 360 : to);
      south = Math.min(south, s);
      north = Math.max(north, n);
    }
    if (south <= north) {
      cells.put("c1min", west);
      cells.put("c1max", east);
      cells.put("c2min", south);
      cells.put("c2max", north);
      cells.put("spatial_frame_type", "body");
    }
  }

  private static double number(Map<String, String> told, String name, String other) {
    String text = told.getOrDefault(name, told.get(other));
    try {
      return text == null ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  /// The file that the first entry names, else the first one.
  private static Optional<Payload> file(Product product) {
    return product.entries().stream()
        .flatMap(entry -> product.payload(entry.payload()).stream())
        .findFirst()
        .or(() -> product.payloads().stream().findFirst());
  }

  private void access(Product product, Payload payload, Map<String, Object> cells) {
    cells.put(
        "access_url",
        base + "/products/" + product.identity().sha256Hex() + "/files/" + payload.name());
    cells.put("access_format", payload.mediaType());
    cells.put("access_estsize", (payload.size() + 999) / 1000);
    cells.put("file_name", payload.name());
    cells.put("file_sha256", payload.sha256());
  }
}
