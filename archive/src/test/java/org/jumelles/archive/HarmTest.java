package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.ProductReading;
import org.jumelles.archive.store.Problem;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was done to the files behind the archive's back is found, named and survived.
class HarmTest {
  @TempDir Path folder;
  private Path home;
  private Product stored;
  private Path payload;

  @BeforeEach
  void storeOne() throws Exception {
    home = folder.resolve("archive");
    Path file = Files.writeString(folder.resolve("raw.txt"), "0123456789");
    try (Archive archive = Archive.open(home)) {
      stored = archive.store(Drafts.raw(file, Drafts.entry("waveform", "X", 10, 20, 3, 4)));
      payload = archive.path(stored.identity(), "raw.txt");
    }
  }

  private List<Problem> problems() throws Exception {
    try (Archive archive = Archive.open(home)) {
      return archive.verify(Progress.NONE).problems();
    }
  }

  private static void flip(Path file, int at) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void oneFlippedByteOfAnyFileOfAnObjectIsFound() throws Exception {
    Path root = payload.getParent().getParent().getParent();
    List<Path> files;
    try (var paths = Files.walk(root)) {
      files = paths.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSize(8);
    for (Path file : files) {
      for (int at = 0; at < Math.min(99, Files.size(file)); at += 7) {
        flip(file, at);
        assertThat(problems()).as(file + " at byte " + at).isNotEmpty();
        flip(file, at);
      }
    }
    assertThat(problems()).isEmpty();
  }

  @Test
  void aFlippedByteOfAPayloadIsNamed() throws Exception {
    flip(payload, 5);
    assertThat(problems()).singleElement().isInstanceOf(Problem.Changed.class);
    assertThat(problems().getFirst().sentence()).contains("raw.txt has changed");
  }

  @Test
  void aMissingPayloadAndAStrangeFileAreNamed() throws Exception {
    Path stray = payload.resolveSibling("stray");
    Files.move(payload, stray);
    assertThat(problems())
        .containsExactlyInAnyOrder(
            new Problem.Missing(payload.toString()), new Problem.Unknown(stray.toString()));
  }

  @Test
  void anObjectWithoutRowAndARowWithoutObjectAreNamed() throws Exception {
    Path root = payload.getParent().getParent().getParent();
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(root, elsewhere);
    assertThat(problems()).containsExactly(new Problem.NoObject(stored.identity()));
    Archive.rebuild(home, Progress.NONE);
    Files.createDirectories(root.getParent());
    Files.move(elsewhere, root);
    assertThat(problems()).containsExactly(new Problem.NoRow(stored.identity()));
  }

  @Test
  void aTruncatedCatalogueIsRebuiltFromTheStore() throws Exception {
    Path catalogue = home.resolve("catalogue.db");
    long size = Files.size(catalogue);
    for (long kept : new long[] {0, 1, 100, 4096, size / 2, size - 1}) {
      try (var channel = Files.newByteChannel(catalogue, StandardOpenOption.WRITE)) {
        channel.truncate(kept);
      }
      Rebuilt rebuilt = Archive.rebuild(home, Progress.NONE);
      assertThat(rebuilt).isEqualTo(new Rebuilt(1, 1, List.of()));
      assertThat(problems()).isEmpty();
    }
  }

  @Test
  void anyChangedByteOfTheLedgerIsFound() throws Exception {
    Path ledger = home.resolve("ledger/ledger.jsonl");
    int size = (int) Files.size(ledger);
    try (Archive archive = Archive.open(home)) {
      for (int at = 0; at < size; at += 97) {
        flip(ledger, at);
        assertThat(archive.verify(Progress.NONE).problems())
            .as("byte " + at)
            .hasSize(1)
            .allMatch(problem -> problem instanceof Problem.LedgerBroken);
        flip(ledger, at);
      }
      assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
    }
  }

  @Test
  void aTornLineOfTheLedgerIsCutOff() throws Exception {
    Files.writeString(
        home.resolve("ledger/ledger.jsonl"), "{\"sequence\":17,\"prev", StandardOpenOption.APPEND);
    try (Archive archive = Archive.open(home)) {
      archive.append("test", "note", java.util.Map.of("a", "b"));
      assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
      assertThat(archive.ledger("note")).hasSize(1);
    }
  }

  @Test
  void aCorruptedProductDocumentIsRefusedAndNothingElse() throws Exception {
    byte[] good = Files.readAllBytes(payload.resolveSibling("product.json"));
    for (int length = 0; length < good.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(good, length);
      assertThatThrownBy(() -> ProductReading.product(cut, "cut"))
          .as(length + " bytes")
          .isInstanceOf(MalformedDataException.class);
    }
    for (int at = 0; at < good.length; at++) {
      byte[] changed = good.clone();
      changed[at] ^= 0x15;
      try {
        ProductReading.product(changed, "changed");
      } catch (MalformedDataException e) {
        assertThat(e.defect().source()).isEqualTo("changed");
      }
    }
    Files.write(payload.resolveSibling("product.json"), new byte[] {'{'});
    assertThat(problems()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(Archive.rebuild(home, Progress.NONE).refused()).hasSize(1);
  }

  @Test
  void aSecondWriterIsToldInOneSentence() throws Exception {
    try (Archive archive = Archive.open(home)) {
      assertThatThrownBy(() -> Archive.open(archive.folder()))
          .isInstanceOf(ArchiveBusyException.class)
          .hasMessageContaining("is being written by process " + ProcessHandle.current().pid());
    }
  }
}
