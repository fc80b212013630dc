package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.catalogue.Counts;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.ledger.LedgerEntry;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What an archive keeps when much is in it, when it is copied in use, and when versions follow.
@ParameterizedClass
@EnumSource(Databases.class)
class KeepingTest {
  private static final Query EVERY_VERSION =
      new Query("event", List.of(), Query.ALWAYS, Map.of(), Query.Versions.ALL);

  @Parameter Databases database;
  @TempDir Path folder;
  private Path home;
  private String url;

  @BeforeEach
  void chooseTheDatabase() throws Exception {
    home = Files.createDirectories(folder.resolve("archive"));
    url = database.url(home);
  }

  private static ProductDraft draft(
      Archive archive, String subject, String input, String version, Entry... entries)
      throws Exception {
    Path file = Files.writeString(archive.workFile("text"), subject + input + version);
    return new ProductDraft(
        new Recipe("seis/test", version),
        subject + " from " + input,
        Map.of("subject", subject),
        List.of(Identity.ofBytes(input.repeat(64))),
        List.of(new DraftPayload("text", "text/plain", file)),
        List.of(entries),
        Drafts.LINEAGE,
        Map.of(ProductDraft.SUBJECT, subject));
  }

  private static Entry event(String key) {
    return Drafts.entry("event", key, 5, 6, 0, 0);
  }

  @Test
  void aSubjectMadeOfOtherInputsIsANewVersionOfIt() throws Exception {
    try (Archive archive = Archive.open(home, url)) {
      Product first = archive.store(draft(archive, "sol 1", "a", "1", event("E1")));
      Product other = archive.store(draft(archive, "sol 2", "a", "1", event("E2")));
      Product late = archive.store(draft(archive, "sol 1", "b", "1", event("E3")));
      assertThat(archive.products("seis/test")).containsExactlyInAnyOrder(other, late);
      assertThat(archive.entries(Query.all("event")))
          .extracting(found -> found.entry().key())
          .containsExactly("E2", "E3");
      assertThat(archive.entries(EVERY_VERSION)).hasSize(3);
      assertThat(archive.store(draft(archive, "sol 1", "a", "1", event("E1")))).isEqualTo(first);
      assertThat(archive.products("seis/test")).contains(late).doesNotContain(first);
      Product newest = archive.store(draft(archive, "sol 1", "a", "2", event("E4")));
      assertThat(archive.store(draft(archive, "sol 1", "c", "1", event("E5")))).isNotNull();
      assertThat(archive.products("seis/test")).containsExactlyInAnyOrder(other, newest);
    }
  }

  private record Rows(
      List<Product> products,
      List<Product> latest,
      List<Found> entries,
      List<Found> every,
      List<LedgerEntry> ledger,
      List<Run> runs,
      Counts counts) {
    static Rows of(Archive archive) {
      return new Rows(
          archive.products(),
          archive.products("seis/test"),
          archive.entries(Query.all("event")),
          archive.entries(EVERY_VERSION),
          archive.ledger(),
          archive.runs(),
          archive.counts());
    }
  }

  @Test
  void aRebuildGivesEveryRowAgain() throws Exception {
    Rows before;
    try (Archive archive = Archive.open(home, url)) {
      for (int i = 0; i < 5; i++) {
        String input = Integer.toHexString(i);
        archive.store(draft(archive, "sol 1", input, "1", event("E" + i), event("F" + i)));
        archive.store(draft(archive, "sol " + i, input, "2"));
        archive.recordRun(new Run("run " + i, new Moment(i), new Moment(i + 1), i, 1, 0));
      }
      archive.store(Drafts.raw(Files.writeString(folder.resolve("raw"), "0123456789")));
      before = Rows.of(archive);
    }
    for (int i = 0; i < 2; i++) {
      assertThat(Archive.rebuild(home, url, Progress.NONE).refused()).isEmpty();
      try (Archive archive = Archive.open(home, url)) {
        assertThat(Rows.of(archive)).isEqualTo(before);
        assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
      }
    }
  }

  @Test
  void aBackupTakenWhileAnotherThreadStoresIsWhole() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    List<Throwable> failures = new ArrayList<>();
    try (Archive archive = Archive.open(home, url)) {
      archive.store(draft(archive, "before", "a", "1", event("E")));
      Thread writer = Thread.ofPlatform().start(() -> storeUntil(archive, enough, failures));
      for (int i = 0; i < 3; i++) {
        archive.backup(folder.resolve("backup" + i));
      }
      enough.set(true);
      writer.join();
    }
    assertThat(failures).isEmpty();
    for (int i = 0; i < 3; i++) {
      Path restored = folder.resolve("restored" + i);
      Archive.restore(folder.resolve("backup" + i), restored);
      try (Archive archive = Archive.open(restored)) {
        assertThat(archive.verify(Progress.NONE).problems()).as("backup " + i).isEmpty();
        assertThat(archive.products()).isNotEmpty();
      }
    }
  }

  private static void storeUntil(Archive archive, AtomicBoolean enough, List<Throwable> failures) {
    try {
      for (int i = 0; !enough.get(); i++) {
        archive.store(draft(archive, "sol " + i, "b", "1", event("E" + i)));
        archive.append("test", "note", Map.of("number", Integer.toString(i)));
      }
    } catch (Exception e) {
      failures.add(e);
    }
  }

  @Test
  void nothingIsRestoredOverSomething() throws Exception {
    Path backup = folder.resolve("backup");
    try (Archive archive = Archive.open(home, url)) {
      archive.store(draft(archive, "sol 1", "a", "1"));
      archive.backup(backup);
    }
    Path target = Files.createDirectories(folder.resolve("target"));
    Path theirs = Files.writeString(target.resolve("theirs.txt"), "keep me");
    assertThatThrownBy(() -> Archive.restore(backup, target))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(target).isDirectoryContaining(file -> file.equals(theirs));
    assertThat(theirs).hasContent("keep me");
    Files.delete(theirs);
    Archive.restore(backup, target);
    try (Archive archive = Archive.openReadOnly(target)) {
      assertThat(archive.products()).hasSize(1);
    }
  }

  @Test
  void tenThousandEntriesAndManyPayloadsAreFound() throws Exception {
    try (Archive archive = Archive.open(home, url)) {
      List<DraftPayload> payloads = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        Path file = Files.writeString(archive.workFile("part"), "part " + i);
        payloads.add(new DraftPayload("parts/%03d.txt".formatted(i), "text/plain", file));
      }
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < 10_000; i++) {
        Span span = new Span(new Moment(i * 10L), new Moment(i * 10L + 9));
        String payload = "parts/%03d.txt".formatted(i % 200);
        entries.add(new Entry("event", "E" + i % 100, span, payload, 0, 3, Map.of("n", "" + i)));
      }
      Product stored =
          archive.store(
              new ProductDraft(
                  new Recipe("seis/test", "1"),
                  "many",
                  Map.of(),
                  List.of(),
                  payloads,
                  entries,
                  Drafts.LINEAGE,
                  Map.of()));
      assertThat(archive.path(stored.identity(), "parts/150.txt")).hasContent("part 150");
      assertThat(archive.entries(Query.all("event"))).hasSize(10_000);
      Span window = new Span(new Moment(50_000), new Moment(50_999));
      assertThat(archive.entries(new Query("event", List.of(), window))).hasSize(100);
      assertThat(archive.entries(new Query("event", List.of("E7"), window))).hasSize(1);
      assertThat(archive.counts().entries()).isEqualTo(10_000);
      assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
    }
  }
}
