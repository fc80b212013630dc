package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.jumelles.archive.account.Account;
import org.jumelles.archive.account.Accounts;
import org.jumelles.archive.product.Identity;
import java.util.Optional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Recipe;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// fdsnws-availability, and queryauth by HTTP digest.
class AvailabilityTest {
  private static final String ROOT = "/fdsnws/availability/1/";

  @TempDir static Path folder;
  private static Running running;

  @BeforeAll
  static void start() throws Exception {
    running = new Running(folder);
    restricted();
    account("ada", "XB.ELYSE.*.*", "secret");
    account("bob", "ZZ.*.*.*", "other");
  }

  @AfterAll
  static void stop() throws IOException {
    running.close();
  }

  @Test
  void stretchesEndAtGaps() throws Exception {
    assertThat(text("query?cha=BH?&loc=03"))
        .isEqualTo(
            """
            #Network Station Location Channel Quality SampleRate Earliest                    Latest
            XB       ELYSE   03       BHU     D       10.0       2019-05-22T23:00:00.000000Z 2019-05-22T23:09:59.900000Z
            XB       ELYSE   03       BHU     D       10.0       2019-05-22T23:11:40.000000Z 2019-05-22T23:13:19.900000Z
            XB       ELYSE   03       BHV     D       10.0       2019-05-22T23:00:00.000000Z 2019-05-22T23:09:59.900000Z
            XB       ELYSE   03       BHW     -       10.0       2019-05-22T23:00:00.000000Z 2019-05-22T23:09:59.900000Z
            """);
  }

  @Test
  void gapsAreMergedUpToATolerance() throws Exception {
    assertThat(text("query?cha=BHU&mergegaps=100&format=request"))
        .isEqualTo("XB ELYSE 03 BHU 2019-05-22T23:00:00.000000Z 2019-05-22T23:13:19.900000Z\n");
    assertThat(text("query?cha=BHU&mergegaps=99&format=request").lines()).hasSize(2);
  }

  @Test
  void aWindowCutsStretches() throws Exception {
    assertThat(
            text("query?cha=BHU&start=2019-05-22T23:09:00&end=2019-05-22T23:12:00&format=request"))
        .isEqualTo(
            """
            XB ELYSE 03 BHU 2019-05-22T23:09:00.000000Z 2019-05-22T23:09:59.900000Z
            XB ELYSE 03 BHU 2019-05-22T23:11:40.000000Z 2019-05-22T23:12:00.000000Z
            """);
  }

  @Test
  void anExtentIsOneRowAChannel() throws Exception {
    List<String> rows =
        text("extent?loc=03&format=geocsv&orderby=timespancount_desc").lines().toList();
    assertThat(rows.get(0)).isEqualTo("#dataset: GeoCSV 2.0");
    assertThat(rows.get(4))
        .isEqualTo(
            "Network|Station|Location|Channel|Quality|SampleRate|Earliest|Latest|Updated|TimeSpans|Restriction");
    assertThat(rows.get(5))
        .startsWith(
            "XB|ELYSE|03|BHU|D|10.0|2019-05-22T23:00:00.000000Z|2019-05-22T23:13:19.900000Z|")
        .endsWith("|2|OPEN");
    assertThat(rows).hasSize(8);
  }

  @Test
  void jsonHasItsStretchesByChannel() throws Exception {
    assertThat(text("query?cha=BHU&format=json&merge=quality,samplerate&show=latestupdate"))
        .contains(
            "\"version\":1.0",
            "{\"network\":\"XB\",\"station\":\"ELYSE\",\"location\":\"03\",\"channel\":\"BHU\",\"updated\":\"2026-11-01T00:00:05Z\",\"timespans\":[[\"2019-05-22T23:00:00.000000Z\"")
        .doesNotContain("samplerate", "quality");
    assertThat(text("extent?cha=BHU&format=json"))
        .contains("\"timespanCount\":2", "\"restriction\":\"OPEN\"");
  }

