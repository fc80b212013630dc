package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jumelles.archive.product.Payload;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of products, JSON and pages over real HTTP.
class DownloadTest {
  @TempDir static Path folder;
  private static Running running;
  private static String file;
  private static String tag;
  private static byte[] whole;

  @BeforeAll
  static void start() throws Exception {
    running = new Running(folder);
    Payload payload = running.waveforms.payloads().getFirst();
    file = "/products/" + running.waveforms.identity() + "/files/" + payload.name();
    tag = '"' + payload.sha256() + '"';
    whole =
        java.nio.file.Files.readAllBytes(
            running.archive().path(running.waveforms.identity(), payload.name()));
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  private static HttpResponse<byte[]> get(String... headers) throws Exception {
    HttpRequest.Builder request = running.request(file);
    return running.send(headers.length == 0 ? request : request.headers(headers));
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Test
  void aFileComesWholeWithItsHashAsTag() throws Exception {
    HttpResponse<byte[]> response = get();
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(whole);
    assertThat(header(response, "etag")).isEqualTo(tag);
    assertThat(header(response, "accept-ranges")).isEqualTo("bytes");
    assertThat(header(response, "content-length")).isEqualTo(Integer.toString(whole.length));
    assertThat(header(response, "content-disposition")).contains("XB.ELYSE.mseed");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0,0,1",
    "bytes=5-9,5,10",
    "bytes=100-,100,-1",
    "bytes=-7,-7,-1",
    "bytes=10-99999999,10,-1",
    "bytes=-99999999,0,-1"
  })
  void aRangeIsThatPart(String range, int from, int to) throws Exception {
    int first = from < 0 ? whole.length + from : from;
    int last = to < 0 ? whole.length : to;
    HttpResponse<byte[]> response = get("Range", range);
    assertThat(response.statusCode()).isEqualTo(206);
    assertThat(response.body()).isEqualTo(Arrays.copyOfRange(whole, first, last));
    assertThat(header(response, "content-range"))
        .isEqualTo("bytes " + first + "-" + (last - 1) + "/" + whole.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=99999999-", "bytes=-0"})
  void aRangeBeyondTheEndIs416(String range) throws Exception {
    HttpResponse<byte[]> response = get("Range", range);
    assertThat(response.statusCode()).isEqualTo(416);
    assertThat(header(response, "content-range")).isEqualTo("bytes */" + whole.length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=9-5", "bytes=a-b", "lines=1-2", "bytes=0-1,5-6", "bytes=-"})
  void anOddRangeIsPassedOver(String range) throws Exception {
    assertThat(get("Range", range).statusCode()).isEqualTo(200);
  }

  @Test
  void conditionsAreKept() throws Exception {
    assertThat(get("If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get("If-None-Match", "W/" + tag + ", \"x\"").statusCode()).isEqualTo(304);
    assertThat(get("If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
    assertThat(get("If-Match", "\"x\"").statusCode()).isEqualTo(412);
    assertThat(get("Range", "bytes=0-1", "If-Range", tag).statusCode()).isEqualTo(206);
    assertThat(get("Range", "bytes=0-1", "If-Range", "\"x\"").statusCode()).isEqualTo(200);
    assertThat(get("Range", "bytes=0-1", "If-Range", "W/" + tag).statusCode()).isEqualTo(200);
  }

  @Test
  void headIsGetWithoutItsBody() throws Exception {
    HttpResponse<byte[]> response =
        running.send(running.request(file).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(header(response, "content-length")).isEqualTo(Integer.toString(whole.length));
    assertThat(header(response, "etag")).isEqualTo(tag);
  }

  @Test
  void aWrongMethodIs405AndSaysWhichIsRight() throws Exception {
    HttpResponse<byte[]> response = running.send(running.request(file).DELETE());
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(header(response, "allow")).isEqualTo("GET, HEAD, OPTIONS");
    HttpResponse<byte[]> options =
        running.send(
            running
                .request("/fdsnws/event/1/query")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    assertThat(header(options, "allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/products/0000/files/x",
        "/products/zz",
        "/api/why/nothing",
        "/products/%2e%2e/files/x",
        "/fdsnws/dataselect/2/query"
      })
  void anUnknownPathIs404(String path) throws Exception {
    assertThat(running.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void noPathLeadsOutOfAProduct() throws Exception {
    String inside = "/products/" + running.waveforms.identity() + "/files/";
    try (Socket socket = new Socket("127.0.0.1", running.address("/").getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET "
                      + inside
                      + "../../../../etc/passwd HTTP/1.1\r\nHost: x\r\n"
                      + "Connection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(10_000);
      String answer =
          new String(socket.getInputStream().readNBytes(100), StandardCharsets.US_ASCII);
      assertThat(answer).doesNotContain("root:").startsWith("HTTP/1.1 404 ");
    }
  }

  @Test
  void jsonTellsWhatThereIs() throws Exception {
    assertThat(Running.text(running.get("/api/channels")))
        .contains("\"source_id\":\"FDSN:XB_ELYSE_03_B_H_U\"", "\"samples\":7000");
    assertThat(Running.text(running.get("/api/events")))
        .contains("\"name\":\"S0173a\"", "\"type\":\"LOW_FREQUENCY\"", "\"magnitude\":3.7");
    assertThat(Running.text(running.get("/api/products?recipe=ingest")))
        .contains("XB.ELYSE.mseed")
        .doesNotContain("seis/detection");
    assertThat(Running.text(running.get("/health"))).contains("up");
    assertThat(Running.text(running.get("/metrics"))).contains("jumelles_answers_total{class=");
  }

  @Test
  void whyWalksFromAnEventToTheBytes() throws Exception {
    String why = Running.text(running.get("/api/why/S0173a"));
    assertThat(why)
        .contains("\"recipe\":\"seis/detection\"", "\"recipe\":\"ingest\"")
        .contains("\"accountable\":\"CNES\"", "\"code_commit\":\"0123abc\"");
    String byId = Running.text(running.get("/api/why/" + SampleArchive.EVENT_1));
    assertThat(byId).contains("\"recipe\":\"ingest\"");
  }

  @Test
  void productsAreJsonForMachinesAndPagesForPeople() throws Exception {
    String path = "/products/" + running.waveforms.identity().sha256Hex().substring(0, 10);
    assertThat(header(running.get(path), "content-type")).startsWith("application/json");
    HttpResponse<byte[]> page =
        running.send(running.request(path).header("Accept", "text/html,*/*"));
    assertThat(header(page, "content-type")).startsWith("text/html");
    assertThat(Running.text(page)).contains("Why: how it came to be", "CNES", "Made from it");
  }

  @Test
  void theFirstPageShowsTheArchiveAndEscapesIt() throws Exception {
    HttpResponse<byte[]> page = running.get("/");
    String html = Running.text(page);
    assertThat(html)
        .contains("S0173a", "XB.ELYSE.03.BHU", "low frequency", "sol 173", "spectrogram.png")
        .contains("/fdsnws/dataselect/1/")
        .contains("&lt;sol 173&gt;")
        .doesNotContain("<sol")
        .doesNotContain("<script")
        .doesNotContain(" style=");
    assertThat(header(page, "content-security-policy")).contains("default-src 'none'");
    assertThat(header(page, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(running.get("/page.css").statusCode()).isEqualTo(200);
    assertThat(header(running.get("/icon.svg"), "content-type")).isEqualTo("image/svg+xml");
  }

  @Test
  void everyLinkOfTheFirstPageLeadsSomewhere() throws Exception {
    var links =
        java.util.regex.Pattern.compile("(?:href|src)=\"(/[^\"#]*)")
            .matcher(Running.text(running.get("/")));
    int found = 0;
    while (links.find()) {
      assertThat(running.get(links.group(1)).statusCode()).as(links.group(1)).isEqualTo(200);
      found++;
    }
    assertThat(found).isGreaterThan(10);
  }
}
