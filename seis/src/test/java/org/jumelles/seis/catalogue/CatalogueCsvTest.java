package org.jumelles.seis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.SharedData;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.event.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueCsvTest {
  static CatalogueRow row(String name, String arrival, double distanceDeg) {
    return new CatalogueRow(
        "smi:local/" + name,
        name,
        Optional.of(EventType.BROADBAND),
        Optional.of(Quality.B),
        Utc.parse(arrival).plusNanos(-200_000_000_000L),
        Optional.of(new Span(Utc.parse(arrival), Utc.parse(arrival).plusNanos(600_000_000_000L))),
        OptionalDouble.of(distanceDeg),
        OptionalDouble.of(1),
        OptionalDouble.of(350),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.of(3.5),
        Optional.of("Mw"),
        Map.of(
            "P", new CatalogueRow.PickedTime(Utc.parse(arrival), OptionalDouble.of(2)),
            "S",
                new CatalogueRow.PickedTime(
                    Utc.parse(arrival).plusNanos(180_000_000_000L), OptionalDouble.empty())));
  }

  @Property(tries = 200)
  void whatWasWrittenIsReadAgain(
      @ForAll @StringLength(min = 1, max = 12) String name,
      @ForAll @DoubleRange(min = 0, max = 180) double distanceDeg,
      @ForAll @IntRange(max = 59) int second) {
    String clean = name.strip().replace("\r", "");
    CatalogueRow row =
        row(clean.isEmpty() ? "x" : clean, "2022-05-04T23:27:%02d".formatted(second), distanceDeg);
    Outcome<List<CatalogueRow>> again = CatalogueCsv.read(CatalogueCsv.write(List.of(row)), "t");
    assertThat(again).isInstanceOf(Outcome.Good.class);
    assertThat(again.found().orElseThrow()).hasSize(1);
    CatalogueRow read = again.found().orElseThrow().getFirst();
    assertThat(read.distanceDeg()).isEqualTo(row.distanceDeg());
    assertThat(read.picks()).isEqualTo(row.picks());
    assertThat(read.type()).isEqualTo(row.type());
    assertThat(read.span()).isEqualTo(row.span());
    assertThat(read.magnitudeType()).isEqualTo(row.magnitudeType());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name\n",
        "a,b\n1,2\n",
        "name,origin_time\n\"open,2020-01-01T00:00:00\n",
        "name,origin_time\nx\n"
      })
  void whatIsNoCatalogueIsRefused(String text) {
    assertThat(CatalogueCsv.read(text, "t")).isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bad,yesterday,BROADBAND,1",
        "bad,2020-01-01T00:00:00,EARTHQUAKE,1",
        "bad,2020-01-01T00:00:00,BROADBAND,NaN"
      })
  void oneBadRowIsToldAndTheOthersStay(String bad) {
    String text =
        "name,origin_time,type,distance_deg\n" + bad + "\ngood,2020-01-02T00:00:00,BROADBAND,30\n";
    Outcome<List<CatalogueRow>> read = CatalogueCsv.read(text, "t");
    assertThat(read).isInstanceOf(Outcome.Doubtful.class);
    assertThat(read.found().orElseThrow()).extracting(CatalogueRow::name).containsExactly("good");
    assertThat(read.defects().getFirst().sentence()).contains("line 2");
  }

  @Test
  void theServicesTablesAreRead() throws IOException {
    String events = Files.readString(SharedData.file("catalogue/mqs_v14_events.csv"));
    String picks = Files.readString(SharedData.file("catalogue/mqs_v14_picks.csv"));
    assertThat(CatalogueCsv.isPicks(picks)).isTrue();
    assertThat(CatalogueCsv.isPicks(events)).isFalse();
    Outcome<List<CatalogueRow>> read = CatalogueCsv.read(events, "events");
    assertThat(read.defects()).isEmpty();
    List<CatalogueRow> rows =
        CatalogueCsv.withPicks(read.found().orElseThrow(), picks, "picks").found().orElseThrow();
    assertThat(rows).hasSize(2696);
    CatalogueRow greatest =
        rows.stream().filter(row -> row.name().equals("S1222a")).findFirst().orElseThrow();
    assertThat(greatest.distanceDeg()).hasValue(37.014);
    assertThat(greatest.second().orElseThrow().sigmaSeconds()).hasValue(2);
    assertThat(rows.stream().filter(row -> row.distanceDeg().isPresent())).hasSizeLessThan(100);
  }
}
