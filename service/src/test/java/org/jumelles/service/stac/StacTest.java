package org.jumelles.service.stac;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Identity;
import org.jumelles.service.SounderArchive;
import org.jumelles.service.exchange.Caller;
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

/// The STAC API as a function, over a simulated granule and what is made of it.
class StacTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, String> HOST = Map.of("host", "stac.test:80");

  @TempDir static Path folder;
  private static Archive archive;
  private static Routes routes;
  private static String granule;

  @BeforeAll
  static void fill() throws Exception {
    archive = Archive.open(folder.resolve("archive"));
    granule = SounderArchive.fill(archive);
    routes = new Routes(new Stac(archive, new Gate(archive, Provenance::now)).routes());
  }

  @AfterAll
  static void close() throws Exception {
    archive.close();
  }

  private static JsonNode json(Answer answer, int status) {
    String text = text(answer);
    assertThat(answer.status()).as(text).isEqualTo(status);
    return JSON.readTree(text);
  }

  private static String text(Answer answer) {
    return switch (answer.content()) {
      case Answer.Content.Whole(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
      case Answer.Content.Streamed _ -> throw new AssertionError("streamed");
    };
  }

  /// A whole address, or a path and query.
  private static Answer get(String address) {
    String target = address.replaceFirst("^http://stac\\.test:80", "");
    int mark = target.indexOf('?');
    return routes.answer(
        Request.get(
            mark < 0 ? target : target.substring(0, mark),
            mark < 0 ? "" : target.substring(mark + 1),
            HOST));
  }

  private static Answer post(String body) {
    return routes.answer(
        new Request(
            "POST",
            "/stac/search",
            "",
            HOST,
            _ -> Optional.of(body.getBytes(StandardCharsets.UTF_8)),
            Caller.NOBODY));
  }

  private static Optional<JsonNode> link(JsonNode from, String rel) {
    for (JsonNode link : from.path("links")) {
      if (link.path("rel").asString().equals(rel)) {
        return Optional.of(link);
      }
    }
    return Optional.empty();
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.path("features").forEach(item -> ids.add(item.path("id").asString()));
    return ids;
  }

  /// The fields that the item spec of STAC 1.0.0 requires, and what they must be.
  private static void assertIsItem(JsonNode item) throws Exception {
    assertThat(item.path("type").asString()).isEqualTo("Feature");
    assertThat(item.path("stac_version").asString()).isEqualTo("1.0.0");
    assertThat(item.path("id").asString()).matches("[0-9a-f]{64}");
    assertThat(item.path("bbox").size()).isEqualTo(4);
    assertThat(item.path("geometry").path("type").asString()).matches("(Multi)?Polygon");
    JsonNode properties = item.path("properties");
    assertThat(properties.has("datetime")).isTrue();
    assertThat(properties.path("datetime").isNull()).isTrue();
    OffsetDateTime start = OffsetDateTime.parse(properties.path("start_datetime").asString());
    assertThat(OffsetDateTime.parse(properties.path("end_datetime").asString()))
        .isAfterOrEqualTo(start);
    for (String rel : List.of("self", "root", "parent", "collection", "about")) {
      assertThat(link(item, rel)).as(rel).isPresent();
    }
    assertThat(item.path("assets").size()).isPositive();
    for (JsonNode asset : item.path("assets")) {
      String href = asset.path("href").asString();
      String id = item.path("id").asString();
      assertThat(href).startsWith("http://stac.test:80/products/" + id + "/files/");
      String name = href.substring(href.lastIndexOf('/') + 1);
      byte[] bytes = java.nio.file.Files.readAllBytes(archive.path(new Identity(id), name));
      byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(asset.path("file:checksum").asString())
          .isEqualTo("1220" + java.util.HexFormat.of().formatHex(hash));
      assertThat(asset.path("file:size").asLong()).isEqualTo(bytes.length);
    }
    assertIsPolygon(item.path("geometry"));
  }

  private static void assertIsPolygon(JsonNode geometry) {
    List<JsonNode> polygons = new ArrayList<>();
    if (geometry.path("type").asString().equals("Polygon")) {
      polygons.add(geometry.path("coordinates"));
    } else {
      geometry.path("coordinates").forEach(polygons::add);
    }
    for (JsonNode polygon : polygons) {
      for (JsonNode ring : polygon) {
        assertThat(ring.size()).isGreaterThan(3);
        assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
        for (JsonNode place : ring) {
          assertThat(place.size()).isEqualTo(2);
          assertThat(place.get(0).asDouble()).isBetween(-180.0, 180.0);
          assertThat(place.get(1).asDouble()).isBetween(-90.0, 90.0);
        }
      }
    }
  }

  @Test
  void everyItemHasWhatTheSpecificationRequires() throws Exception {
    JsonNode page = json(get("/stac/search"), 200);
    Set<String> collections = new HashSet<>();
    for (JsonNode item : page.path("features")) {
      assertIsItem(item);
      collections.add(item.path("collection").asString());
      String self = link(item, "self").orElseThrow().path("href").asString();
      assertThat(json(get(self), 200)).isEqualTo(item);
    }
    assertThat(collections)
        .containsExactlyInAnyOrder("iasi-spectra", "iasi-brightness", "iasi-grids");
  }

  @Test
  void everyLinkOfTheCatalogueLeadsSomewhere() {
    JsonNode landing = json(get("/stac"), 200);
    assertThat(landing.path("type").asString()).isEqualTo("Catalog");
    assertThat(landing.path("conformsTo").size()).isGreaterThan(4);
    int followed = 0;
    for (JsonNode link : landing.path("links")) {
      if (!link.path("rel").asString().equals("service-doc")
          && !link.path("method").asString("GET").equals("POST")) {
        json(get(link.path("href").asString()), 200);
        followed++;
      }
    }
    assertThat(followed).isGreaterThan(7);
    for (JsonNode collection : json(get("/stac/collections"), 200).path("collections")) {
      for (String field : List.of("id", "description", "license", "extent", "links")) {
        assertThat(collection.has(field)).as(field).isTrue();
      }
      assertThat(collection.path("extent").path("spatial").path("bbox").get(0).size()).isEqualTo(4);
      json(get(link(collection, "items").orElseThrow().path("href").asString()), 200);
    }
  }

  @Test
  void brightnessIsDerivedFromItsGranule() {
    JsonNode page = json(get("/stac/collections/iasi-brightness/items"), 200);
    JsonNode item = page.path("features").get(0);
    String from = link(item, "derived_from").orElseThrow().path("href").asString();
    assertThat(json(get(from), 200).path("id").asString()).isEqualTo(granule);
    assertThat(item.path("properties").path("processing:lineage").asString())
        .contains("iasi/brightness");
  }

  @Test
  void theBoxDecides() {
    JsonNode item = json(get("/stac/collections/iasi-spectra/items/" + granule), 200);
    double west = item.path("bbox").get(0).asDouble();
    double south = item.path("bbox").get(1).asDouble();
    double east = item.path("bbox").get(2).asDouble();
    double north = item.path("bbox").get(3).asDouble();
    assertThat(west).as("the sample lies on one side of the date line").isLessThan(east);
    String middle = (west + east) / 2 + "," + (south + north) / 2;
    String query = "/stac/search?collections=iasi-spectra&bbox=";
    assertThat(ids(json(get(query + middle + "," + middle), 200))).containsExactly(granule);
    String beside = "," + -90 + "," + (west - 1) + "," + 90;
    assertThat(ids(json(get(query + (east + 1) + beside), 200))).isEmpty();
    String around = "," + -90 + "," + (west + 1) + "," + 90;
    assertThat(ids(json(get(query + (east + 1) + around), 200))).containsExactly(granule);
  }

  @Test
  void theTimeDecides() {
    String query = "/stac/search?collections=iasi-spectra&datetime=";
    for (String inside :
        List.of(
            "2019-05-23T00:00:01Z",
            "../2019-05-23T00:00:01Z",
            "2019-05-23T00:00:01Z/..",
            "2019-05-23T02:00:01%2B02:00",
            "0001-01-01T00:00:00Z/9999-12-31T23:59:59Z")) {
      assertThat(ids(json(get(query + inside), 200))).as(inside).containsExactly(granule);
    }
    for (String outside : List.of("2019-05-22T00:00:00Z", "2019-05-23T12:00:00Z/..")) {
      assertThat(ids(json(get(query + outside), 200))).as(outside).isEmpty();
    }
  }

  @Test
  void pagesFollowEachOtherWithoutLossOrRepeat() {
    List<String> all = ids(json(get("/stac/search?limit=1000"), 200));
    List<String> paged = new ArrayList<>();
    Optional<String> next = Optional.of("/stac/search?limit=1");
    while (next.isPresent()) {
      JsonNode page = json(get(next.get()), 200);
      assertThat(page.path("features").size()).isLessThanOrEqualTo(1);
      paged.addAll(ids(page));
      next = link(page, "next").map(link -> link.path("href").asString());
    }
    assertThat(paged).isEqualTo(all).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void postIsAsGet() {
    JsonNode first =
        json(post("{\"limit\":1,\"collections\":[\"iasi-spectra\",\"iasi-grids\"]}"), 200);
    assertThat(first.path("features").size()).isEqualTo(1);
    JsonNode next = link(first, "next").orElseThrow();
    assertThat(next.path("method").asString()).isEqualTo("POST");
    String token = next.path("body").path("token").asString();
    JsonNode second =
        json(
            post("{\"collections\":[\"iasi-spectra\",\"iasi-grids\"],\"token\":\"" + token + "\"}"),
            200);
    assertThat(second.path("features").size()).isEqualTo(1);
    assertThat(ids(second)).doesNotContainAnyElementsOf(ids(first));
    assertThat(ids(json(post("{\"ids\":[\"" + granule + "\"]}"), 200))).containsExactly(granule);
    String far =
        "{\"intersects\":{\"type\":\"Point\",\"coordinates\":[100,80]},\"collections\":[\"iasi-spectra\"]}";
    assertThat(ids(json(post(far), 200))).isEmpty();
    String world =
        "{\"intersects\":{\"type\":\"Polygon\",\"coordinates\":[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]},"
            + "\"collections\":[\"iasi-spectra\"]}";
    assertThat(ids(json(post(world), 200))).containsExactly(granule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bbox=1,2,3",
        "bbox=a,b,c,d",
        "bbox=0,10,0,-10",
        "bbox=0,0,999,0",
        "bbox=NaN,0,1,1",
        "bbox=",
        "limit=0",
        "limit=-1",
        "limit=x",
        "limit=99999999999",
        "datetime=yesterday",
        "datetime=../..",
        "datetime=2020-01-01T00:00:00Z/2019-01-01T00:00:00Z",
        "datetime=2019-05-23",
        "token=../../etc",
        "token=1_zz",
        "nothing=1",
        "limit=1&limit=2",
        "ids=%zz",
        "intersects={",
        "intersects={\"type\":\"Circle\"}",
        "intersects={\"type\":\"Point\",\"coordinates\":[400,0]}",
        "bbox=0,0,1,1&intersects={\"type\":\"Point\",\"coordinates\":[0,0]}"
      })
  void aHostileQueryIsRefusedWithItsReason(String query) {
    JsonNode refusal = json(get("/stac/search?" + query), 400);
    assertThat(refusal.path("code").asString()).isEqualTo("BadRequest");
    assertThat(refusal.path("description").asString())
        .isNotBlank()
        .doesNotContain("org.jumelles", "java.", folder.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "null",
        "{\"limit\":\"x\"}",
        "{\"limit\":0}",
        "{\"bbox\":\"1\"}",
        "{\"bbox\":[1,2,3]}",
        "{\"bbox\":[{},1,2,3]}",
        "{\"datetime\":7}",
        "{\"sql\":\"x\"}",
        "{\"intersects\":null}",
        "{\"intersects\":{\"type\":\"Polygon\",\"coordinates\":[]}}",
        "{\"collections\":\"iasi-spectra\"}"
      })
  void aHostileBodyIsRefusedWithItsReason(String body) {
    assertThat(json(post(body), 400).path("description").asString()).isNotBlank();
  }

  @Test
  void whatIsNotThereIs404() {
    assertThat(get("/stac/collections/none").status()).isEqualTo(404);
    assertThat(get("/stac/collections/iasi-grids/items/" + granule).status()).isEqualTo(404);
    assertThat(get("/stac/nothing").status()).isEqualTo(404);
  }
}
