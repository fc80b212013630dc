package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jumelles.archive.catalogue.Hit;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.catalogue.Search;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The search over products against one that looks at each of them.
class SearchTest {
  private static final List<String> RECIPES = List.of("seis/event", "iasi/alerts", "seisx/other");
  private static final List<String> TITLES =
      List.of("Event A", "50% of it", "under_score", "event b!");
  private static final List<String> TEXTS = List.of("", "EVENT", "%", "_", "!", "nothing", "seis/");
  private static final List<String> LATITUDES = List.of("-12.5", "0", "45.25", "not known");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void searchesAgreeWithANaiveTwinPageByPage(Databases database) throws Exception {
    Random random = new Random(6);
    try (Archive archive = Archive.open(folder, database.url(folder))) {
      List<Product> twin = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        twin.add(archive.store(draft(i, random)));
      }
      for (int i = 0; i < 200; i++) {
        Search search = search(random);
        List<Identity> expected =
            twin.reversed().stream()
                .filter(product -> matches(search, product))
                .map(Product::identity)
                .toList();
        assertThat(walk(archive, search)).as(search.toString()).isEqualTo(expected);
        assertThat(archive.listing().count(search)).isEqualTo(expected.size());
        long alerts =
            twin.stream()
                .filter(product -> matches(search, product))
                .filter(one -> one.entries().stream().anyMatch(e -> e.kind().equals("alert")))
                .count();
        assertThat(archive.listing().kinds(search).getOrDefault("alert", 0L)).isEqualTo(alerts);
      }
    }
  }

  private static List<Identity> walk(Archive archive, Search search) {
    List<Identity> all = new ArrayList<>();
    List<Hit> page = archive.listing().search(search);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(search.limit());
      page.forEach(hit -> all.add(hit.product()));
      page = archive.listing().search(search.after(page.getLast().number()));
    }
    return all;
  }

  private static ProductDraft draft(int number, Random random) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      Span span = span(random);
      Map<String, String> attributes =
          random.nextBoolean()
              ? Map.of()
              : Map.of(
                  "latitude", LATITUDES.get(random.nextInt(LATITUDES.size() - (i == 0 ? 0 : 1))),
                  "longitude", Integer.toString(random.nextInt(360) - 180));
      entries.add(
          new Entry(random.nextBoolean() ? "alert" : "event", "key", span, "", 0, 0, attributes));
    }
    return new ProductDraft(
        new Recipe(RECIPES.get(random.nextInt(RECIPES.size())), "1"),
        TITLES.get(random.nextInt(TITLES.size())),
        Map.of("number", Integer.toString(number)),
        List.of(),
        List.of(),
        entries,
        Drafts.LINEAGE,
        Map.of());
  }

  private static Span span(Random random) {
    long start = random.nextInt(100);
    return new Span(new Moment(start), new Moment(start + random.nextInt(30)));
  }

  private static Search search(Random random) {
    Optional<Search.Box> box = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(box(random));
    return new Search(
        List.of("", "seis", "iasi").get(random.nextInt(3)),
        List.of("", "alert", "event").get(random.nextInt(3)),
        random.nextBoolean() ? Query.ALWAYS : span(random),
        box,
        TEXTS.get(random.nextInt(TEXTS.size())),
        0,
        1 + random.nextInt(10));
  }

  /// Wide, of some tiles, or of some cells; with edges on points, and over 180 degrees.
  private static Search.Box box(Random random) {
    if (random.nextBoolean()) {
      return new Search.Box(
          random.nextInt(360) - 180, -20, random.nextInt(360) - 180, random.nextInt(70));
    }
    int size = random.nextBoolean() ? 2 : 40;
    int west = random.nextInt(361) - 180;
    int east = west + size > 180 ? west + size - 360 : west + size;
    double south = List.of(-13.0, -12.5, 0.0, 45.0).get(random.nextInt(4));
    return new Search.Box(west, south, east, south + random.nextInt(size));
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aCatalogueOfAnEarlierVersionFindsPlacesOnceItIsOpened(Databases database) throws Exception {
    String url = database.url(folder);
    Search.Box world = new Search.Box(-180, -90, 180, 90);
    Search everywhere = new Search("", "", Query.ALWAYS, Optional.of(world), "", 0, 1000);
    Search.Box tiles = new Search.Box(-180, -20, -150, 50);
    Search here = new Search("", "", Query.ALWAYS, Optional.of(tiles), "", 0, 1000);
    List<Hit> expected;
    List<Hit> all;
    try (Archive archive = Archive.open(folder, url)) {
      Random random = new Random(7);
      for (int i = 0; i < 60; i++) {
        archive.store(draft(i, random));
      }
      expected = archive.listing().search(here);
      all = archive.listing().search(everywhere);
    }
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      for (String table : List.of("placed", "held", "kind_set", "known_kind")) {
        statement.execute("DROP TABLE " + table);
      }
      statement.execute("DROP INDEX IF EXISTS product_told");
      statement.execute("DROP INDEX entry_time");
      statement.execute("DELETE FROM flyway_schema_history WHERE version >= '3'");
    }
    try (Archive archive = Archive.open(folder, url)) {
      assertThat(archive.listing().search(here)).isEqualTo(expected);
      assertThat(archive.listing().search(everywhere)).isEqualTo(all).isNotEmpty();
    }
  }

  private static boolean matches(Search search, Product product) {
    String text = search.text().toLowerCase(Locale.ROOT);
    boolean told =
        product.title().toLowerCase(Locale.ROOT).contains(text)
            || product.recipe().name().contains(text)
            || product.entries().stream().anyMatch(entry -> tells(entry, text));
    boolean anyEntry =
        search.kind().isEmpty() && search.span().equals(Query.ALWAYS) && search.place().isEmpty();
    return told
        && (search.mission().isEmpty()
            || product.recipe().name().startsWith(search.mission() + "/"))
        && (anyEntry || product.entries().stream().anyMatch(entry -> matches(search, entry)));
  }

  /// Attributes are searched as JSON, in which `_` and `!` and `%` stand for themselves.
  private static boolean tells(Entry entry, String text) {
    return entry.key().contains(text)
        || entry.attributes().keySet().stream().anyMatch(one -> one.contains(text))
        || entry.attributes().values().stream().anyMatch(one -> one.contains(text));
  }

  private static boolean matches(Search search, Entry entry) {
    return (search.kind().isEmpty() || entry.kind().equals(search.kind()))
        && (search.span().equals(Query.ALWAYS)
            || (!entry.span().start().isAfter(search.span().end())
                && !entry.span().end().isBefore(search.span().start())))
        && search.place().map(box -> lies(entry, box)).orElse(true);
  }

  private static boolean lies(Entry entry, Search.Box box) {
    String latitude = entry.attributes().getOrDefault("latitude", "not known");
    if (latitude.equals("not known")) {
      return false;
    }
    double north = Double.parseDouble(latitude);
    double east = Double.parseDouble(entry.attributes().getOrDefault("longitude", "0"));
    boolean along =
        box.west() > box.east()
            ? east >= box.west() || east <= box.east()
            : east >= box.west() && east <= box.east();
    return north >= box.south() && north <= box.north() && along;
  }
}
