package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jumelles.accord.Accord;
import org.jumelles.accord.programme.RoleAssignment;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
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

@ParameterizedClass
@EnumSource(Databases.class)
class ArchiveTest {
  @Parameter Databases database;
  @TempDir Path folder;
  private String url;

  @BeforeEach
  void chooseTheDatabase() throws Exception {
    Files.createDirectories(folder.resolve("archive"));
    url = database.url(folder.resolve("archive"));
  }

  @Test
  void aStoredFileIsFoundByIdentityByEntryAndByPrefixAndReadBack() throws Exception {
    Path file = Files.writeString(folder.resolve("raw.txt"), "0123456789");
    Path home = folder.resolve("archive");
    Product stored;
    try (Archive archive = Archive.open(home, url)) {
      stored = archive.store(Drafts.raw(file, Drafts.entry("waveform", "XB.ELYSE", 10, 20, 3, 4)));
      assertThat(archive.store(Drafts.raw(file))).isEqualTo(stored);
    }
    assertThat(file).exists();
    try (Archive archive = Archive.open(home, url)) {
      assertThat(archive.has(stored.identity())).isTrue();
      assertThat(archive.find(stored.identity())).contains(stored);
      assertThat(archive.findByPrefix(stored.identity().sha256Hex().substring(0, 8)))
          .containsExactly(stored);
      Span span = new Span(new Moment(20), new Moment(30));
      assertThat(archive.entries(new Query("waveform", List.of("XB.*"), span)))
          .containsExactly(new Found(stored.identity(), stored.entries().getFirst()));
      try (var channel = archive.open(stored.identity(), "raw.txt")) {
        ByteBuffer four = ByteBuffer.allocate(4);
        channel.position(3).read(four);
        assertThat(new String(four.array())).isEqualTo("3456");
      }
    }
  }

  @Test
  void aNewerRecipeSupersedesAndTheOlderStaysFindable() throws Exception {
    try (Archive archive = Archive.open(folder.resolve("archive"), url)) {
      Product nine = archive.store(derived(archive, "9"));
      Product ten = archive.store(derived(archive, "10"));
      Product eight = archive.store(derived(archive, "8"));
      assertThat(archive.entries(Query.all("event")))
          .extracting(Found::product)
          .containsExactly(ten.identity());
      Query all = new Query("event", List.of(), Query.ALWAYS, Map.of(), Query.Versions.ALL);
      assertThat(archive.entries(all))
          .extracting(Found::product)
          .containsExactly(ten.identity(), nine.identity(), eight.identity());
      assertThat(archive.products("seis/test")).containsExactly(ten);
    }
  }

  private ProductDraft derived(Archive archive, String version) throws Exception {
    Path file = Files.writeString(archive.workFile("events.txt"), "version " + version);
    return new ProductDraft(
        new Recipe("seis/test", version),
        "events",
        Map.of("band", "0.2-0.9"),
        List.of(Identity.ofBytes("0".repeat(64))),
        List.of(new DraftPayload("events.txt", "text/plain", file)),
        List.of(Drafts.entry("event", "S0001a", 5, 6, 0, 0)),
        Drafts.LINEAGE,
        Map.of());
  }

