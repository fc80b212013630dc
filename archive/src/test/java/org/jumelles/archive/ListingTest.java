package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Newest;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.catalogue.Tally;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pages, visits and sums against lists of everything.
class ListingTest {
  private static final List<String> KINDS = List.of("spectra", "alert");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void pagesOfTheNewestEntriesAreAListThatIsSorted(Databases database) throws Exception {
    Random random = new Random(8);
    try (Archive archive = filled(database.url(folder), random)) {
      for (int i = 0; i < 60; i++) {
        String kind = KINDS.get(i % 2);
        Span span = i % 3 == 0 ? Query.ALWAYS : span(random);
        List<Found> all =
            archive.entries(new Query(kind, List.of(), span)).stream()
                .sorted(
                    Comparator.comparing((Found found) -> found.entry().span().start())
                        .reversed()
                        .thenComparing(found -> found.product().sha256Hex())
                        .thenComparing(found -> found.entry().offset()))
                .toList();
        assertThat(walk(archive, new Newest(kind, span, Optional.empty(), 1 + random.nextInt(9))))
            .isEqualTo(all);
        List<Found> visited = new ArrayList<>();
        archive.listing().visit(new Query(kind, List.of(), span), visited::add);
        assertThat(visited).containsExactlyInAnyOrderElementsOf(all);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void aPageBeginsAtAProductOrBehindIt(Databases database) throws Exception {
    try (Archive archive = filled(database.url(folder), new Random(9))) {
      List<Found> all = walk(archive, Newest.of("alert", 7));
      for (Found found : all) {
        Moment start = found.entry().span().start();
        Newest page = Newest.of("alert", 1000);
        List<Found> from =
            archive
                .listing()
                .newest(page.after(Newest.Mark.before(start, found.product())))
                .found();
        assertThat(from.getFirst().product()).isEqualTo(found.product());
        assertThat(all).endsWith(from.toArray(Found[]::new));
        assertThat(
                archive
                    .listing()
                    .newest(page.after(Newest.Mark.behind(start, found.product())))
                    .found())
            .isEqualTo(
                from.stream()
                    .dropWhile(
                        one ->
                            one.product().equals(found.product())
                                && one.entry().span().start().equals(start))
                    .toList());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void talliesAndPagesOfProductsAreThoseOfTheList(Databases database) throws Exception {
    try (Archive archive = filled(database.url(folder), new Random(10))) {
      List<Product> all = archive.products();
      Map<String, Long> counts =
          all.stream()
              .collect(Collectors.groupingBy(one -> one.recipe().name(), Collectors.counting()));
      List<Tally> tallies = archive.listing().tallies();
      assertThat(tallies.stream().collect(Collectors.toMap(Tally::recipe, Tally::products)))
          .isEqualTo(counts);
      List<Product> visited = new ArrayList<>();
      archive.listing().visitProducts(visited::add);
      assertThat(visited).containsExactlyInAnyOrderElementsOf(all);
      assertThat(archive.listing().productsAfter(0, 7))
          .extracting(Listing.Numbered::product)
          .isEqualTo(visited.subList(0, 7));
      for (Tally tally : tallies) {
        List<Product> latest = archive.products(tally.recipe());
        assertThat(tally.newest().product())
            .isEqualTo(
                visited.stream()
                    .filter(one -> one.recipe().name().equals(tally.recipe()))
                    .toList()
                    .getLast()
                    .identity());
        assertThat(archive.listing().productsAfter(tally.recipe(), 0, 1000))
            .extracting(Listing.Numbered::product)
            .containsExactlyInAnyOrderElementsOf(latest);
        assertThat(archive.listing().newest(tally.recipe(), 3))
            .hasSize(Math.min(3, latest.size()))
            .isSubsetOf(latest);
      }
      long before = archive.listing().lastNumber();
      archive.store(draft(1000, new Random(11)));
      assertThat(archive.listing().lastNumber()).isGreaterThan(before);
    }
  }

  /// Made anew from the store it lists the same, in a kind's longest span too.
  @ParameterizedTest
  @EnumSource(Databases.class)
  void aRebuiltCatalogueListsTheSame(Databases database) throws Exception {
    Span late = new Span(new Moment(90), new Moment(95));
    List<Found> expected;
    String url = database.url(folder);
    try (Archive archive = filled(url, new Random(12))) {
      expected = walk(archive, new Newest("spectra", late, Optional.empty(), 5));
    }
    Archive.rebuild(folder, url, Progress.NONE);
    try (Archive archive = Archive.open(folder, url)) {
      assertThat(walk(archive, new Newest("spectra", late, Optional.empty(), 5)))
          .isEqualTo(expected)
          .isNotEmpty();
    }
  }

  private static List<Found> walk(Archive archive, Newest first) {
    List<Found> all = new ArrayList<>();
    Optional<Newest> next = Optional.of(first);
    while (next.isPresent()) {
      Newest asked = next.get();
      Newest.Page page = archive.listing().newest(asked);
      assertThat(page.found()).hasSizeLessThanOrEqualTo(asked.limit());
      all.addAll(page.found());
      next = page.next().map(asked::after);
    }
    return all;
  }

  private Archive filled(String url, Random random) throws Exception {
    Archive archive = Archive.open(folder, url);
    for (int i = 0; i < 30; i++) {
      archive.store(draft(i, random));
    }
    return archive;
  }

  /// Few instants, so that many entries start together; every other product is a newer version.
  private static ProductDraft draft(int number, Random random) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < random.nextInt(6); i++) {
      String kind = KINDS.get(random.nextInt(2));
      entries.add(new Entry(kind, kind + number, span(random), "", i, 0, Map.of()));
    }
    return new ProductDraft(
        new Recipe(number % 3 == 0 ? "a/one" : "b/two", Integer.toString(number % 4)),
        "title",
        Map.of("number", Integer.toString(number)),
        List.<Identity>of(),
        List.of(),
        entries,
        Drafts.LINEAGE,
        number % 2 == 0 ? Map.of(ProductDraft.SUBJECT, "subject " + number % 8) : Map.of());
  }

  private static Span span(Random random) {
    long start = 10 * random.nextInt(10);
    return new Span(new Moment(start), new Moment(start + random.nextInt(40)));
  }
}
