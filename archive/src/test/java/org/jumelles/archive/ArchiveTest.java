package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  @TempDir Path folder;

  @Test
  void aStoredFileIsFoundByIdentityByEntryAndByPrefixAndReadBack() throws Exception {
    Path file = Files.writeString(folder.resolve("raw.txt"), "0123456789");
    Path home = folder.resolve("archive");
    Product stored;
    try (Archive archive = Archive.open(home)) {
      stored = archive.store(Drafts.raw(file, Drafts.entry("waveform", "XB.ELYSE", 10, 20, 3, 4)));
      assertThat(archive.store(Drafts.raw(file))).isEqualTo(stored);
    }
    assertThat(file).exists();
    try (Archive archive = Archive.open(home)) {
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
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
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
  void aSecondWriterIsToldInOneSentence() throws Exception {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      assertThatThrownBy(() -> Archive.open(archive.folder()))
          .isInstanceOf(ArchiveBusyException.class)
          .hasMessageContaining("is being written by process " + ProcessHandle.current().pid());
      try (Archive reader = Archive.openReadOnly(archive.folder())) {
        assertThat(reader.products()).isEmpty();
        assertThatThrownBy(() -> reader.workFile("x")).isInstanceOf(IllegalStateException.class);
      }
    }
  }
}
