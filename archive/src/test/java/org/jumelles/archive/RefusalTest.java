package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Recipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an archive does not take, and what it says of what was cut or held.
class RefusalTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../out.txt",
        "a/../../out.txt",
        "/tmp/out.txt",
        "..",
        ".",
        "",
        "a\u0000b",
        "a\nb",
        "a\\..\\b",
        "C:\\out.txt",
        "a\u202Eb",
        "~/out.txt",
        "product.json",
        "prov.json"
      })
  void aPayloadOfAHostileNameIsRefusedAndLeavesNothing(String name) throws Exception {
    Path file = Files.writeString(folder.resolve("in.txt"), "bytes");
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      ProductDraft draft =
          new ProductDraft(
              new Recipe("test", "1"),
              "hostile",
              Map.of(),
              List.of(),
              List.of(
                  new DraftPayload("good.txt", "text/plain", file),
                  new DraftPayload(name, "text/plain", file)),
              List.of(),
              Drafts.LINEAGE,
              Map.of());
      assertThatThrownBy(() -> archive.store(draft)).isInstanceOf(IllegalArgumentException.class);
      assertThat(archive.products()).isEmpty();
      assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
      assertThat(archive.store(Drafts.raw(file))).isNotNull();
    }
    assertThat(folder.resolve("out.txt")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../out.txt", "/tmp/out.txt", "a/../../out.txt"})
  void aWorkFileMayNotLeaveItsFolder(String name) throws Exception {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      assertThatThrownBy(() -> archive.workFile(name)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aLedgerThatIsShorterThanTheCatalogueKnowsIsTold() throws Exception {
    Path home = folder.resolve("archive");
    try (Archive archive = Archive.open(home)) {
      archive.append("test", "note", Map.of("a", "b"));
      Path ledger = home.resolve("ledger/ledger.jsonl");
      byte[] whole = Files.readAllBytes(ledger);
      for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
        Files.write(ledger, Arrays.copyOf(whole, length));
        assertThat(archive.verify(Progress.NONE).problems()).as(length + " bytes").isNotEmpty();
      }
      Files.write(ledger, whole);
      assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
    }
  }

  @Test
  void aClosedArchiveFreesItsLockAndReadersNeedNone() throws Exception {
    Path home = folder.resolve("archive");
    for (int i = 0; i < 3; i++) {
      try (Archive archive = Archive.open(home);
          Archive reader = Archive.openReadOnly(home);
          Archive another = Archive.openReadOnly(home)) {
        assertThatThrownBy(() -> Archive.open(home)).isInstanceOf(ArchiveBusyException.class);
        assertThatThrownBy(() -> Archive.rebuild(home, Progress.NONE))
            .isInstanceOf(ArchiveBusyException.class);
        assertThat(reader.counts()).isEqualTo(another.counts()).isEqualTo(archive.counts());
      }
    }
  }

  @Test
  void knownFilesAreToldByTheirWholePath() throws Exception {
    Path odd = folder.resolve("it's \"odd\";--.txt");
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      Identity one =
          archive.store(Drafts.raw(Files.writeString(folder.resolve("1"), "one"))).identity();
      Identity two =
          archive.store(Drafts.raw(Files.writeString(folder.resolve("2"), "two"))).identity();
      archive.rememberFile(odd, 3, 5, one);
      archive.rememberFile(folder.resolve("b"), 3, 5, two);
      assertThat(archive.knownFile(odd, 3, 5)).contains(one);
      assertThat(archive.knownFile(folder.resolve("x/../b"), 3, 5)).contains(two);
      assertThat(archive.knownFile(folder.resolve("c"), 3, 5)).isEmpty();
      archive.rememberFile(odd, 3, 6, two);
      assertThat(archive.knownFile(odd, 3, 6)).contains(two);
    }
  }
}
