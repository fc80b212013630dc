package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What nobody would ask in good faith is the asker's error, never the service's: 4xx, and the
/// service stays up. Bytes go over a bare socket, as no client library would send them.
class HostileRequestTest {
  private static final String SECRET = "a-secret-outside-of-the-store";

  private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

  @TempDir static Path folder;
  private static Running running;
  private static String product;

  @BeforeAll
  static void start() throws Exception {
    running = new Running(folder);
    product = "/products/" + running.waveforms.identity();
    Files.writeString(folder.resolve("secret.txt"), SECRET);
    Files.writeString(folder.resolve("archive").resolve("secret.txt"), SECRET);
  }

  @AfterAll
  static void stop() throws Exception {
    running.close();
  }

  @AfterEach
  void theServiceStaysUp() throws Exception {
    assertThat(running.get("/health").statusCode()).isEqualTo(200);
    assertThat(running.get("/").statusCode()).isEqualTo(200);
  }

  /// The whole answer to these bytes, as far as it came; a server may close while we write.
  private static String answer(byte[]... parts) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket("127.0.0.1", running.address("/").getPort())) {
      socket.setSoTimeout(1_000);
      closeLater(socket);
      OutputStream out = socket.getOutputStream();
      try {
        for (byte[] part : parts) {
          out.write(part);
        }
        out.flush();
      } catch (IOException closed) {
        // what it answered before it closed is still to be read
      }
      InputStream in = socket.getInputStream();
      byte[] block = new byte[8192];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        answer.write(block, 0, read);
        if (isWhole(answer.toString(StandardCharsets.ISO_8859_1))) {
          break;
        }
      }
    } catch (IOException closed) {
      // a reset after the answer, or nothing more to come
    }
    return answer.toString(StandardCharsets.ISO_8859_1);
  }

  /// A write that nobody reads would wait for ever.
  private static void closeLater(Socket socket) {
    Thread.startVirtualThread(
        () -> {
          try {
            Thread.sleep(5_000);
            socket.close();
          } catch (IOException | InterruptedException e) {
            // it was closed before
          }
        });
  }

  /// Some connections stay open after an answer, though they were asked not to.
  private static boolean isWhole(String answer) {
    int body = answer.indexOf("\r\n\r\n") + 4;
    Matcher length = CONTENT_LENGTH.matcher(answer);
    return body > 4 && length.find() && answer.length() - body >= Long.parseLong(length.group(1));
  }

  private static int status(String answer) {
    assertThat(answer).startsWith("HTTP/1.1 ");
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static String get(String target, String... headers) throws IOException {
    String head =
        "GET "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + String.join("", Arrays.stream(headers).map(h -> h + "\r\n").toList())
            + "\r\n";
    return answer(head.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void assertTheAskersError(String answer) {
    assertThat(status(answer)).as(answer).isBetween(400, 499);
    assertThat(answer).doesNotContain(SECRET).doesNotContain("\tat ").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/page.css/%2e%2e/%2e%2e/secret.txt",
        "PRODUCT/files/../../../../../secret.txt",
        "PRODUCT/files/%2e%2e/%2e%2e/%2e%2e/secret.txt",
        "PRODUCT/files/%2e%2e%2f%2e%2e%2f%2e%2e%2fsecret.txt",
        "PRODUCT/files/%252e%252e/secret.txt",
        "PRODUCT/files//etc/passwd",
        "PRODUCT/files/%2fetc%2fpasswd",
        "PRODUCT/files/XB.ELYSE.mseed%00.png",
        "PRODUCT/files/%00",
        "PRODUCT/files/%c0%ae%c0%ae/secret.txt",
        "PRODUCT/files/%ff%fe",
        "PRODUCT/files/%",
        "PRODUCT/files/%zz",
        "/products/%00",
        "/products/..%2f..",
        "/products/%27%20OR%201=1--",
        "/api/why/%2e%2e",
        "/api/why/%00",
        "/api/why/%0d%0aX-Injected:%20yes",
        "/\u0000",
        "/%",
        "http://[/",
        "*"
      })
  void aPathThatLeadsAstrayLeadsNowhere(String path) throws Exception {
    String answer = get(path.replace("PRODUCT", product));
    assertTheAskersError(answer);
    assertThat(answer).doesNotContain("root:");
    assertThat(answer.substring(0, answer.indexOf("\r\n\r\n"))).doesNotContain("\nX-Injected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/fdsnws/dataselect/1/query?start=%",
        "/fdsnws/dataselect/1/query?start=%zz&end=2020-01-01",
        "/fdsnws/dataselect/1/query?net=%00&start=2019-01-01&end=2020-01-01",
        "/fdsnws/dataselect/1/query?net=%ff%fe&start=2019-01-01&end=2020-01-01",
        "/fdsnws/dataselect/1/query?start=-999999999-01-01&end=999999999-01-01",
        "/fdsnws/dataselect/1/query?start=2019-01-01&start=2019-01-01&end=2020-01-01",
        "/fdsnws/dataselect/1/query?minimumlength=NaN&start=2019-01-01&end=2020-01-01",
        "/fdsnws/dataselect/1/query?minimumlength=-1e999&start=2019-01-01&end=2020-01-01",
        "/fdsnws/station/1/query?level=';DROP%20TABLE%20product;--",
        "/fdsnws/station/1/query?minlatitude=Infinity",
        "/fdsnws/station/1/query?format=../../secret.txt",
        "/fdsnws/event/1/query?limit=-1",
        "/fdsnws/event/1/query?limit=99999999999999999999",
        "/fdsnws/event/1/query?offset=0",
        "/fdsnws/event/1/query?minmagnitude=1e400",
        "/fdsnws/event/1/query?eventid=%",
        "/fdsnws/event/1/query?eventid",
        "/fdsnws/event/1/query?=",
        "/api/products?recipe=%",
        "/api/products?recipe=%zz"
      })
  void aParameterThatMakesNoSenseIsRefused(String target) throws Exception {
    assertTheAskersError(get(target));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "%ff%fe", "%27%20OR%201=1--", "..%2f..%2fsecret.txt", "*", ""})
  void anOddRecipeIsOneThatNobodyMade(String recipe) throws Exception {
    String answer = get("/api/products?recipe=" + recipe);
    assertThat(status(answer)).isIn(200, 400, 404);
    assertThat(answer).doesNotContain(SECRET).doesNotContain("Exception");
  }

  @Test
  void manyParametersAreRefused() throws Exception {
    for (int count : new int[] {50, 100_000}) {
      assertTheAskersError(
          get("/fdsnws/dataselect/1/query?start=2019-01-01&end=2020-01-01" + "&a=b".repeat(count)));
      assertTheAskersError(get("/fdsnws/event/1/query?" + "&".repeat(count) + "a=b"));
    }
  }

  @ParameterizedTest
  @CsvSource({"10000", "1000000"})
  void hugeHeadersAreRefused(int bytes) throws Exception {
    String answer = get("/", "X-Big: " + "a".repeat(bytes));
    assertThat(status(answer)).isIn(200, 400, 413, 431);
    if (bytes > 100_000) {
      assertTheAskersError(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=--5",
        "bytes=-5-3",
        "bytes=-99999999999999999999",
        "bytes=99999999999999999999-",
        "bytes=0-,0-,0-,0-,0-",
        "bytes=\u0000-\u0001",
        "bytes=1-0"
      })
  void aRangeThatIsNoneBreaksNothing(String range) throws Exception {
    String name = running.waveforms.payloads().getFirst().name();
    String answer = get(product + "/files/" + name, "Range: " + range);
    assertThat(status(answer)).isIn(200, 206, 400, 416);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: \u0000",
        "Accept: \u00ff\u00fe",
        "If-None-Match: ,,,,\"",
        "Transfer-Encoding: nonsense",
        "Content-Length: -1",
        "Content-Length: 99999999999999999999",
        "no colon at all"
      })
  void anOddHeaderBreaksNothing(String header) throws Exception {
    assertThat(status(get("/health", header))).isIn(200, 400, 413, 431, 501);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u0016\u0003\u0001"})
  void whatIsNoHttpIsNotAnswered200(String text) throws Exception {
    byte[] bytes = (text + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    String answer = answer(bytes);
    if (!answer.isEmpty()) {
      assertThat(status(answer)).isIn(400, 404, 405, 414, 505);
    }
  }

  private static byte[] posted(String path, long length) {
    return ("POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: text/plain\r\nContent-Length: "
            + length
            + "\r\n\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/fdsnws/dataselect/1/query", "/fdsnws/station/1/query"})
  void aBodyOfJunkIsRefused(String path) throws Exception {
    Random random = new Random(7);
    for (int length : new int[] {1, 100, 10_000}) {
      byte[] junk = new byte[length];
      random.nextBytes(junk);
      assertTheAskersError(answer(posted(path, length), junk));
    }
    for (String text :
        new String[] {
          "\n\n\n",
          "=",
          "a=b\n".repeat(1000),
          "XB ELYSE 03 BHU\n",
          "XB ELYSE 03 BHU x y\n",
          "../.. / / / 2019-01-01 2020-01-01\n",
          "XB ELYSE 03 BHU 2020-01-01 2019-01-01\n"
        }) {
      HttpResponse<byte[]> response = running.post(path, text);
      assertThat(response.statusCode()).as(text).isIn(204, 400, 404, 413);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/fdsnws/dataselect/1/query", "/fdsnws/station/1/query", "/", "/nowhere"})
  void aBodyOf64MebibytesIsRefused(String path) throws Exception {
    long length = (64L << 20) + 1;
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) 'x');
    byte[][] parts = new byte[66][];
    parts[0] = posted(path, length);
    Arrays.fill(parts, 1, 66, block);
    String answer = answer(parts);
    if (!answer.isEmpty()) {
      assertTheAskersError(answer);
    }
    assertTheAskersError(answer(posted(path, Long.MAX_VALUE), new byte[] {'x', '\n'}));
  }
}
