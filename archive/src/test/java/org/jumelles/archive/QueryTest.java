package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every query gives what a plain search through all entries gives.
class QueryTest {
  private static final List<String> KEYS = List.of("XB.A", "XB.AB", "XB.B", "YC.A", "a*b", "a?b");
  private static final List<String> GLOBS =
      List.of("*", "XB.*", "XB.?", "*A", "*.*B", "XB.A", "a?b", "a*b", "nothing", "**", "?");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void queriesAgreeWithANaiveTwin(Databases database) throws Exception {
    Random random = new Random(4);
    try (Archive archive = Archive.open(folder, database.url(folder))) {
      List<Found> twin = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        Product product = archive.store(draft(i, random));
        product.entries().forEach(entry -> twin.add(new Found(product.identity(), entry)));
      }
      for (int i = 0; i < 300; i++) {
        Query query = query(random);
        List<Found> found = archive.entries(query);
        assertThat(found)
            .as(query.toString())
            .containsExactlyInAnyOrderElementsOf(
                twin.stream().filter(f -> matches(query, f.entry())).toList())
            .isSortedAccordingTo(
                Comparator.comparing((Found f) -> f.entry().span().start())
                    .thenComparing(f -> f.entry().key()));
      }
    }
  }

  private static ProductDraft draft(int number, Random random) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < random.nextInt(12); i++) {
      entries.add(
          new Entry(
              random.nextBoolean() ? "waveform" : "event",
              KEYS.get(random.nextInt(KEYS.size())),
              random.nextInt(20) == 0 ? Query.ALWAYS : span(random, 30),
              "",
              0,
              0,
              random.nextBoolean() ? Map.of() : Map.of("quality", "" + random.nextInt(2))));
    }
    return new ProductDraft(
        new Recipe("test", "1"),
        "number " + number,
        Map.of("number", Integer.toString(number)),
        List.<Identity>of(),
        List.of(),
        entries,
        Drafts.LINEAGE,
        Map.of());
  }

  private static Query query(Random random) {
    List<String> globs = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      globs.add(GLOBS.get(random.nextInt(GLOBS.size())));
    }
    return new Query(
        random.nextBoolean() ? "waveform" : "event",
        globs,
        random.nextInt(10) == 0 ? Query.ALWAYS : span(random, 200),
        random.nextInt(3) == 0 ? Map.of("quality", "1") : Map.of());
  }

  private static Span span(Random random, int longest) {
    long start = random.nextInt(1000);
    return new Span(new Moment(start), new Moment(start + random.nextInt(longest)));
  }

  private static boolean matches(Query query, Entry entry) {
    boolean key =
        query.keyGlobs().isEmpty()
            || query.keyGlobs().stream()
                .anyMatch(glob -> pattern(glob).matcher(entry.key()).matches());
    return key
        && entry.kind().equals(query.kind())
        && entry.span().overlaps(query.span())
        && query.attributes().entrySet().stream()
            .allMatch(a -> a.getValue().equals(entry.attributes().get(a.getKey())));
  }

  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    for (char c : glob.toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString());
  }
}
