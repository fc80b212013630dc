package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jumelles.accord.Accord;
import org.jumelles.accord.fact.Fact;
import org.jumelles.archive.account.Account;
import org.jumelles.archive.account.Accounts;
import org.jumelles.archive.account.Token;
import org.jumelles.archive.account.Visit;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may have data when: the service over real HTTP, with a clock that the test sets.
class AccessTest {
  private static final long SECOND = 1_000_000_000L;
  private static final String DATASELECT = "/fdsnws/dataselect/1/query?net=XB&cha=BHU";

  @TempDir Path folder;
  private final AtomicReference<Moment> now = new AtomicReference<>(Moment.MIN);
  private Running running;
  private String file;
  private Moment opens;
  private String member;
  private String stranger;

  /// The sample's waveforms end within 23 minutes of 2019-05-22T23:00; the policy of SEIS that
  /// comes with the program opens them three calendar months later.
  @BeforeEach
  void start() throws Exception {
    Conduct conduct = new Conduct(now::get, 0, Optional.of(folder.resolve("access.log")));
    running = new Running(folder, 1L << 30, conduct);
    file =
        "/products/"
            + running.waveforms.identity()
            + "/files/"
            + running.waveforms.payloads().getFirst().name();
    Moment end =
        running.waveforms.entries().stream()
            .map(entry -> entry.span().end())
            .max(java.util.Comparator.naturalOrder())
            .orElseThrow();
    opens = Utc.parse(Utc.text(end).replace("2019-05-22", "2019-08-22"));
    now.set(opens.plusNanos(-SECOND));
    running
        .archive()
        .append(
            "test",
            Accord.LEDGER + "role",
            Fact.of(
                    "role",
                    "Ann-SEIS",
                    "organisation",
                    "IPGP",
                    "person",
                    "Ann",
                    "orcid",
                    "0000-0002-1825-0097",
                    "programme",
                    "SEIS",
                    "role",
                    "science_operations",
                    "scope",
                    "marsquake service",
                    "from",
                    "2019-01-01",
                    "to",
                    "2019-12-31",
                    "source",
                    "test")
                .body());
    member = token("A. Nother", Optional.of("0000-0002-1825-0097"));
    stranger = token("Bob", Optional.empty());
  }

  @AfterEach
  void stop() throws Exception {
    running.close();
  }

  private String token(String name, Optional<String> orcid) {
    running
        .archive()
        .accounts()
        .add(new Account(name, orcid, List.of(), now.get(), Optional.empty()));
    return running
        .archive()
        .accounts()
        .issue(name, "", now.get(), opens.plusNanos(100_000 * SECOND))
        .secret();
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return running.get(path);
  }

