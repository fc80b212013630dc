package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jumelles.archive.catalogue.Catalogue;
import org.jumelles.archive.catalogue.Hit;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.catalogue.Search;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.archive.product.StoredProduct;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Versions that come in any order, from two writers at once: what is latest is told alike
/// everywhere, and every search finds what a look at each product finds.
class VersionsSearchTest {
  private static final List<String> KINDS = List.of("alert", "event", "scan");
  private static final double[] LATITUDES_DEG = {-90, -89.5, -60, -3, 0, 2.999, 3, 59.9, 60, 90};
  private static final double[] LONGITUDES_DEG = {-180, -179.9, -120, -3, 0, 3, 40, 179.999, 180};
  private static final double[] SIZES_DEG = {0, 0.5, 3, 7, 12, 25, 80, 180, 359};

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsLatestIsToldAlikeAndFoundAsByATwin(Databases database) throws Exception {
    String url = database.url(folder);
    try (Catalogue catalogue = Catalogue.open(url, true)) {
      for (int round = 0; round < 4; round++) {
        Random random = new Random(40 + round);
        List<StoredProduct> all = history(random, round);
        inTwoThreads(catalogue, all);
        check(catalogue, url, random);
      }
      List<StoredProduct> again = stored(catalogue);
      Set<Identity> latest = latest(again);
      Collections.shuffle(again, new Random(44));
      catalogue.replace(again::forEach, List.of());
      assertThat(latest(stored(catalogue))).isEqualTo(latest);
      check(catalogue, url, new Random(45));
    }
  }

