package org.jumelles.pipeline.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.lineage.Agent.Accountable;
import org.jumelles.archive.lineage.Lineage;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What counts for a programme, and what would count twice.
class EvidenceTest {
  private static final Moment MADE = Utc.parse("2026-03-01T00:00:00");

  @TempDir private Path folder = Path.of("");
  private Archive archive;

  @BeforeEach
  void open() throws IOException {
    archive = Archive.open(folder.resolve("archive"));
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private Product store(
      Recipe recipe, String programme, String name, List<Identity> inputs, List<Entry> entries)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), name);
    return archive.store(
        new ProductDraft(
            recipe,
            name,
            recipe.isIngest() ? Map.of() : Map.of("name", name),
            inputs,
            List.of(new DraftPayload(name, "text/plain", file)),
            entries,
            new Lineage(
                "unknown",
                MADE,
                MADE,
                List.of(new Agent.Programme(programme, new Accountable.NotKnown("a test")))),
            Map.of()));
  }

  private static Entry entry(String kind, String key, Map<String, String> attributes) {
    return new Entry(kind, key, new Span(MADE, MADE), "", 0, 0, attributes);
  }

  private Map<String, Map<String, Long>> totals() {
    return Dossier.ofYear(archive, 2026).evidence().totals();
  }

  @Test
  void spectraAndCubesCountWhereTheyCameInAndNotAgainWhereTheyWereWorkedOn() throws IOException {
    Product granule =
        store(
            Recipe.INGEST,
            "IASI",
            "granule",
            List.of(),
            List.of(entry("spectra", "M01", Map.of("count", "2760"))));
    store(
        new Recipe("iasi/compression", "1"),
        "IASI",
        "compressed",
        List.of(granule.identity()),
        List.of(entry("spectra", "M01", Map.of("count", "2759"))));
    Product cube =
        store(Recipe.INGEST, "Ryugu", "cube", List.of(), List.of(entry("cube", "A0001", Map.of())));
    store(
        new Recipe("ryugu/reflectance", "1"),
        "Ryugu",
        "reflectance",
        List.of(cube.identity()),
        List.of(entry("cube", "A0001/reflectance", Map.of()), entry("cube", "A0001/b", Map.of())));
    store(
        new Recipe("iasi/simulation", "1"),
        "simulation",
        "simulated",
        List.of(),
        List.of(entry("spectra", "SIM", Map.of("count", "120"))));
    assertThat(totals().get("IASI"))
        .containsEntry("spectra processed", 2760L)
        .containsEntry("raw files taken in", 1L)
        .containsEntry("products made", 1L);
    assertThat(totals().get("Ryugu")).containsEntry("image cubes taken in", 1L);
    assertThat(totals().get("simulation")).containsEntry("spectra processed", 120L);
  }

  @Test
  void anEventCountsWhereWeFoundItAndNotWhereACatalogueTellsOfIt() throws IOException {
    Product waves = store(Recipe.INGEST, "SEIS", "waves", List.of(), List.of());
    store(
        Recipe.INGEST,
        "SEIS",
        "catalogue",
        List.of(),
        List.of(entry("event", "S0173a", Map.of()), entry("event", "S0235b", Map.of())));
    store(
        new Recipe("seis/hand-picks", "1"),
        "SEIS",
        "hand",
        List.of(waves.identity()),
        List.of(entry("event", "S0173a", Map.of("origin", "hand"))));
    store(
        new Recipe("seis/detection", "1"),
        "SEIS",
        "detected",
        List.of(waves.identity()),
        List.of(entry("event", "J0173a-02", Map.of("origin", "candidate"))));
    Evidence evidence = Dossier.ofYear(archive, 2026).evidence();
    assertThat(evidence.rows("SEIS", "events found"))
        .extracting(Evidence.Row::title)
        .containsExactly("J0173a-02");
    assertThat(evidence.totals().get("SEIS")).containsEntry("events found", 1L);
  }

  @Test
  void alertsAndGrainsCountWhereTheyWereMadeAlone() throws IOException {
    Product raw =
        store(
            Recipe.INGEST,
            "IASI",
            "raw",
            List.of(),
            List.of(entry("alert", "told by others", Map.of()), entry("grain", "told", Map.of())));
    store(
        new Recipe("iasi/alert", "1"),
        "IASI",
        "alert",
        List.of(raw.identity()),
        List.of(entry("alert", "ours", Map.of()), entry("grain", "A0001", Map.of())));
    assertThat(totals().get("IASI"))
        .containsEntry("alerts raised", 1L)
        .containsEntry("grains measured", 1L);
  }

  @Test
  void aCountThatIsNoNumberStandsForOneAndStopsNobody() throws IOException {
    store(
        Recipe.INGEST,
        "IASI",
        "odd",
        List.of(),
        List.of(
            entry("spectra", "a", Map.of("count", "many")),
            entry("spectra", "b", Map.of("count", "-5"))));
    assertThat(totals().get("IASI")).containsEntry("spectra processed", 2L);
  }
}
