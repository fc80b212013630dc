package org.jumelles.pipeline.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jumelles.accord.Accord;
import org.jumelles.accord.fact.Fact;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.lineage.Lineage;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.run.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a release hands to DataCite, by the rules of [ExchangeTest].
class ReleaseExchangeTest {
  @Test
  void aReleaseTellsItsActivityAndItsCode(@TempDir Path folder) throws IOException {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      Accord accord =
          Accord.of(
              "test",
              Stream.concat(
                      ExchangeTest.MORE.stream(),
                      Stream.of(
                          Fact.of(
                              "policy",
                              "p",
                              "programme",
                              "P",
                              "embargo_months",
                              "0",
                              "licence",
                              "CC-BY-4.0",
                              "acknowledgement",
                              "Thank A.",
                              "source",
                              "t")))
                  .toList());
      Product member = store(archive, folder, "c".repeat(40));
      Release release = new Release("A day", LocalDate.of(2026, 11, 1), List.of(member));
      Product kept =
          release.store(archive, accord, new Provenance("0.1.0", "unknown", "test", accord));
      JsonNode told =
          ExchangeTest.parsed(Files.readString(archive.path(kept.identity(), "datacite.json")));
      ExchangeTest.assertDataCite(told);
      assertThat(told.get("publicationYear").asInt()).isEqualTo(2026);
      assertThat(told.get("relatedIdentifiers").findValuesAsString("relatedIdentifier"))
          .containsExactly("https://raid.org/10.25.10.1234/a1b2c", "swh:1:rev:" + "c".repeat(40));
      assertThat(told.at("/rightsList/0/rightsIdentifier").asString()).isEqualTo("cc-by-4.0");
      assertThat(told.at("/publisher/publisherIdentifier").asString())
          .isEqualTo("https://ror.org/04h1h0y33");
      Product nameless = store(archive, folder, "unknown");
      Product other =
          new Release("B", LocalDate.of(2026, 11, 1), List.of(nameless))
              .store(
                  archive,
                  Accord.of("test", List.of()),
                  new Provenance("0.1.0", "unknown", "test", Accord.of("test", List.of())));
      JsonNode bare =
          ExchangeTest.parsed(Files.readString(archive.path(other.identity(), "datacite.json")));
      ExchangeTest.assertDataCite(bare);
      assertThat(bare.at("/creators/0/name").asString()).isEqualTo(":unkn");
      assertThat(bare.has("relatedIdentifiers")).isFalse();
      assertThat(bare.has("rightsList")).isFalse();
    }
  }

  private static Product store(Archive archive, Path folder, String commit) throws IOException {
    Path file = Files.writeString(folder.resolve("file-" + commit.length()), commit);
    Moment made = Utc.parse("2026-03-01T00:00:00");
    return archive.store(
        new ProductDraft(
            Recipe.INGEST,
            "raw",
            Map.of(),
            List.of(),
            List.of(new ProductDraft.DraftPayload("raw", "text/plain", file)),
            List.of(),
            new Lineage(
                commit,
                made,
                made,
                List.of(new Agent.Programme("P", new Agent.Accountable.NotKnown("a test")))),
            Map.of()));
  }
}