  @Test
  void aRequestFormatIsWhatDataselectTakes() throws Exception {
    String lines = text("query?cha=BHV&format=request");
    HttpResponse<byte[]> data = running.post("/fdsnws/dataselect/1/query", lines);
    assertThat(data.statusCode()).isEqualTo(200);
    assertThat(data.body()).isEqualTo(running.get("/fdsnws/dataselect/1/query?cha=BHV").body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query?merge=all",
        "query?mergegaps=-1",
        "query?mergegaps=x",
        "query?orderby=timespancount",
        "query?format=zip",
        "query?show=all",
        "query?quality=X",
        "query?limit=0",
        "extent?nosuch=1",
        "query?start=2020-01-01&end=2019-01-01"
      })
  void whatIsNotUnderstoodIs400(String target) throws Exception {
    HttpResponse<byte[]> response = running.get(ROOT + target);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Running.text(response)).startsWith("Error 400: Bad request");
  }

  @Test
  void nothingIs204() throws Exception {
    assertThat(running.get(ROOT + "query?net=ZZ").statusCode()).isEqualTo(204);
    assertThat(running.get(ROOT + "extent?net=ZZ&nodata=404").statusCode()).isEqualTo(404);
    assertThat(running.get(ROOT + "query?loc=99").statusCode()).isEqualTo(204);
    assertThat(text("query?loc=99&includerestricted=true")).contains("XB       ELYSE   99");
  }

  @Test
  void restrictedDataAre401WithoutAName() throws Exception {
    assertThat(running.get("/fdsnws/dataselect/1/query?loc=99").statusCode()).isEqualTo(401);
    HttpResponse<byte[]> unknown = running.get("/fdsnws/dataselect/1/queryauth?loc=99");
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.headers().allValues("WWW-Authenticate"))
        .hasSize(2)
        .allMatch(value -> value.startsWith("Digest realm=\"FDSN\", qop=\"auth\""));
  }

  /// curl by digest: let in, not let in, wrong password.
  @Test
  void curlIsLetInWhereItMay() throws Exception {
    Path curl = Path.of("/usr/bin/curl");
    Assumptions.assumeTrue(Files.isExecutable(curl), "curl is not here");
    assertThat(curl("ada:secret", "/fdsnws/dataselect/1/queryauth?loc=99")).isEqualTo("200 512");
    assertThat(curl("ada:secret", ROOT + "queryauth?loc=99")).startsWith("200 ");
    assertThat(curl("ada:secret", ROOT + "extentauth?loc=99")).startsWith("200 ");
    assertThat(curl("ada:wrong", "/fdsnws/dataselect/1/queryauth?loc=99")).startsWith("401 ");
    assertThat(curl("bob:other", "/fdsnws/dataselect/1/queryauth?loc=99")).startsWith("403 ");
    assertThat(curl("bob:other", "/fdsnws/dataselect/1/queryauth?cha=BHV")).startsWith("200 ");
  }

  private static String curl(String user, String target) throws Exception {
    Process process =
        new ProcessBuilder(
                "/usr/bin/curl",
                "-s",
                "--digest",
                "-u",
                user,
                "-o",
                folder.resolve("curl.out").toString(),
                "-w",
                "%{http_code} %{size_download}",
                running.address(target).toString())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }

  private static String text(String target) throws Exception {
    HttpResponse<byte[]> response = running.get(ROOT + target);
    assertThat(response.statusCode()).as(target).isEqualTo(200);
    return Running.text(response);
  }

  private static String sha256(String text) {
    return HexFormat.of()
        .formatHex(Identity.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void account(String name, String grant, String password) {
    Accounts accounts = running.archive().accounts();
    accounts.add(
        new Account(name, Optional.empty(), List.of(grant), SampleArchive.START, Optional.empty()));
    accounts.setPassword(name, Map.of("SHA-256", sha256(name + ":FDSN:" + password)));
  }

  private static void restricted() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Moment start = Utc.parse("2019-05-22T23:00:00");
    SourceId id = SourceId.of("XB", "ELYSE", "99", "BHU");
    MiniSeed.write(
        out,
        id,
        start,
        10,
        new Samples.Ints(new int[] {1, 2, 3}),
        WriteOptions.version2(Encoding.STEIM2));
    Path file = Files.write(folder.resolve("restricted.mseed"), out.toByteArray());
    running
        .archive()
        .store(
            new ProductDraft(
                Recipe.INGEST,
                "restricted",
                Map.of(),
                List.of(),
                List.of(
                    new ProductDraft.DraftPayload(
                        "restricted.mseed", "application/vnd.fdsn.mseed", file)),
                List.of(
                    new Entry(
                        "waveform",
                        id.text(),
                        new Span(start, start.plusNanos(200_000_000)),
                        "restricted.mseed",
                        0,
                        512,
                        Map.of(
                            "level",
                            "raw",
                            "restricted",
                            "true",
                            "rate_hz",
                            "10.0",
                            "samples",
                            "3",
                            "format",
                            "miniseed2"))),
                SampleArchive.lineage(),
                Map.of()));
  }
}
