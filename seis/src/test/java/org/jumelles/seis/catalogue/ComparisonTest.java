package org.jumelles.seis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.SharedData;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final CatalogueRow A = CatalogueCsvTest.row("a", "2022-05-04T23:27:45", 30);
  private static final CatalogueRow B = CatalogueCsvTest.row("b", "2022-05-04T23:28:00", 32);
  private static final CatalogueRow C = CatalogueCsvTest.row("c", "2022-05-04T23:28:20", 34);

  @Test
  void theNearestIsItsPairAndTheRestIsTold() {
    Comparison found = Comparison.of(List.of(A, C), List.of(B), 120, Optional.empty());
    assertThat(found.matched()).hasSize(1);
    Comparison.Pair pair = found.matched().getFirst();
    assertThat(pair.tried()).isEqualTo(A);
    assertThat(pair.arrivalSeconds()).isCloseTo(-15, within(1e-6));
    assertThat(pair.firstSeconds().orElseThrow()).isCloseTo(-15, within(1e-6));
    assertThat(pair.distanceDeg().orElseThrow()).isCloseTo(-2, within(1e-9));
    assertThat(pair.isTypeTheSame()).contains(true);
    assertThat(found.extra()).containsExactly(C);
    assertThat(found.missed()).isEmpty();
  }

  @Test
  void whatIsFarOrOutsideIsNoPair() {
    Comparison far = Comparison.of(List.of(A), List.of(B), 10, Optional.empty());
    assertThat(far.matched()).isEmpty();
    assertThat(far.missed()).containsExactly(B);
    Span before = new Span(Utc.parse("2022-01-01T00:00:00"), Utc.parse("2022-01-02T00:00:00"));
    assertThat(Comparison.of(List.of(), List.of(B), 10, Optional.of(before)).missed()).isEmpty();
  }

  @Test
  void aCatalogueAgainstItselfIsAllThere() throws IOException {
    String text = Files.readString(SharedData.file("catalogue/mqs_v14_events.csv"));
    List<CatalogueRow> rows = CatalogueCsv.read(text, "t").found().orElseThrow();
    Comparison found = Comparison.of(rows, rows, 120, Optional.empty());
    assertThat(found.matched()).hasSize(2696);
    assertThat(found.matched()).allMatch(pair -> pair.arrivalSeconds() == 0);
  }

  @Test
  void theServicesQuakeMlHasItsDistancesAndDensities() throws IOException {
    try (InputStream in = Files.newInputStream(SharedData.file("catalogue/S1222a_1205.xml"))) {
      List<CatalogueRow> rows =
          CatalogueReading.ofQuakeMl(QuakeMl.read(in, "t").found().orElseThrow());
      assertThat(rows).hasSize(1);
      CatalogueRow row = rows.getFirst();
      assertThat(row.name()).isEqualTo("S1222a");
      assertThat(row.distanceDeg()).hasValue(37.01401401);
      assertThat(row.distanceSigmaDeg().orElseThrow()).isBetween(0.5, 2.0);
      assertThat(row.azimuthDeg()).hasValue(101);
      assertThat(row.second().orElseThrow().time())
          .isEqualTo(Utc.parse("2022-05-04T23:31:20.152806"));
    }
  }

  @Test
  void epnRowsAreATableOfTheStandardsColumns() throws Exception {
    EpnTap epn = new EpnTap("Mars", "planet", "XB.ELYSE", "seismometer");
    CatalogueRow odd = CatalogueCsvTest.row("<a&b>,\"c\"", "2022-05-04T23:27:45", 30);
    String xml = epn.voTable(List.of(A, odd));
    var table =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new java.io.ByteArrayInputStream(
                    xml.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(table.getElementsByTagName("TR").getLength()).isEqualTo(2);
    int fields = table.getElementsByTagName("FIELD").getLength();
    assertThat(table.getElementsByTagName("TD").getLength()).isEqualTo(2 * fields);
    CsvTable csv = CsvTable.read(epn.csv(List.of(A, odd)), "t");
    assertThat(csv.columns()).hasSize(fields).contains("granule_uid", "time_min", "c1min");
    assertThat(csv.rows().get(1).text("obs_id")).isEqualTo("<a&b>,\"c\"");
    // 2022-05-04T23:27:45 UTC by the calendar: JD 2459704.477604.
    assertThat(csv.rows().getFirst().text("time_min")).isEqualTo("2459704.47760417");
    assertThat(csv.rows().getFirst().text("c1min")).isEmpty();
    // By the lists of the standard: 2.1.2 for levels, 2.3.7 for the status of events.
    assertThat(csv.rows().getFirst().text("processing_level")).isEqualTo("5");
    assertThat(csv.rows().getFirst().text("event_status")).isEqualTo("observation");
    assertThat(csv.rows().getFirst().text("event_quality"))
        .isEqualTo(A.quality().orElseThrow().name());
    assertThat(xml).doesNotContain("phys.magnitude").contains("pos.angResolution;stat.min");
  }

  @Test
  void rowsThatBecomeQuakeMlComeBack() {
    List<CatalogueRow> again =
        CatalogueReading.ofQuakeMl(CatalogueQuakeMl.of(List.of(A), "XB", "ELYSE", 4.5, 135.6));
    assertThat(again).hasSize(1);
    assertThat(again.getFirst().originTime()).isEqualTo(A.originTime());
    assertThat(again.getFirst().first()).isEqualTo(A.first());
    assertThat(again.getFirst().type()).isEqualTo(A.type());
    assertThat(again.getFirst().magnitude()).isEqualTo(A.magnitude());
    // No density, no distance: a row holds one, QuakeML wants its density's computation.
    assertThat(again.getFirst().distanceDeg()).isEmpty();
  }
}
