package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jumelles.archive.Archive;
import org.jumelles.service.seedlink.SeedLinkClient;
import org.jumelles.service.seedlink.SeedLinkServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What nobody sends in good faith, in both directions.
@Timeout(60)
class HostileSeedLinkTest {
  private static final SeedLinkServer.Limits SHORT =
      new SeedLinkServer.Limits(
          4,
          Duration.ofMillis(1500),
          Duration.ofMillis(2000),
          Duration.ofSeconds(8),
          Duration.ofMillis(700),
          Duration.ofMillis(100));

  @TempDir Path folder;
  private Archive archive;
  private SeedLinkServer server;

  @BeforeEach
  void start() throws IOException {
    archive = Archive.open(folder.resolve("archive"));
    new SampleArchive(archive, Files.createDirectories(folder.resolve("work"))).fill();
    server = SeedLinkServer.start(archive, "127.0.0.1", 0, SHORT);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    archive.close();
  }

  @Test
  void nonsenseIsAnError() throws IOException {
    assertThat(said("SLPROTO 4.0\r\nXYZZY\r\nBYE\r\n"))
        .isEqualTo("OK\r\nERROR UNSUPPORTED no command XYZZY\r\n");
    assertThat(said("XYZZY\r\nBYE\r\n")).isEqualTo("ERROR\r\n");
    assertThat(said("\r\n\n\n\rBYE\r")).isEmpty();
    assertThat(said("GET / HTTP/1.1\r\nBYE\r\n")).isEqualTo("ERROR\r\n");
    assertThat(said("SLPROTO 4.0\nSLPROTO 4.0\nSLPROTO 5.0\nBYE\n"))
        .startsWith("OK\r\nERROR UNEXPECTED ")
        .contains("\r\nERROR UNEXPECTED ");
    assertThat(said("SLPROTO 4.0\nEND\nDATA 3\nSELECT *\nBYE\n").lines().skip(1))
        .allMatch(line -> line.startsWith("ERROR UNEXPECTED "))
        .hasSize(3);
  }

  @Test
  void wrongNumbersAndTimesAreErrors() throws IOException {
    for (String arguments :
        List.of(
            "x",
            "12x",
            "99999999999999999999999",
            "ALL yesterday",
            "ALL 2019-05-22T23:00:00Z 2019-05-22T22:00:00Z",
            "1 2 3 4")) {
      assertThat(said("SLPROTO 4.0\nSTATION *\nDATA " + arguments + "\nBYE\n"))
          .as(arguments)
          .startsWith("OK\r\nOK\r\nERROR ARGUMENTS ");
    }
    for (String command :
        List.of("DATA GGGGGG", "DATA 1234567", "TIME 2019,5", "SELECT ABCD", "SELECT !")) {
      String answer = said("STATION ELYSE XB\n" + command + "\nBYE\n");
      assertThat(answer)
          .as(command)
          .isEqualTo(command.equals("SELECT !") ? "OK\r\nOK\r\n" : "OK\r\nERROR\r\n");
    }
  }

  /// A number from the future, or one that never was, is the next one: nothing comes, nothing
  /// breaks.
  @Test
  void aNumberFromTheFutureIsTheNext() throws IOException {
    assertThat(said("SLPROTO 4.0\nSTATION *\nDATA 9223372036854775807\nENDFETCH\n"))
        .isEqualTo("OK\r\nOK\r\nOK\r\nEND");
    assertThat(said("SLPROTO 4.0\nSTATION *\nDATA 18446744073709551615\nENDFETCH\n"))
        .startsWith("OK\r\nOK\r\nOK\r\n");
  }

  @Test
  void longLinesAreReadToTheirEndAndRefused() throws IOException {
    assertThat(said("SLPROTO 4.0\nSTATION " + "A".repeat(5000) + "\nSTATION *\nBYE\n"))
        .isEqualTo("OK\r\nERROR ARGUMENTS a line of 5008 bytes\r\nOK\r\n");
    assertThat(said("A".repeat(1 << 17))).isEmpty();
  }

  @Test
  void garbageEndsInErrorsAndGoodClientsAreServedMeanwhile() throws IOException {
    Random random = new Random(20190522);
    for (int i = 0; i < 20; i++) {
      byte[] garbage = new byte[2000];
      random.nextBytes(garbage);
      String answer = said(new String(garbage, StandardCharsets.ISO_8859_1));
      assertThat(answer.lines()).allMatch(line -> line.equals("ERROR"));
    }
    assertThat(dialUp()).isNotEmpty();
  }

