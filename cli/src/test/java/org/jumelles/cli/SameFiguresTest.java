package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.lineage.Lineage;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.Address;
import org.jumelles.service.WebService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One archive, one date: the command line, the API and the portal tell the same numbers, and each
/// leads to as many rows as it says.
class SameFiguresTest {
  /// More than a page of rows.
  private static final int MANY = 2_300;

  private static final Pattern TOTAL =
      Pattern.compile(
          "<tr><th scope=\"row\">([^<]+)</th><td>([^<]+)</td><td><a href=\"([^\"]+)\">([^<]+)</a>");
  private static final Pattern ROW =
      Pattern.compile(
          "<tr><th scope=\"row\"><a href=\"([^\"]+)\">[^<]*</a></th><td>([^<]*)</td>"
              + "<td>([^<]*)</td><td>([^<]*)</td><td[^>]*>([^<]*)</td></tr>");
  private static final Pattern NEXT = Pattern.compile("<a href=\"([^\"]+)\">Next rows</a>");

  @TempDir static Path folder;
  private static Path place = Path.of("");
  private static String today = "";
  private static @Nullable Archive opened;
  private static @Nullable WebService started;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void fill() throws Exception {
    place = folder.resolve("archive");
    assertThat(Shell.run("up", "--once", "--hours", "2", "--seed", "7", "--archive", place).code())
        .isZero();
    accord("record", Files.writeString(folder.resolve("facts.yaml"), FACTS));
    today = LocalDate.now(ZoneOffset.UTC).toString();
    try (Archive archive = Archive.open(place)) {
      many(archive);
    }
    String raw =
        Shell.run("list", "products", "--archive", place, "--json")
            .json()
            .at("/products/0/identity")
            .asString();
    Shell release =
        Shell.run("release", "create", raw, "--title", "A day", "--archive", place, "--json");
    assertThat(release.code()).as(release.err()).isZero();
    opened = Archive.open(place);
    started = WebService.start(opened, Address.loopback(0));
    JsonNode product = json(get("/products/" + raw));
    String file = product.at("/files/0/name").asString();
    for (int i = 0; i < 3; i++) {
      get("/products/" + raw + "/files/" + file);
    }
    waitForTheBook();
  }

  private static final String FACTS =
      """
      edition:
        test-1: {place: Nowhere, source: a test}
      priority:
        p1: {edition: test-1, statement: Listen, addressed_by: [SEIS, IASI], source: a test}
        p2: {edition: test-1, statement: Wait, declined: too early, source: a test}
        p3: {edition: test-1, statement: Look, source: a test}
      output:
        10.1/a: {kind: paper, title: A & B <c>, year: %d, programmes: [SEIS, IASI], source: a test}
        10.1/b: {kind: data, title: Undated, programmes: [SEIS], source: a test}
        10.1/c: {kind: software, title: Of nobody, year: %d, source: a test}
        10.1/d: {kind: paper, title: Old, year: 1999, programmes: [SEIS], source: a test}
      """
          .formatted(
              LocalDate.now(ZoneOffset.UTC).getYear(), LocalDate.now(ZoneOffset.UTC).getYear());