  @Test
  void aReaderSeesWhatAWriterStoresAndMayNotWrite() throws Exception {
    Path file = Files.writeString(folder.resolve("raw.txt"), "0123456789");
    try (Archive archive = Archive.open(folder.resolve("archive"), url);
        Archive reader = Archive.openReadOnly(archive.folder(), url)) {
      assertThat(reader.products()).isEmpty();
      Product stored = archive.store(Drafts.raw(file));
      assertThat(reader.find(stored.identity())).contains(stored);
      assertThatThrownBy(() -> reader.workFile("x")).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void productsWithEqualPayloadsAreReadByEitherName() throws Exception {
    try (Archive archive = Archive.open(folder.resolve("archive"), url)) {
      Path one = Files.writeString(archive.workFile("one"), "same");
      Path two = Files.writeString(archive.workFile("two"), "same");
      Product stored =
          archive.store(
              new ProductDraft(
                  new Recipe("test", "1"),
                  "twins",
                  Map.of(),
                  List.of(),
                  List.of(
                      new DraftPayload("a/one", "x/y", one), new DraftPayload("two", "x/y", two)),
                  List.of(),
                  Drafts.LINEAGE,
                  Map.of()));
      assertThat(archive.path(stored.identity(), "a/one")).hasContent("same");
      assertThat(archive.path(stored.identity(), "two")).hasContent("same");
      assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
      assertThat(one).doesNotExist();
    }
  }

  @Test
  void aWalkNamesEveryAncestorOnceAndWhatIsMissing() throws Exception {
    Path file = Files.writeString(folder.resolve("raw.txt"), "0123456789");
    try (Archive archive = Archive.open(folder.resolve("archive"), url)) {
      Product raw = archive.store(Drafts.raw(file));
      Identity lost = Identity.ofBytes("f".repeat(64));
      Product one = archive.store(Drafts.derived("one", List.of(raw.identity(), lost)));
      Product two = archive.store(Drafts.derived("two", List.of(one.identity(), raw.identity())));
      Walk walk = archive.walk(two.identity());
      assertThat(walk.steps())
          .extracting(step -> step.depth() + " " + step.product().title())
          .containsExactlyInAnyOrder("0 two", "1 one", "1 raw.txt");
      assertThat(walk.missing()).containsExactly(lost);
      assertThat(archive.derivedFrom(raw.identity())).containsExactlyInAnyOrder(one, two);
      assertThat(archive.inputsOf(two.identity())).containsExactlyInAnyOrder(raw, one);
    }
  }

  @Test
  void theLedgerBeginsWithTheDefaultRecordAndKeepsRuns() throws Exception {
    Run run = new Run("up", new Moment(1), new Moment(2), 10, 2, 1);
    try (Archive archive = Archive.open(folder.resolve("archive"), url)) {
      assertThat(archive.ledger("accord/role"))
          .hasSize(Accord.defaultRecord().all(RoleAssignment.class).size());
      archive.recordRun(run);
    }
    try (Archive archive = Archive.open(folder.resolve("archive"), url)) {
      assertThat(archive.runs()).containsExactly(run);
      assertThat(archive.ledger().getLast().body()).containsEntry("read", "13");
      assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
    }
  }

  @Test
  void aKnownFileIsKnownWhileSizeAndTimeAreTheSame() throws Exception {
    Path file = Files.writeString(folder.resolve("raw.txt"), "0123456789");
    try (Archive archive = Archive.open(folder.resolve("archive"), url)) {
      Identity identity = archive.store(Drafts.raw(file)).identity();
      archive.rememberFile(file, 10, 5, identity);
      archive.rememberFile(file, 10, 7, identity);
      assertThat(archive.knownFile(file, 10, 7)).contains(identity);
      assertThat(archive.knownFile(file, 10, 5)).isEmpty();
      assertThat(archive.knownFile(file, 11, 7)).isEmpty();
    }
  }

  @Test
  void aRebuiltCatalogueTellsTheSame() throws Exception {
    Path home = folder.resolve("archive");
    List<Product> products;
    List<Found> entries;
    Query all = new Query("event", List.of(), Query.ALWAYS, Map.of(), Query.Versions.ALL);
    try (Archive archive = Archive.open(home, url)) {
      archive.store(derived(archive, "1"));
      archive.store(derived(archive, "2"));
      archive.store(Drafts.raw(Files.writeString(folder.resolve("raw.txt"), "0123456789")));
      products = archive.products();
      entries = archive.entries(all);
    }
    Rebuilt rebuilt = Archive.rebuild(home, url, Progress.NONE);
    assertThat(rebuilt).isEqualTo(new Rebuilt(3, 2, List.of()));
    try (Archive archive = Archive.open(home, url)) {
      assertThat(archive.products()).isEqualTo(products);
      assertThat(archive.entries(all)).isEqualTo(entries);
      assertThat(archive.products("seis/test")).hasSize(1);
      assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
    }
  }

  @Test
  void aBackupTakenInUseIsRestoredWhole() throws Exception {
    Path backup = folder.resolve("backup");
    Path home = folder.resolve("restored");
    List<Product> products;
    try (Archive archive = Archive.open(folder.resolve("archive"), url)) {
      archive.store(derived(archive, "1"));
      products = archive.products();
      archive.backup(backup);
      archive.store(derived(archive, "2"));
      assertThatThrownBy(() -> archive.backup(backup))
          .isInstanceOf(FileAlreadyExistsException.class);
    }
    Archive.restore(backup, home);
    try (Archive archive = Archive.open(home)) {
      assertThat(archive.products()).isEqualTo(products);
      assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
    }
    assertThatThrownBy(() -> Archive.restore(backup, home))
        .isInstanceOf(FileAlreadyExistsException.class);
  }
}
