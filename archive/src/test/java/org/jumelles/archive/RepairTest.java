package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damage is told with what descends from it, and mended from a backup or by making the product
/// again, and from nothing whose hash is another.
class RepairTest {
  @TempDir Path folder;
  private Path home;
  private Path backup;
  private Product raw;
  private Product made;
  private Product last;
  private Path rawFile;
  private Path madeFile;

  @BeforeEach
  void storeThree() throws Exception {
    home = folder.resolve("archive");
    backup = folder.resolve("backup");
    Path file = Files.writeString(folder.resolve("raw.txt"), "0123456789");
    try (Archive archive = Archive.open(home)) {
      raw = archive.store(Drafts.raw(file, Drafts.entry("waveform", "X", 10, 20, 3, 4)));
      made = archive.store(derived("made", "made of it", raw.identity(), archive));
      last = archive.store(derived("last", "made of that", made.identity(), archive));
      rawFile = archive.path(raw.identity(), "raw.txt");
      madeFile = archive.path(made.identity(), "made.txt");
      archive.backup(backup);
    }
  }

  private static ProductDraft derived(String name, String text, Identity input, Archive archive)
      throws IOException {
    Path file = Files.writeString(archive.workFile(name + ".txt"), text);
    return new ProductDraft(
        new Recipe("test/" + name, "1"),
        name,
        Map.of(),
        List.of(input),
        List.of(new DraftPayload(name + ".txt", "text/plain", file)),
        List.of(Drafts.entry("text", name, 1, 2, 0, 0)),
        Drafts.LINEAGE,
        Map.of());
  }

