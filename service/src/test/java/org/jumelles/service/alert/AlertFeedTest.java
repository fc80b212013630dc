package org.jumelles.service.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jumelles.archive.Archive;
import org.jumelles.iasi.detection.AlertCollection;
import org.jumelles.service.SounderArchive;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.service.access.Gate;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Alerts of a simulated granule as GeoJSON and as Atom.
class AlertFeedTest {
  @TempDir static Path folder;
  private static Archive archive;
  private static Routes routes;

  @BeforeAll
  static void fill() throws Exception {
    archive = Archive.open(folder.resolve("archive"));
    SounderArchive.fill(archive);
    routes = new Routes(new AlertFeed(archive, new Gate(archive, Provenance::now)).routes());
  }

  @AfterAll
  static void close() throws Exception {
    archive.close();
  }

  private static Answer get(String path, String query) {
    return routes.answer(Request.get(path, query, Map.of("host", "a.test")));
  }

  private static String text(Answer answer) {
    return switch (answer.content()) {
      case Answer.Content.Whole(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
      case Answer.Content.Streamed _ -> throw new AssertionError("streamed");
    };
  }

  private static JsonNode alerts(String query) {
    Answer answer = get("/alerts.geojson", query);
    assertThat(answer.status()).as(text(answer)).isEqualTo(200);
    return JsonMapper.shared().readTree(text(answer));
  }

  @Test
  void eachAlertHasItsEvidenceAndTheLimits() {
    JsonNode all = alerts("");
    assertThat(all.path("limits").asString()).isEqualTo(AlertCollection.LIMITS);
    assertThat(all.path("features").size()).isPositive();
    for (JsonNode feature : all.path("features")) {
      JsonNode properties = feature.path("properties");
      assertThat(properties.path("evidence").size()).isEqualTo(properties.path("pixels").asInt());
      assertThat(properties.path("limits").asString()).isEqualTo(AlertCollection.LIMITS);
      assertThat(properties.path("granule").asString()).startsWith("http://a.test/iasi/granules/");
    }
  }

  @Test
  void kindTimeBoxAndLimitDecide() {
    JsonNode first = alerts("").path("features").get(0);
    String kind = first.path("properties").path("kind").asString();
    for (JsonNode feature : alerts("kind=" + kind).path("features")) {
      assertThat(feature.path("properties").path("kind").asString()).isEqualTo(kind);
    }
    assertThat(alerts("limit=1").path("features").size()).isEqualTo(1);
    assertThat(alerts("datetime=../2018-01-01T00:00:00Z").path("features").size()).isZero();
    JsonNode at = first.path("geometry").path("coordinates").get(0);
    double x = at.get(0).asDouble();
    double y = at.get(1).asDouble();
    String around = (x - 0.1) + "," + (y - 0.1) + "," + (x + 0.1) + "," + (y + 0.1);
    assertThat(alerts("bbox=" + around).path("features").size()).isPositive();
    assertThat(alerts("bbox=0,80,10,81").path("features").size()).isZero();
  }

  @Test
  void theFeedIsAtomWithAnEntryAnAlert() throws Exception {
    Answer answer = get("/alerts.atom", "");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var feed =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text(answer).getBytes(StandardCharsets.UTF_8)));
    String atom = "http://www.w3.org/2005/Atom";
    assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo(atom);
    int entries = feed.getElementsByTagNameNS(atom, "entry").getLength();
    assertThat(entries).isEqualTo(alerts("").path("features").size());
    assertThat(feed.getElementsByTagNameNS(atom, "updated").getLength()).isEqualTo(entries + 1);
    assertThat(feed.getElementsByTagNameNS(atom, "summary").item(0).getTextContent())
        .contains(AlertCollection.LIMITS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind=fire",
        "kind=",
        "kind=%3Cscript%3E",
        "bbox=1",
        "bbox=0,0,0,91",
        "limit=0",
        "limit=1001",
        "datetime=now",
        "q=1",
        "limit=1&limit=1",
        "kind=%"
      })
  void aHostileParameterIsRefusedWithItsReason(String query) {
    for (String path : new String[] {"/alerts.geojson", "/alerts.atom"}) {
      Answer answer = get(path, query);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(text(answer)).contains("description").doesNotContain("java.", folder.toString());
    }
  }
}