  private static List<StoredProduct> history(Random random, int round) {
    List<StoredProduct> history = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String family = "family " + random.nextInt(12);
      history.add(product(random, family, round + " " + i, round == 3 && i % 9 == 0));
    }
    return history;
  }

  private static StoredProduct product(Random random, String family, String name, boolean open) {
    List<Entry> entries = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      entries.add(
          new Entry(
              KINDS.get(random.nextInt(KINDS.size())),
              "key",
              open ? Query.ALWAYS : span(random),
              "",
              0,
              0,
              at(random)));
    }
    Product product =
        new Product(
            identity(name),
            new Recipe("iasi/test", Integer.toString(1 + random.nextInt(12))),
            name,
            Map.of(),
            List.of(),
            List.of(),
            entries,
            Drafts.LINEAGE,
            Map.of());
    return new StoredProduct(product, identity(family), new Moment(random.nextInt(4)));
  }

  private static Identity identity(String text) {
    return Identity.ofBytes(
        String.format(
                "%-64s", text.chars().mapToObj(Integer::toHexString).collect(Collectors.joining()))
            .replace(' ', '0'));
  }

  private static Map<String, String> at(Random random) {
    double latitudeDeg = LATITUDES_DEG[random.nextInt(LATITUDES_DEG.length)];
    double longitudeDeg = LONGITUDES_DEG[random.nextInt(LONGITUDES_DEG.length)];
    return random.nextInt(4) == 0
        ? Map.of()
        : Map.of("latitude", "" + latitudeDeg, "longitude", "" + longitudeDeg);
  }

  private static Span span(Random random) {
    long start = random.nextInt(100);
    return new Span(new Moment(start), new Moment(start + random.nextInt(30)));
  }

  private static void inTwoThreads(Catalogue catalogue, List<StoredProduct> all) throws Exception {
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      List<StoredProduct> half = all.subList(i * all.size() / 2, (i + 1) * all.size() / 2);
      writers.add(Thread.ofPlatform().unstarted(() -> half.forEach(catalogue::insert)));
      writers.getLast().setUncaughtExceptionHandler((_, thrown) -> failures.add(thrown));
    }
    writers.forEach(Thread::start);
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(failures).isEmpty();
  }

  /// In the order of their numbers.
  private static List<StoredProduct> stored(Catalogue catalogue) {
    return catalogue.productsAfter(0, 1_000).stream()
        .map(Catalogue.Numbered::stored)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Set<Identity> latest(List<StoredProduct> all) {
    Map<Identity, StoredProduct> newest = new HashMap<>();
    Comparator<StoredProduct> age =
        Comparator.<StoredProduct>comparingInt(
                one -> Integer.parseInt(one.product().recipe().version()))
            .thenComparing(StoredProduct::storedAt)
            .thenComparing(one -> one.product().identity());
    all.forEach(one -> newest.merge(one.family(), one, (a, b) -> age.compare(a, b) > 0 ? a : b));
    return newest.values().stream()
        .map(one -> one.product().identity())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static void check(Catalogue catalogue, String url, Random random) throws Exception {
    List<StoredProduct> all = stored(catalogue);
    Set<Identity> latest = latest(all);
    assertThat(latest).hasSizeLessThan(all.size());
    assertThat(catalogue.counts().latest()).isEqualTo(latest.size());
    assertThat(differing(url)).isZero();
    List<Product> newest =
        all.reversed().stream()
            .map(StoredProduct::product)
            .filter(one -> latest.contains(one.identity()))
            .toList();
    for (int i = 0; i < 150; i++) {
      Search search = search(random);
      List<Product> expected = newest.stream().filter(one -> matches(search, one)).toList();
      assertThat(walk(catalogue, search))
          .as(search.toString())
          .isEqualTo(expected.stream().map(Product::identity).toList());
      assertThat(catalogue.count(search)).isEqualTo(expected.size());
      assertThat(catalogue.kinds(search)).as(search.toString()).isEqualTo(kinds(expected));
    }
  }

  /// Rows that tell of their product what the product does not tell.
  private static long differing(String url) throws Exception {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT (SELECT COUNT(*) FROM held h JOIN product p ON p.number = h.product WHERE"
                    + " h.latest <> p.latest) + (SELECT COUNT(*) FROM placed e JOIN held h ON"
                    + " h.product = e.product WHERE h.latest <> e.latest OR h.kinds <> e.kinds) +"
                    + " (SELECT COUNT(*) FROM entry e LEFT JOIN held h ON h.product = e.product"
                    + " WHERE h.product IS NULL) + (SELECT COUNT(*) FROM held h LEFT JOIN product"
                    + " p ON p.number = h.product WHERE p.number IS NULL)")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<Identity> walk(Catalogue catalogue, Search search) {
    List<Identity> found = new ArrayList<>();
    List<Hit> page = catalogue.search(search);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(search.limit());
      page.forEach(hit -> found.add(hit.product()));
      page = catalogue.search(search.after(page.getLast().number()));
    }
    return found;
  }

  private static Map<String, Long> kinds(List<Product> products) {
    return products.stream()
        .flatMap(one -> one.entries().stream().map(Entry::kind).distinct())
        .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
  }

  private static Search search(Random random) {
    List<String> kinds = List.of("", "alert", "event", "scan", "no such kind");
    return new Search(
        random.nextInt(8) == 0 ? "seis" : random.nextInt(4) == 0 ? "iasi" : "",
        kinds.get(random.nextInt(kinds.size())),
        random.nextBoolean() ? Query.ALWAYS : span(random),
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(box(random)),
        "",
        0,
        1 + random.nextInt(10));
  }

  /// Of every size, with edges on points, over 180 degrees, at a pole, and beyond the globe.
  private static Search.Box box(Random random) {
    double sizeDeg = SIZES_DEG[random.nextInt(SIZES_DEG.length)];
    double west = LONGITUDES_DEG[random.nextInt(LONGITUDES_DEG.length)] - sizeDeg / 2;
    double south = LATITUDES_DEG[random.nextInt(LATITUDES_DEG.length)] - sizeDeg / 4;
    double east = west + sizeDeg;
    if (random.nextInt(4) > 0) {
      west = west < -180 ? west + 360 : west;
      east = east > 180 ? east - 360 : east;
      south = Math.max(-90, south);
    }
    return new Search.Box(west, south, east, Math.min(90, south + sizeDeg / 2));
  }

  private static boolean matches(Search search, Product product) {
    boolean anyEntry =
        search.kind().isEmpty() && search.span().equals(Query.ALWAYS) && search.place().isEmpty();
    return !search.mission().equals("seis")
        && (anyEntry || product.entries().stream().anyMatch(entry -> matches(search, entry)));
  }

  private static boolean matches(Search search, Entry entry) {
    return (search.kind().isEmpty() || entry.kind().equals(search.kind()))
        && (search.span().equals(Query.ALWAYS)
            || (!entry.span().start().isAfter(search.span().end())
                && !entry.span().end().isBefore(search.span().start())))
        && search.place().map(box -> lies(entry, box)).orElse(true);
  }

  private static boolean lies(Entry entry, Search.Box box) {
    if (!entry.attributes().containsKey("latitude")) {
      return false;
    }
    double latitudeDeg = Double.parseDouble(entry.attributes().get("latitude"));
    double longitudeDeg = Double.parseDouble(entry.attributes().get("longitude"));
    boolean afterWest = longitudeDeg >= box.west();
    boolean beforeEast = longitudeDeg <= box.east();
    return latitudeDeg >= box.south()
        && latitudeDeg <= box.north()
        && (box.west() > box.east() ? afterWest || beforeEast : afterWest && beforeEast);
  }
}
