package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jumelles.archive.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A body that trickles in over a bare socket holds its place for a bounded time.
class SlowBodyTest {
  private static final Duration WITHIN = Duration.ofSeconds(2);

  /// Between two bytes: a socket that waits for silence alone would never end.
  private static final long DRIP_MILLIS = 100;

  @TempDir Path folder;
  private Archive archive;
  private WebService service;

  @BeforeEach
  void start() throws Exception {
    archive = Archive.open(folder.resolve("archive"));
    service = WebService.start(archive, new Address("127.0.0.1", 0, 4, 1 << 20, WITHIN));
  }

  @AfterEach
  void stop() throws Exception {
    service.close();
    archive.close();
  }

  private record Heard(String answer, double seconds) {}

  /// Drips a body until nobody listens any more.
  private Heard drip(String path, String headers, String drop) throws Exception {
    long started = System.nanoTime();
    try (Socket socket = new Socket("127.0.0.1", service.port())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      Thread dripping =
          Thread.startVirtualThread(
              () -> {
                try {
                  for (int i = 0; i < 200; i++) {
                    out.write(drop.getBytes(StandardCharsets.US_ASCII));
                    Thread.sleep(DRIP_MILLIS);
                  }
                } catch (IOException | InterruptedException e) {
                  // hung up on, as it should be
                }
              });
      String answer = rest(socket.getInputStream());
      double seconds = (System.nanoTime() - started) / 1e9;
      dripping.interrupt();
      assertThat(dripping.join(Duration.ofSeconds(5))).isTrue();
      return new Heard(answer, seconds);
    }
  }

  private static String rest(InputStream in) throws IOException {
    StringBuilder all = new StringBuilder();
    byte[] block = new byte[4096];
    try {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        all.append(new String(block, 0, n, StandardCharsets.US_ASCII));
      }
    } catch (java.net.SocketTimeoutException e) {
      throw e;
    } catch (IOException reset) {
      // what was heard before the reset stands
    }
    return all.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stac/search", "/fdsnws/station/1/query", "/nothing-here"})
  void aBodyThatTricklesInIsHungUpOn(String path) throws Exception {
    Heard heard = drip(path, "Content-Type: application/json\r\nContent-Length: 100000\r\n", " ");
    assertThat(heard.seconds()).isBetween(0.0, 5.0);
    assertThat(heard.answer()).startsWith("HTTP/1.1 4");
  }

  @Test
  void soIsOneInChunks() throws Exception {
    Heard heard =
        drip(
            "/stac/search",
            "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
            "1\r\n \r\n");
    assertThat(heard.seconds()).isBetween(WITHIN.toMillis() / 1e3 - 0.1, 5.0);
    assertThat(heard.answer()).startsWith("HTTP/1.1 408").contains("within 2 s");
  }

  @Test
  void aSlowBodyThatIsInTimeIsAnswered() throws Exception {
    String body = "{\"limit\":1}";
    StringBuilder answer = new StringBuilder();
    try (Socket socket = new Socket("127.0.0.1", service.port())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /stac/search HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                  + "Content-Type: application/json\r\nContent-Length: "
                  + body.length()
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      for (char c : body.toCharArray()) {
        out.write(c);
        TimeUnit.MILLISECONDS.sleep(DRIP_MILLIS / 2);
      }
      answer.append(rest(socket.getInputStream()));
    }
    assertThat(answer.toString()).startsWith("HTTP/1.1 200").contains("FeatureCollection");
  }

  @Test
  void theirPlacesAreFreeAgain() throws Exception {
    Thread[] dripping = new Thread[4];
    for (int i = 0; i < dripping.length; i++) {
      dripping[i] =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      drip(
                          "/stac/search",
                          "Content-Type: application/json\r\nContent-Length: 100000\r\n",
                          " ");
                    } catch (Exception e) {
                      throw new AssertionError(e);
                    }
                  });
    }
    for (Thread one : dripping) {
      assertThat(one.join(Duration.ofSeconds(15))).isTrue();
    }
    try (Socket socket = new Socket("127.0.0.1", service.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(rest(socket.getInputStream())).startsWith("HTTP/1.1 200");
    }
  }
}