  @Test
  void tooManyErrorsEndTheConnection() throws IOException {
    // What was said last may be lost, as the server hangs up with lines unread.
    assertThat(said("NO\n".repeat(500)).lines().count()).isBetween(1L, 50L);
  }

  @Test
  void aClientThatDripsItsLineIsSentAway() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      long started = System.nanoTime();
      OutputStream out = socket.getOutputStream();
      boolean alive = true;
      for (int i = 0; i < 90 && alive; i++) {
        try {
          out.write('H');
          out.flush();
          Thread.sleep(50);
          alive = socket.getInputStream().available() >= 0 && !isClosed(socket);
        } catch (IOException _) {
          alive = false;
        }
      }
      assertThat(alive).isFalse();
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(6));
    }
  }

  @Test
  void aClientThatSaysNothingIsSentAway() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(5000);
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  /// It never reads: what waits for it is bounded, and it is hung up on, while others are served.
  @Test
  void aClientThatTakesNothingIsHungUpOn() throws Exception {
    List<Socket> stuck = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Socket socket = new Socket();
      socket.setReceiveBufferSize(2048);
      socket.connect(new java.net.InetSocketAddress("127.0.0.1", server.port()));
      socket
          .getOutputStream()
          .write("SLPROTO 4.0\nSTATION *\nDATA ALL\nEND\n".getBytes(StandardCharsets.US_ASCII));
      for (int ask = 0; ask < 20_000; ask++) {
        try {
          socket.getOutputStream().write("INFO STREAMS\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException _) {
          break;
        }
      }
      stuck.add(socket);
    }
    assertThat(dialUp()).isNotEmpty();
    Thread.sleep(1500);
    // Their places are free again.
    for (int i = 0; i < 4; i++) {
      assertThat(dialUp()).isNotEmpty();
    }
    for (Socket socket : stuck) {
      socket.close();
    }
  }

  @Test
  void oneClientTooManyHearsWhy() throws IOException {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Socket socket = new Socket("127.0.0.1", server.port());
      socket.getOutputStream().write("SLPROTO 4.0\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII))
          .isEqualTo("OK\r\n");
      sockets.add(socket);
    }
    assertThat(said("")).isEqualTo("ERROR LIMIT too many clients\r\n");
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /// A server that lies is refused by the client, whatever it says.
  @Test
  void theClientTrustsNoServer() throws Exception {
    String hello = "SeedLink v4.0 (x) :: SLPROTO:4.0\r\nx\r\nOK\r\nOK\r\nOK\r\nOK\r\n";
    for (String lie :
        List.of(
            "",
            "SE2D\377\377\377\377\0\0\0\0\0\0\0\0\0",
            "SE2D\377\377\377\177\0\0\0\0\0\0\0\0\0",
            "SE2D\0\2\0\0\1\0\0\0\0\0\0\0\5XB",
            "SL000001",
            "XY",
            "ENX")) {
      assertThatThrownBy(() -> asked(hello + lie)).as(lie).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> asked("A".repeat(10_000))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> asked("SeedLink\r\nx\r\nERROR\r\n")).isInstanceOf(IOException.class);
  }

  private static void asked(String answer) throws Exception {
    try (ServerSocket liar = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (Socket socket = liar.accept()) {
                  socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                  socket.shutdownOutput();
                  socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException _) {
                  // the client hung up first
                }
              });
      try (SeedLinkClient client =
          SeedLinkClient.connect("127.0.0.1", liar.getLocalPort(), 0, Duration.ofSeconds(2))) {
        client.receive(List.of(SeedLinkClient.Wish.all("*")), true, _ -> {});
      }
    }
  }

  private List<SeedLinkClient.Packet> dialUp() throws IOException {
    List<SeedLinkClient.Packet> packets = new ArrayList<>();
    try (SeedLinkClient client =
        SeedLinkClient.connect("127.0.0.1", server.port(), 4, Duration.ofSeconds(5))) {
      client.receive(List.of(SeedLinkClient.Wish.all("*")), true, packets::add);
    }
    return packets;
  }

  private static boolean isClosed(Socket socket) throws IOException {
    socket.setSoTimeout(1);
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException _) {
      return false;
    }
  }

  /// What the server says to this, until it hangs up.
  private String said(String what) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(8000);
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  socket.getOutputStream().write(what.getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException _) {
                  // it hung up before it had heard all
                }
              });
      InputStream in = socket.getInputStream();
      StringBuilder answer = new StringBuilder();
      try {
        for (int b = in.read(); b >= 0; b = in.read()) {
          answer.append((char) b);
        }
      } catch (java.net.SocketException _) {
        // reset, as unread bytes were left
      }
      return answer.toString();
    }
  }
}
