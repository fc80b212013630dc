package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.jumelles.accord.Accord;
import org.jumelles.archive.Archive;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.service.Address;
import org.jumelles.service.Conduct;
import org.jumelles.service.WebService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Picks saved over HTTP are an origin with a place when the answer comes.
class SavedPicksTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;
  private int port;

  private HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private String get(String path) throws Exception {
    HttpResponse<String> answer = ask(to(path));
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private JsonNode json(String path) throws Exception {
    return JSON.readTree(get(path));
  }

  private JsonNode save(String name, String picks) throws Exception {
    HttpResponse<String> answer =
        ask(
            to("/api/events/" + name + "/origins")
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"author\":\"ada\",\"picks\":[" + picks + "]}")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private static String pick(String phase, Moment time) {
    return "{\"phase\":\"%s\",\"time\":\"%s\",\"sigma\":1.5}".formatted(phase, Utc.text(time));
  }

  private WebService serve(Archive archive) throws IOException {
    Provenance maker = Provenance.ofThisProcess("0.1.0", Accord.defaultRecord());
    WebService service =
        WebService.start(archive, Address.loopback(0), Conduct.usual().making(maker));
    port = service.port();
    return service;
  }

  @Test
  void theAnswerHoldsTheNewlyLocatedOriginAndTheNextRunHasNothingToLocate() throws Exception {
    Path home = folder.resolve("archive");
    Shell up = Shell.run("up", "--once", "--hours", "3", "--seed", "7", "--archive", home);
    assertThat(up.code()).as(up.err()).isZero();
    try (Archive archive = Archive.open(home);
        WebService _ = serve(archive)) {
      JsonNode event = json("/api/events").get("events").get(0);
      String name = event.get("name").asString();
      Moment start = Utc.parse(event.get("start").asString());
      Moment p = start.plusNanos(20_000_000_000L);
      Moment s = p.plusNanos(180_000_000_000L);

      JsonNode saved = save(name, pick("P", p) + "," + pick("S", s));
      assertThat(saved.get("solved").asBoolean()).as(saved.toString()).isTrue();
      assertThat(saved.get("author").asString()).isEqualTo("ada");
      assertThat(saved.get("picks_id").asString()).startsWith("ledger:");
      JsonNode located =
          Shell.run(
                  "seis",
                  "locate",
                  "--p",
                  Utc.text(p),
                  "--s",
                  Utc.text(s),
                  "--p-sigma",
                  "1.5",
                  "--s-sigma",
                  "1.5",
                  "--json")
              .json();
      assertThat(saved.get("distance").get("value").asDouble())
          .isCloseTo(located.get("distance_deg").asDouble(), within(0.3));
      assertThat(saved.get("distance").get("sigma").asDouble()).isPositive();

      JsonNode detail = json("/api/events/" + name);
      Optional<JsonNode> shown = Optional.empty();
      for (JsonNode origin : detail.get("origins")) {
        if (origin.get("id").equals(saved.get("id"))) {
          shown = Optional.of(origin);
        }
      }
      assertThat(shown).isPresent();
      assertThat(shown.orElseThrow().get("preferred").asBoolean()).isTrue();
      assertThat(get("/fdsnws/event/1/query?eventid=" + name))
          .contains("Picks of " + saved.get("picks_id").asString())
          .contains("<evaluationMode>automatic</evaluationMode>");

      JsonNode alone = save(name, pick("PP", p));
      assertThat(alone.get("solved").asBoolean()).isFalse();
      assertThat(alone.get("reason").asString()).contains("no P or Pg");
      assertThat(json("/api/events/" + name).toString()).contains(alone.get("id").asString());
    }
    JsonNode again = Shell.run("process", "--archive", home, "--json").json();
    assertThat(again.get("seis/detection").get("good").asInt()).isZero();
    assertThat(again.get("seis/detection").get("known").asInt()).isEqualTo(1);
    assertThat(again.get("pictures").get("good").asInt()).as(again.toString()).isPositive();
  }
}