  /// A product of SEIS with more events than a page has rows.
  private static void many(Archive archive) throws IOException {
    Moment now = Utc.parse(today + "T00:00:01");
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      entries.add(
          new Entry("event", "J" + i, new Span(now, now), "", 0, 0, Map.of("origin", "candidate")));
    }
    archive.store(
        new ProductDraft(
            new Recipe("seis/detection", "1"),
            "Many events",
            Map.of("test", "many"),
            List.of(),
            List.of(),
            entries,
            new Lineage(
                "unknown",
                now,
                now,
                List.of(new Agent.Programme("SEIS", new Agent.Accountable.NotKnown("a test")))),
            Map.of()));
  }

  private static void waitForTheBook() throws Exception {
    for (int i = 0; i < 100; i++) {
      if (!Optional.ofNullable(opened).orElseThrow().downloads(today, "9999").isEmpty()) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the downloads were not noted within 5 s");
  }

  @AfterAll
  static void stop() throws IOException {
    CLIENT.close();
    if (started != null) {
      started.close();
    }
    if (opened != null) {
      opened.close();
    }
  }

  private static String get(String path) throws Exception {
    WebService service = Optional.ofNullable(started).orElseThrow();
    URI address = URI.create("http://127.0.0.1:" + service.port() + path);
    HttpResponse<String> answer =
        CLIENT.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static JsonNode json(String text) {
    return JsonMapper.builder().build().readTree(text);
  }

  private static JsonNode accord(Object... words) {
    List<Object> all = new ArrayList<>(List.of("accord"));
    all.addAll(List.of(words));
    all.addAll(List.of("--archive", place, "--json"));
    Shell shell = Shell.run(all.toArray());
    assertThat(shell.code()).as(shell.err()).isZero();
    return shell.json();
  }

  private static Map<String, Long> flat(JsonNode totals) {
    Map<String, Long> flat = new TreeMap<>();
    totals.forEachEntry(
        (programme, measures) ->
            measures.forEachEntry(
                (measure, count) -> flat.put(programme + "/" + measure, count.asLong())));
    return flat;
  }

  private static long number(String shown) {
    return Long.parseLong(shown.replace("\u202f", ""));
  }

  private static String plain(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  @Test
  void theDossierIsTheSameFromTheCommandLineTheApiAndThePortal() throws Exception {
    same(
        accord("dossier", "--since", "2019-07-23", "--on", today),
        "/accord/dossier?since=2019-07-23&on=" + today);
  }

  @Test
  void theReportIsTheSameFromTheCommandLineTheApiAndThePortal() throws Exception {
    String year = today.substring(0, 4);
    same(accord("report", year), "/accord/report/" + year);
    JsonNode dossier = accord("dossier", "--since", year + "-01-01", "--on", year + "-12-31");
    assertThat(dossier).isEqualTo(accord("report", year));
  }

  private static void same(JsonNode told, String path) throws Exception {
    assertThat(json(get("/api" + path))).isEqualTo(told);
    Map<String, Long> totals = flat(told.get("totals"));
    assertThat(totals)
        .containsEntry("SEIS/events found", (long) MANY)
        .containsEntry("SEIS/papers", 1L)
        .containsEntry("IASI/papers", 1L)
        .containsEntry("SEIS/datasets published, year not known", 1L)
        .containsEntry("not known/software published", 1L)
        .containsEntry("simulation/products released", 1L)
        .containsEntry("simulation/downloads", 3L)
        .doesNotContainKey("Ryugu/papers");
    Map<String, Long> shown = new TreeMap<>();
    Matcher row = TOTAL.matcher(get(path));
    while (row.find()) {
      String key = plain(row.group(1)) + "/" + plain(row.group(2));
      long count = number(row.group(4));
      shown.put(key, count);
      drill(key, count, plain(row.group(3)), told);
    }
    assertThat(shown).isEqualTo(totals);
  }

  /// Follows a total to its rows, page by page, and to the first of what they count.
  private static void drill(String key, long count, String link, JsonNode told) throws Exception {
    long sum = 0;
    int rows = 0;
    List<String> leads = new ArrayList<>();
    Optional<String> page = Optional.of(link);
    while (page.isPresent()) {
      String html = get(page.get());
      Matcher row = ROW.matcher(html);
      while (row.find()) {
        assertThat(plain(row.group(2)) + "/" + plain(row.group(3))).isEqualTo(key);
        sum += number(row.group(4));
        rows++;
        leads.add(plain(row.group(1)));
      }
      Matcher next = NEXT.matcher(html);
      page = next.find() ? Optional.of(plain(next.group(1))) : Optional.empty();
    }
    assertThat(sum).as(link).isEqualTo(count);
    long inDocument =
        told.get("rows")
            .valueStream()
            .filter(
                one ->
                    (one.get("programme").asString() + "/" + one.get("measure").asString())
                        .equals(key))
            .count();
    assertThat((long) rows).as(link).isEqualTo(inDocument);
    JsonNode alone = json(get("/api" + link));
    assertThat(alone.get("rows").size()).isEqualTo(rows);
    String first = leads.getFirst();
    if (first.startsWith("/")) {
      get(first);
    } else {
      assertThat(first).startsWith("https://doi.org/10.");
    }
  }

  @Test
  void theSurveyIsTheSameFromTheCommandLineTheApiAndThePortal() throws Exception {
    JsonNode told = accord("survey", "test-1", "--on", today);
    String path = "/accord/survey/test-1?on=" + today;
    assertThat(json(get("/api" + path))).isEqualTo(told);
    assertThat(told.at("/states/addressed").asInt()).isEqualTo(1);
    assertThat(told.at("/priorities/0/products/SEIS").asLong()).isEqualTo(1);
    assertThat(told.at("/priorities/0/outputs").size()).isEqualTo(3);
    assertThat(told.at("/outputs_without_programme/0").asString()).isEqualTo("10.1/c");
    String html = get(path);
    for (String state : List.of("addressed", "declined", "open")) {
      assertThat(html)
          .contains("<dt>" + state + "</dt><dd>" + told.at("/states/" + state).asLong() + "</dd>");
    }
    Matcher link =
        Pattern.compile("<a href=\"(/accord/dossier[^\"]+)\">(SEIS|IASI) ([0-9]+)</a>")
            .matcher(html);
    int links = 0;
    while (link.find()) {
      long count = told.at("/priorities/0/products/" + link.group(2)).asLong();
      assertThat(number(link.group(3))).isEqualTo(count);
      Matcher row = ROW.matcher(get(plain(link.group(1))));
      assertThat(row.results().count()).isEqualTo(count);
      links++;
    }
    assertThat(links).isEqualTo(2);
  }

  @Test
  void theFiguresOfADayThatIsOverAreTheSameWheneverTheyAreAskedFor() throws Exception {
    JsonNode before = accord("dossier", "--since", "2019-07-23", "--on", "2020-12-31");
    assertThat(before.get("rows")).isEmpty();
    assertThat(json(get("/api/accord/dossier?since=2019-07-23&on=2020-12-31"))).isEqualTo(before);
  }
}
