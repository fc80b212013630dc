package org.jumelles.pipeline.recipe.seis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.START;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.burst;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.tally;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Product;
import org.jumelles.formats.quakeml.Arrival;
import org.jumelles.formats.quakeml.CreationInfo;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.Origin;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.formats.quakeml.QuakeMlDocument;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.Specimens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Analysts' picks beside the machine's.
class ChainPicksTest {
  @TempDir Path folder;
  private GrowingArchive grown;

  @BeforeEach
  void open() throws Exception {
    grown = new GrowingArchive(folder);
  }

  @AfterEach
  void close() throws Exception {
    grown.close();
  }

  private static String pick(String id, String phase, Moment at) {
    return """
        <pick publicID="smi:local/pick/%s-%s"><time><value>%s</value>
        <uncertainty>2</uncertainty></time>
        <waveformID networkCode="XX" stationCode="SIMLY"/><phaseHint>%s</phaseHint>
        <evaluationMode>manual</evaluationMode><creationInfo><author>ana</author></creationInfo>
        </pick>"""
        .formatted(id, phase, at, phase);
  }

  private static String picked(String id, Moment p, Moment s) {
    return """
        <event publicID="smi:local/event/%s"><origin publicID="smi:local/origin/%s">
        <time><value>%s</value></time><latitude><value>4</value></latitude>
        <longitude><value>135</value></longitude></origin>%s%s</event>"""
        .formatted(id, id, p, pick(id, "P", p), pick(id, "S", s));
  }

  /// The analyst's picks become another origin of the machine's event, and an event of their own
  /// where the machine saw none; S before P is no location.
  @Test
  void manualPicksStandBesideTheMachines() throws Exception {
    grown.takeInventory(Specimens.inventory());
    grown.take("burst.mseed", burst("Z", START, 3600));
    grown.run();
    Product before = grown.only("seis/detection");
    Moment p = Specimens.after(START, 1205);
    Moment quiet = Specimens.after(START, 3000);
    String xml =
        """
        <q:quakeml xmlns:q="http://quakeml.org/xmlns/quakeml/1.2"
         xmlns="http://quakeml.org/xmlns/bed/1.2"><eventParameters publicID="smi:local/x">%s%s%s
        </eventParameters></q:quakeml>"""
            .formatted(
                picked("a", p, Specimens.after(START, 1385)),
                picked("b", quiet, Specimens.after(START, 2900)),
                picked("c", quiet, Specimens.after(START, 3100)).replace("SIMLY", "OTHER"));
    grown.take("picks.xml", xml.getBytes(StandardCharsets.UTF_8));
    grown.run();
    Product after = grown.only("seis/detection");
    assertThat(after.inputs()).hasSize(before.inputs().size() + 1).containsAll(before.inputs());
    QuakeMlDocument document;
    try (var in =
        Files.newInputStream(grown.archive().path(after.identity(), DetectionRecipe.PAYLOAD))) {
      document = QuakeMl.read(in, "events").found().orElseThrow();
    }
    List<Event> events = document.eventParameters().events();
    assertThat(events).hasSize(2);
    Event both = events.getFirst();
    assertThat(both.origins())
        .extracting(origin -> origin.evaluationMode().orElse(""))
        .containsExactly("automatic", "manual");
    Origin manual = both.preferredOrigin().orElseThrow();
    assertThat(manual.evaluationMode()).contains("manual");
    assertThat(manual.methodID()).contains("smi:insight.mqs/algorithms/distance/S-P_phases");
    assertThat(manual.creationInfo().flatMap(CreationInfo::author)).contains("ana");
    assertThat(document.singleStation().flatMap(all -> all.of(manual)).orElseThrow().distances())
        .hasSize(1);
    Origin lone = events.getLast().preferredOrigin().orElseThrow();
    assertThat(lone.time().value()).isEqualTo(quiet);
    assertThat(lone.methodID()).isEmpty();
    assertThat(lone.comments()).anyMatch(comment -> comment.text().contains("is not after P"));
  }

  private void save(String author, String station, int pSeconds, int sSeconds) throws Exception {
    Found event = grown.archive().entries(Query.all("event")).getFirst();
    Map<String, String> body =
        Map.of(
            "event",
            event.entry().key(),
            "event_start",
            Utc.text(event.entry().span().start()),
            "event_end",
            Utc.text(event.entry().span().end()),
            "station",
            station,
            "pick.000",
            "P " + Utc.text(Specimens.after(START, pSeconds)) + " 1.5",
            "pick.001",
            "S " + Utc.text(Specimens.after(START, sSeconds)) + " 2.0",
            "pick.002",
            "PP " + Utc.text(Specimens.after(START, pSeconds + 20)) + " 0.0");
    grown.archive().append(author, "seis/picks", body);
  }

  /// What an analyst saves on the event page is located as another origin; nothing is taken away.
  @Test
  void savedPicksAreLocatedBesideTheMachines() throws Exception {
    grown.takeInventory(Specimens.inventory());
    grown.take("burst.mseed", burst("Z", START, 3600));
    grown.run();
    Origin machine = grown.detected().origins().getFirst();
    save("ada", "XX.SIMLY", 1205, 1385);
    save("eve", "XX.OTHER", 1205, 1300);
    assertThat(tally(grown.run(), "seis/detection").made()).isEqualTo(1);
    assertThat(grown.detected().origins())
        .extracting(origin -> origin.evaluationMode().orElseThrow())
        .containsExactly("automatic", "manual");
    assertThat(grown.detected().origins().getFirst().time()).isEqualTo(machine.time());
    Origin first = grown.detected().preferredOrigin().orElseThrow();
    assertThat(first.creationInfo().flatMap(CreationInfo::author)).contains("ada");
    assertThat(first.creationInfo().flatMap(CreationInfo::creationTime)).isPresent();
    assertThat(first.arrivals()).extracting(Arrival::phase).containsExactly("P", "S", "PP");
    assertThat(first.arrivals())
        .extracting(arrival -> arrival.timeWeight().orElseThrow().value())
        .containsExactly(1.0, 1.0, 0.0);
    assertThat(first.comments()).anyMatch(comment -> comment.text().startsWith("Picks of ledger:"));

    save("bob", "XX.SIMLY", 1210, 1350);
    grown.run();
    assertThat(grown.detected().origins()).hasSize(3);
    Origin newest = grown.detected().preferredOrigin().orElseThrow();
    assertThat(newest.creationInfo().flatMap(CreationInfo::author)).contains("bob");
    assertThat(
            grown
                .archive()
                .entries(Query.all("event"))
                .getFirst()
                .entry()
                .attributes()
                .get("picked"))
        .contains("ledger:", " ");
  }
}