  private static void flip(Path file, int at) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 4;
    Files.write(file, bytes);
  }

  private Repair repair(Optional<Path> from, String again) throws Exception {
    try (Archive archive = Archive.open(home)) {
      return archive.repair(
          from,
          identity ->
              identity.equals(made.identity()) && !again.isEmpty()
                  ? Optional.of(derived("made", again, raw.identity(), archive))
                  : Optional.empty(),
          Progress.NONE);
    }
  }

  @Test
  void whatWasMadeFromADamagedFileIsNamed() throws Exception {
    flip(rawFile, 3);
    try (Archive archive = Archive.openReadOnly(home)) {
      Damage damage = archive.verify(Progress.NONE).damages().getFirst();
      assertThat(damage.product()).isEqualTo(raw.identity());
      assertThat(damage.descendants())
          .extracting(Product::identity)
          .containsExactlyInAnyOrder(made.identity(), last.identity());
    }
  }

  @Test
  void aRawFileComesBackFromABackupOnly() throws Exception {
    flip(rawFile, 3);
    assertThat(repair(Optional.empty(), "").after().clean()).isFalse();
    Repair repair = repair(Optional.of(backup), "");
    assertThat(repair.after().problems()).isEmpty();
    assertThat(repair.mended())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.files())
                  .containsExactly(new Repair.MendedFile("raw.txt", Repair.Source.BACKUP));
              assertThat(one.aside().orElseThrow().resolve("v1/content/raw.txt"))
                  .hasContent("0127456789");
            });
    assertThat(rawFile).hasContent("0123456789");
  }

  @Test
  void aDerivedFileIsMadeAgain() throws Exception {
    Files.delete(madeFile);
    Repair repair = repair(Optional.empty(), "made of it");
    assertThat(repair.after().problems()).isEmpty();
    assertThat(repair.mended().getFirst().files())
        .containsExactly(new Repair.MendedFile("made.txt", Repair.Source.DERIVED));
  }

  @Test
  void whatIsMadeOtherwiseNowIsNotTaken() throws Exception {
    flip(madeFile, 0);
    Repair repair = repair(Optional.empty(), "made differently");
    assertThat(repair.mended()).isEmpty();
    assertThat(repair.after().damages()).singleElement();
    assertThat(madeFile).exists();
  }

  @Test
  void aDamagedBackupIsNotTaken() throws Exception {
    flip(rawFile, 3);
    flip(backup.resolve(home.relativize(rawFile)), 4);
    assertThat(repair(Optional.of(backup), "").mended()).isEmpty();
  }

  @Test
  void aProductWhoseInputIsDamagedTooWaitsForIt() throws Exception {
    flip(rawFile, 3);
    flip(madeFile, 0);
    Repair repair = repair(Optional.of(backup), "made of it");
    assertThat(repair.after().problems()).isEmpty();
    assertThat(repair.mended()).hasSize(2);
  }

  @Test
  void anyFileOfAnObjectComesBackFromItsPayloadAndItsRow() throws Exception {
    Path root = rawFile.getParent().getParent().getParent();
    List<Path> files;
    try (var paths = Files.walk(root)) {
      files = paths.filter(Files::isRegularFile).filter(f -> !f.equals(rawFile)).toList();
    }
    assertThat(files).hasSize(7);
    for (Path file : files) {
      flip(file, (int) Files.size(file) / 2);
      Repair repair = repair(Optional.empty(), "");
      assertThat(repair.after().problems()).as(file.toString()).isEmpty();
      assertThat(repair.mended()).as(file.toString()).hasSize(1);
    }
  }

  @Test
  void anObjectThatIsGoneAltogetherComesBack() throws Exception {
    Path root = rawFile.getParent().getParent().getParent();
    Files.move(root, folder.resolve("gone"));
    assertThat(repair(Optional.of(backup), "").after().problems()).isEmpty();
  }

  @Test
  void aRepairKilledBetweenItsTwoMovesIsFinishedByTheNext() throws Exception {
    Path root = rawFile.getParent().getParent().getParent();
    Path aside = Files.createDirectories(home.resolve("damaged"));
    Files.move(root, aside.resolve(raw.identity().sha256Hex()));
    Repair repair = repair(Optional.empty(), "");
    assertThat(repair.after().problems()).isEmpty();
    assertThat(repair.mended().getFirst().files())
        .containsExactly(new Repair.MendedFile("raw.txt", Repair.Source.SET_ASIDE));
  }

  @Test
  void aDamagedLedgerIsWrittenAnewFromTheRows() throws Exception {
    Path ledger = home.resolve("ledger/ledger.jsonl");
    byte[] before = Files.readAllBytes(ledger);
    flip(ledger, before.length / 2);
    byte[] damaged = Files.readAllBytes(ledger);
    Repair repair = repair(Optional.empty(), "");
    assertThat(repair.ledgerRewritten()).isTrue();
    assertThat(repair.after().problems()).isEmpty();
    assertThat(ledger).hasBinaryContent(before);
    assertThat(home.resolve("ledger/ledger.jsonl.damaged-1")).hasBinaryContent(damaged);
  }

  @Test
  void aReaderNeverMeetsACatalogueThatIsHalfMade() throws Exception {
    Path fresh = folder.resolve("fresh");
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (Archive archive = Archive.open(fresh)) {
                    archive.counts();
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                });
    while (writer.isAlive()) {
      try (Archive archive = Archive.openReadOnly(fresh)) {
        archive.counts();
      } catch (java.nio.file.NoSuchFileException notYet) {
        assertThat(notYet.getReason()).contains("no archive here");
      }
    }
    writer.join();
    try (Archive archive = Archive.openReadOnly(fresh)) {
      assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
    }
  }

  @Test
  void aLostCatalogueIsToldAndNoEmptyOneHidesTheStore() throws Exception {
    for (byte[] left : new byte[][] {null, {}, "no database at all, for sixteen".getBytes()}) {
      Files.delete(home.resolve("catalogue.db"));
      if (left != null) {
        Files.write(home.resolve("catalogue.db"), left);
      }
      assertThatThrownBy(() -> Archive.open(home))
          .isInstanceOf(CatalogueLostException.class)
          .hasMessageContaining("jumelles rebuild");
      assertThatThrownBy(() -> Archive.openReadOnly(home))
          .isInstanceOf(CatalogueLostException.class);
      assertThat(Archive.rebuild(home, Progress.NONE).products()).isEqualTo(3);
      try (Archive archive = Archive.open(home)) {
        assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
      }
    }
  }
}
