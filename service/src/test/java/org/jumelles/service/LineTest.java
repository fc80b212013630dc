package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.archive.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clients that say nothing, or not all, or take nothing: each is hung up on, wherever it stops,
/// and holds nothing of the service after that.
@Timeout(120)
class LineTest {
  private static final int PLACES = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int LONG_MILLIS = 60_000;
  private static final String ASK = "GET / HTTP/1.1\r\nHost: localhost\r\n";

  @TempDir Path folder;
  private Archive archive;
  private WebService service;
  private final List<Socket> sockets = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    archive = Archive.open(folder.resolve("archive"));
    service = WebService.start(archive, new Address("127.0.0.1", 0, PLACES, 1 << 20, PATIENCE));
  }

  @AfterEach
  void stop() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
    service.close();
    archive.close();
  }

  private Socket dial() throws IOException {
    return dial(2048);
  }

  private Socket dial(int receiveBytes) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setSoTimeout(LONG_MILLIS);
    socket.setReceiveBufferSize(receiveBytes);
    socket.connect(new InetSocketAddress("127.0.0.1", service.port()));
    return socket;
  }

  private static void say(Socket socket, String words) throws IOException {
    socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
  }

  /// What comes until the service hangs up; a timeout fails.
  private static String rest(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (java.net.SocketException reset) {
      return "";
    }
  }

  /// Zero where it was hung up on.
  private int status() throws IOException {
    try (Socket socket = dial()) {
      say(socket, "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      String answer = rest(socket);
      return answer.isEmpty() ? 0 : Integer.parseInt(answer.substring(9, 12));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET / HT",
        "GET / HTTP/1.1\r\n",
        "GET / HTTP/1.1\r\nHost: local",
        "POST /stac/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 9\r\n\r\n{"
      })
  void aClientThatSaysNoMoreIsHungUpOn(String words) throws Exception {
    Socket socket = dial();
    say(socket, words);
    assertThat(rest(socket)).isEmpty();
  }

  @Test
  void oneThatIsAnsweredMayAskAgainForAWhile() throws Exception {
    Socket socket = dial();
    say(socket, ASK + "\r\n");
    Thread.sleep(PATIENCE.toMillis() / 2);
    say(socket, ASK + "\r\n");
    assertThat(rest(socket).split("HTTP/1.1 200", -1)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /", ASK + "X-Long: "})
  void whatTricklesInBeforeABodyIsHungUpOn(String begin) throws Exception {
    Socket socket = dial();
    say(socket, begin);
    OutputStream out = socket.getOutputStream();
    Thread dripping =
        Thread.startVirtualThread(
            () -> {
              try {
                while (true) {
                  out.write('a');
                  Thread.sleep(100);
                }
              } catch (IOException | InterruptedException e) {
                // hung up on, as it should be
              }
            });
    assertThat(rest(socket)).isEmpty();
    assertThat(dripping.join(Duration.ofMillis(LONG_MILLIS))).isTrue();
  }

  @Test
  void placesOfThoseThatTakeNothingAreFreeAgain() throws Exception {
    for (int i = 0; i < PLACES; i++) {
      // More than the system keeps for both ends.
      say(dial(), (ASK + "\r\n").repeat(2_000));
    }
    while (status() != 503) {
      Thread.sleep(20);
    }
    while (status() != 200) {
      Thread.sleep(100);
    }
  }

  @Test
  void oneThatTakesSlowlyHasItAll() throws Exception {
    Socket socket = dial(1 << 18);
    say(socket, (ASK + "\r\n").repeat(800) + ASK + "Connection: close\r\n\r\n");
    int answers = 0;
    int matched = 0;
    byte[] sign = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    byte[] block = new byte[1 << 16];
    long pauses = 3 * PATIENCE.toMillis() / 50;
    for (int n = socket.getInputStream().read(block);
        n >= 0;
        n = socket.getInputStream().read(block)) {
      for (int i = 0; i < n; i++) {
        matched = block[i] == sign[matched] ? matched + 1 : block[i] == sign[0] ? 1 : 0;
        if (matched == sign.length) {
          answers++;
          matched = 0;
        }
      }
      if (pauses-- > 0) {
        Thread.sleep(50);
      }
    }
    assertThat(answers).isEqualTo(801);
  }
}