  private HttpResponse<byte[]> get(String path, String token) throws Exception {
    return running.send(running.request(path).header("Authorization", "Bearer " + token));
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void anEmbargoEndsToTheSecond() throws Exception {
    for (String path : List.of(file, DATASELECT)) {
      now.set(opens.plusNanos(-SECOND));
      HttpResponse<byte[]> nobody = get(path);
      assertThat(nobody.statusCode()).as(path).isEqualTo(401);
      assertThat(header(nobody, "www-authenticate")).isEqualTo("Bearer realm=\"jumelles\"");
      assertThat(Running.text(nobody)).contains("2019-08-22");
      HttpResponse<byte[]> known = get(path, stranger);
      assertThat(known.statusCode()).as(path).isEqualTo(403);
      assertThat(header(known, "www-authenticate")).isEmpty();
      HttpResponse<byte[]> early = get(path, member);
      assertThat(early.statusCode()).as(path).isEqualTo(200);
      assertThat(header(early, "cache-control")).doesNotContain("immutable");
      now.set(opens.plusNanos(SECOND));
      assertThat(get(path).statusCode()).as(path).isEqualTo(200);
      assertThat(get(path, stranger).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(header(get(file), "cache-control")).contains("immutable");
  }

  @Test
  void noWayRoundTheEmbargoTellsABit() throws Exception {
    for (String range : List.of("bytes=0-0", "bytes=-1", "bytes=999999999-")) {
      assertThat(running.send(running.request(file).header("Range", range)).statusCode())
          .isEqualTo(401);
    }
    assertThat(running.send(running.request(file).header("If-None-Match", "*")).statusCode())
        .isEqualTo(401);
    assertThat(running.send(running.request(file).HEAD()).statusCode()).isEqualTo(401);
    String shortened =
        file.replace(
            running.waveforms.identity().sha256Hex(),
            running.waveforms.identity().sha256Hex().substring(0, 8));
    assertThat(get(shortened).statusCode()).isEqualTo(401);
    now.set(Utc.parse("2019-07-01T00:00:00"));
    HttpResponse<byte[]> waveforms = get("/api/events/S0173a/waveforms");
    assertThat(waveforms.statusCode()).isEqualTo(401);
    assertThat(Running.text(get("/api/events/S0173a/waveforms", member)).contains("BHU")).isTrue();
  }

  @Test
  void whatDescribesDataIsOpen() throws Exception {
    for (String path :
        List.of(
            "/",
            "/products/" + running.waveforms.identity(),
            "/api/products",
            "/api/channels",
            "/fdsnws/station/1/query?level=channel",
            "/fdsnws/availability/1/extent?net=XB")) {
      assertThat(get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(get("/fdsnws/dataselect/1/query?net=QQ").statusCode()).isEqualTo(204);
    assertThat(get("/fdsnws/dataselect/1/query?net=QQ&nodata=404").statusCode()).isEqualTo(404);
    assertThat(get("/products/0000/files/x").statusCode()).isEqualTo(404);
    assertThat(get("/products/0000/files/x", stranger).statusCode()).isEqualTo(404);
  }

  @Test
  void aRoleThatEndedOpensNothing() throws Exception {
    assertThat(get(file, member).statusCode()).isEqualTo(200);
    running
        .archive()
        .append(
            "test",
            Accord.LEDGER + "role",
            Map.of(
                Fact.ID,
                "Ann-SEIS",
                "organisation",
                "IPGP",
                "person",
                "Ann",
                "programme",
                "SEIS",
                "role",
                "science_operations",
                "scope",
                "x",
                "from",
                "2019-01-01",
                "to",
                "2019-06-30",
                "source",
                "test"));
    assertThat(get(file, member).statusCode()).isEqualTo(403);
  }

  @Test
  void aTokenOpensWhileItIsGood() throws Exception {
    Token first = running.archive().accounts().tokens("A. Nother").getFirst();
    now.set(first.expires().plusNanos(-SECOND));
    assertThat(get("/health", member).statusCode()).isEqualTo(200);
    now.set(first.expires());
    HttpResponse<byte[]> expired = get("/health", member);
    assertThat(expired.statusCode()).isEqualTo(401);
    assertThat(header(expired, "www-authenticate")).contains("error=\"invalid_token\"");
    now.set(opens.plusNanos(-SECOND));
    assertThat(get(file, member).statusCode()).isEqualTo(200);
    running.archive().accounts().revoke("A. Nother", now.get());
    assertThat(get(file, member).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer x",
        "Bearer jml_",
        "Basic YWRtaW46YWRtaW4=",
        "Negotiate a",
        "jml_"
      })
  void whatIsNoTokenIs401(String authorization) throws Exception {
    HttpResponse<byte[]> response =
        running.send(running.request("/api/products").header("Authorization", authorization));
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(header(response, "www-authenticate")).startsWith("Bearer realm=");
  }

  @Test
  void guessingIsSlowedDown() throws Exception {
    int[] answers = new int[1000];
    for (int i = 0; i < 80; i++) {
      answers[get("/health", "jml_guess" + i).statusCode()]++;
    }
    assertThat(answers[401]).isBetween(60, 65);
    assertThat(answers[429]).isEqualTo(80 - answers[401]);
    HttpResponse<byte[]> last = get("/health", "jml_guess");
    assertThat(Long.parseLong(header(last, "retry-after"))).isBetween(1L, 60L);
    assertThat(get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void visitsAndDownloadsAreNoted() throws Exception {
    get(file);
    get(file, stranger);
    get(file, member);
    running.send(
        running
            .request(file)
            .header("Authorization", "Bearer " + member)
            .header("Range", "bytes=10-"));
    get(DATASELECT, member);
    get("/api/products");
    String metrics = Running.text(get("/metrics"));
    assertThat(metrics)
        .contains("jumelles_requests_total{route=\"/products/{}/files/{}\",code=\"401\"} 1")
        .contains("jumelles_requests_total{route=\"/products/{}/files/{}\",code=\"206\"} 1")
        .contains("jumelles_downloads_total 1")
        .contains("jumelles_archive_products " + running.archive().counts().products());
    running.stopService();
    List<Visit> visits = running.archive().accounts().visits(100).reversed();
    assertThat(visits).extracting(Visit::answer).containsExactly(401, 403, 200, 206, 200);
    assertThat(visits)
        .extracting(Visit::who)
        .containsExactly("", "Bob", "A. Nother", "A. Nother", "A. Nother");
    assertThat(visits.getFirst().target()).isEqualTo(file);
    assertThat(visits.getFirst().address()).isEqualTo("127.0.0.1");
    assertThat(running.archive().downloads("2019-08-22", "2019-08-22"))
        .isEqualTo(Map.of(new Accounts.Download(running.waveforms.identity(), "2019-08-22"), 1L));
    assertThat(Files.readAllLines(folder.resolve("access.log")))
        .hasSize(7)
        .allMatch(line -> line.startsWith("{\"time\":\"2019-08-22T") && line.endsWith("}"))
        .noneMatch(line -> line.contains(member));
  }
}
