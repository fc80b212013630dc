package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jumelles.accord.Accord;
import org.jumelles.accord.fact.Fact;
import org.jumelles.archive.Archive;
import org.jumelles.archive.account.Account;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every route that is served, one second before an embargo ends and one second after: those that
/// give what was measured, and those that describe it. A route in neither table fails the test.
class EveryRouteTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir static Path folder;
  private static final AtomicReference<Moment> NOW = new AtomicReference<>(Moment.MIN);
  private static Running running;
  private static Map<String, String> data;
  private static String member;
  private static String stranger;
  private static Moment early;
  private static Moment late;

  /// One product of each science; the default record embargoes SEIS for three months, and this test
  /// the simulated sounder as long.
  @BeforeAll
  static void start() throws Exception {
    running = new Running(folder, 1L << 30, new Conduct(NOW::get, 0, Optional.empty()));
    Archive archive = running.archive();
    Product cube = GrainArchive.fill(archive, folder.resolve("work"));
    String granule = SounderArchive.fill(archive);
    NoiseTest.store(folder, archive, 173, 4, "m/s^2");
    append("programme", "simulation", "mission", "none", "phase", "E");
    append("policy", "simulated", "programme", "simulation", "embargo_months", "3");
    for (String programme : List.of("SEIS", "simulation")) {
      append(
          "role",
          "Ann-" + programme,
          "organisation",
          "IPGP",
          "person",
          "Ann",
          "programme",
          programme,
          "role",
          "science_operations",
          "scope",
          "all",
          "from",
          "2019-01-01",
          "to",
          "2030-12-31");
    }
    data = data(running.waveforms, cube, granule);
    // The first of all embargoes ends later than `early`, the last sooner than `late`.
    early = Utc.parse("2019-08-22T22:59:00");
    late = Utc.parse("2019-08-27T00:00:00");
    NOW.set(early);
    member = token("Ann");
    stranger = token("Bob");
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  private static void append(String kind, String id, String... fields) throws IOException {
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of("source", "test"));
    if (kind.equals("policy")) {
      all.addAll(List.of("from", "2010-01-01", "to", "2040-01-01"));
    }
    running
        .archive()
        .append("test", Accord.LEDGER + kind, Fact.of(kind, id, all.toArray(String[]::new)).body());
  }

  private static String token(String name) {
    var accounts = running.archive().accounts();
    accounts.add(new Account(name, Optional.empty(), List.of(), NOW.get(), Optional.empty()));
    return accounts
        .issue(name, "", NOW.get(), NOW.get().plusNanos(86_400 * 1000 * SECOND))
        .secret();
  }

  /// What is asked of each route that gives what was measured.
  private static Map<String, String> data(Product waveforms, Product cube, String granule) {
    Map<String, String> table = new TreeMap<>();
    String cubes = "/ryugu/cubes/" + cube.identity() + "/";
    table.put(
        "GET /products/{}/files/{}",
        "/products/" + waveforms.identity() + "/files/" + waveforms.payloads().getFirst().name());
    for (String end : List.of("", "auth")) {
      String query = "/query" + end;
      table.put(
          "GET /fdsnws/dataselect/1" + query, "/fdsnws/dataselect/1" + query + "?net=XB&cha=BHU");
      table.put("POST /fdsnws/dataselect/1" + query, "XB ELYSE 03 BHU * *\n");
      table.put("GET /fdsnws/event/1" + query, "/fdsnws/event/1" + query);
      table.put("POST /fdsnws/event/1" + query, "format=text\n");
    }
    table.put("GET /events/{}", "/events/S0173a");
    table.put("GET /api/events/{}", "/api/events/S0173a");
    table.put("GET /api/events/{}/waveforms", "/api/events/S0173a/waveforms");
    table.put("GET /iasi/spectra/{}", "/iasi/spectra/" + granule);
    table.put("GET /iasi/pixels/{}", "/iasi/pixels/" + granule);
    String seen = granule + "?line=11&efov=15&pixel=2";
    table.put("GET /iasi/columns/{}", "/iasi/columns/" + seen);
    table.put("GET /iasi/retrievals/{}", "/iasi/retrievals/" + seen);
    for (String picture : List.of("fit.png", "kernel.png")) {
      table.put(
          "GET /iasi/retrievals/{}/" + picture,
          "/iasi/retrievals/" + seen.replace("?", "/" + picture + "?"));
    }
    for (String room : List.of("band", "image", "spectrum", "spectrum.png", "spectrum.pdf")) {
      String pixel = room.startsWith("spectrum") ? "?line=2&sample=3" : "";
      table.put("GET /ryugu/cubes/{}/" + room, cubes + room + pixel);
    }
    for (String room : List.of("", "/levels.png", "/hours.png")) {
      table.put("GET /noise/{}" + room, "/noise/XX.SIMLY.02.BHZ" + room);
    }
    table.put("GET /api/noise/{}", "/api/noise/XX.SIMLY.02.BHZ");
    for (String room : List.of("/alerts", "/alerts.geojson", "/alerts.atom")) {
      table.put("GET " + room, room);
    }
    return table;
  }

  /// What describes data, the archive, the partnership or the service, and the files of pages.
  private static final Set<String> DESCRIPTIONS =
      Set.of(
          "GET /",
          "GET /page.css",
          "GET /icon.svg",
          "GET /favicon.ico",
          "GET /cube.js",
          "GET /canvas.js",
          "GET /granule.js",
          "GET /pixelmap.js",
          "GET /spectrum.js",
          "GET /coastlines.json",
          "GET /event.js",
          "GET /event-{}.js",
          "GET /event.css",
          "GET /login",
          "GET /login/callback",
          "POST /logout",
          "GET /api/account",
          "GET /accord/deliverables",
          "GET /accord/outputs",
          "GET /accord/ledger",
          "GET /api/accord/dossier",
          "GET /api/accord/report/{}",
          "GET /api/accord/survey/{}",
          "GET /noise",
          "GET /api/noise",
          "GET /health",
          "GET /metrics",
          "GET /openapi.json",
          "GET /products/{}",
          "GET /api/products",
          "GET /api/channels",
          "GET /api/events",
          "GET /api/why/{}",
          "GET /api/data",
          "GET /data",
          "GET /releases/{}",
          "GET /releases/{}/metalink",
          "GET /accord/dossier",
          "GET /accord/notices",
          "GET /accord/on",
          "GET /accord/policy",
          "GET /accord/report/{}",
          "GET /accord/responsible",
          "GET /accord/survey",
          "GET /accord/survey/{}",
          "GET /programmes",
          "GET /iasi/granules/{}",
          "GET /ryugu/cubes",
          "GET /ryugu/cubes/{}",
          "GET /ryugu/cubes/{}/info",
          "GET /ryugu/samples",
          "GET /ryugu/samples/{}",
          "GET /stac/",
          "GET /stac/api",
          "GET /stac/conformance",
          "GET /stac/collections",
          "GET /stac/collections/{}",
          "GET /stac/collections/{}/items",
          "GET /stac/collections/{}/items/{}",
          "GET /stac/search",
          "POST /stac/search",
          "GET /tap/availability",
          "GET /tap/capabilities",
          "GET /tap/sync",
          "POST /tap/sync",
          "GET /tap/tables");

  /// Paths of the FDSN services that describe: all but the data of two of them.
  private static boolean describes(String route) {
    return DESCRIPTIONS.contains(route)
        || route.contains("/fdsnws/station/1/")
        || route.contains("/fdsnws/availability/1/")
        || route.matches("GET /fdsnws/(dataselect|event)/1/(version|application\\.wadl|)")
        || route.matches("GET /fdsnws/event/1/(catalogs|contributors)")
        // It only saves, and is asked like any other of an event: 401 before it reads a pick.
        || route.equals("POST /api/events/{}/origins");
  }

  @Test
  void everyRouteIsInOneTable() throws Exception {
    JsonNode root = JsonMapper.shared().readTree(running.get("/openapi.json").body());
    Set<String> unknown = new TreeSet<>();
    root.path("paths")
        .forEachEntry(
            (path, methods) ->
                methods.forEachEntry(
                    (method, _) -> {
                      String route =
                          method.toUpperCase(java.util.Locale.ROOT)
                              + " "
                              + path.replaceAll("\\{[a-z]+}", "{}");
                      if (data.containsKey(route) == describes(route)) {
                        unknown.add(route);
                      }
                    }));
    assertThat(unknown).isEmpty();
  }

  private static HttpResponse<byte[]> ask(String route, String token) throws Exception {
    String told = Optional.ofNullable(data.get(route)).orElseThrow();
    HttpRequest.Builder request =
        route.startsWith("POST ")
            ? running
                .request(route.substring(5))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(told))
            : running.request(told);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return running.send(request);
  }

  private static String header(HttpResponse<?> response, String name) {
    return String.join(" | ", response.headers().allValues(name));
  }

  @Test
  void dataAreHeldBackToTheSecondByEveryRoute() throws Exception {
    for (String route : data.keySet()) {
      boolean digest = route.endsWith("auth");
      NOW.set(early);
      HttpResponse<byte[]> nobody = ask(route, "");
      assertThat(nobody.statusCode()).as(route).isEqualTo(401);
      assertThat(header(nobody, "www-authenticate"))
          .as(route)
          .startsWith(digest ? "Digest " : "Bearer realm=\"jumelles\"");
      HttpResponse<byte[]> known = ask(route, stranger);
      assertThat(known.statusCode()).as(route).isEqualTo(403);
      assertThat(header(known, "www-authenticate")).as(route).isEmpty();
      HttpResponse<byte[]> entitled = ask(route, member);
      assertThat(entitled.statusCode()).as(route).isEqualTo(200);
      assertThat(header(entitled, "cache-control")).as(route).isEqualTo("private, no-store");
      assertThat(header(entitled, "vary")).as(route).contains("Authorization");
      NOW.set(late);
      for (String token : digest ? List.of(stranger, member) : List.of("", stranger, member)) {
        HttpResponse<byte[]> open = ask(route, token);
        assertThat(open.statusCode()).as(route).isEqualTo(200);
        assertThat(header(open, "cache-control")).as(route).doesNotContain("no-store");
      }
    }
  }

  /// The instant of each science's product, by its own end: 401 one second before, 200 one after.
  @Test
  void theSecondIsThatOfTheProduct() throws Exception {
    for (String route :
        List.of(
            "GET /iasi/spectra/{}", "GET /ryugu/cubes/{}/spectrum", "GET /products/{}/files/{}")) {
      NOW.set(late);
      String asked = Optional.ofNullable(data.get(route)).orElseThrow();
      String id = asked.replaceFirst(".*/([0-9a-f]{64}).*", "$1");
      JsonNode product = JsonMapper.shared().readTree(running.get("/products/" + id).body());
      Moment end =
          product
              .path("entries")
              .valueStream()
              .map(entry -> Utc.parse(entry.path("end").asString()))
              .max(java.util.Comparator.naturalOrder())
              .orElseThrow();
      Moment opens = Utc.parse(Utc.text(end).replace("2019-05-", "2019-08-"));
      NOW.set(opens.plusNanos(-SECOND));
      assertThat(ask(route, "").statusCode()).as(route).isEqualTo(401);
      NOW.set(opens.plusNanos(SECOND));
      assertThat(ask(route, "").statusCode()).as(route).isEqualTo(200);
    }
  }

  @Test
  void whatDescribesIsOpenAndSaysWhenTheDataWillBe() throws Exception {
    NOW.set(early);
    String granule =
        Optional.ofNullable(data.get("GET /iasi/spectra/{}")).orElseThrow().substring(14);
    for (String path :
        List.of(
            "/",
            "/products/" + granule,
            "/iasi/granules/" + granule,
            "/ryugu/cubes",
            "/api/products",
            "/api/events",
            "/api/data",
            "/api/why/" + granule,
            "/stac/search",
            "/tap/sync?LANG=ADQL&QUERY=SELECT+*+FROM+epn_core",
            "/fdsnws/station/1/query",
            "/fdsnws/availability/1/query?net=XB",
            "/fdsnws/event/1/catalogs")) {
      HttpResponse<byte[]> answer = running.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
    }
    assertThat(Running.text(running.get("/stac/search")))
        .contains("\"jumelles:public_from\":\"2019-08-2");
    assertThat(
            Running.text(
                running.get(
                    "/tap/sync?LANG=ADQL&QUERY=SELECT+release_date+FROM+epn_core+WHERE+granule_uid"
                        + "=%27"
                        + granule
                        + "%27")))
        .contains("2019-08-2");
    String cubes = Optional.ofNullable(data.get("GET /ryugu/cubes/{}/band")).orElseThrow();
    assertThat(running.get(cubes.replace("/band", "/info")).statusCode()).isEqualTo(200);
  }

  /// A browser is told on a page, a program in the words of its service; neither learns a number.
  @Test
  void aRefusalIsToldInTheWordsOfWhoeverAsks() throws Exception {
    NOW.set(early);
    for (String route : List.of("GET /events/{}", "GET /alerts", "GET /api/events/{}")) {
      HttpResponse<byte[]> page =
          running.send(
              running
                  .request(Optional.ofNullable(data.get(route)).orElseThrow())
                  .header("Accept", "text/html"));
      assertThat(page.statusCode()).as(route).isEqualTo(401);
      assertThat(header(page, "content-type")).as(route).startsWith("text/html");
      assertThat(Running.text(page)).as(route).contains("<h1>").doesNotContain("feature");
    }
    assertThat(Running.text(ask("GET /iasi/spectra/{}", ""))).contains("\"Unauthorized\"");
    assertThat(Running.text(ask("GET /iasi/spectra/{}", stranger))).contains("\"Forbidden\"");
    assertThat(Running.text(ask("GET /fdsnws/event/1/query", ""))).startsWith("Error 401");
    assertThat(new String(ask("GET /ryugu/cubes/{}/spectrum", "").body(), StandardCharsets.UTF_8))
        .contains("\"error\":");
  }
}
