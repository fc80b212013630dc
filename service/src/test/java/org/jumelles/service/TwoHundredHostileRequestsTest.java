package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two hundred requests that nobody makes in good faith: each is answered by 4xx or by a closed
/// connection, and nothing of what lies beside the store, of the program or of a token comes back.
class TwoHundredHostileRequestsTest {
  private static final String SECRET = "a-secret-outside-of-the-store";

  @TempDir Path folder;

  @Test
  void eachIsRefusedAndNothingLeaks() throws Exception {
    try (Running running = new Running(folder)) {
      Files.writeString(folder.resolve("secret.txt"), SECRET);
      Files.writeString(folder.resolve("archive").resolve("secret.txt"), SECRET);
      running.archive().accounts();
      int port = running.address("/").getPort();
      List<String> requests = requests("/products/" + running.waveforms.identity() + "/files/");
      assertThat(requests).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
      int answered = 0;
      for (String request : requests) {
        String answer = answer(port, request);
        String shown = request.substring(0, Math.min(120, request.length()));
        assertThat(answer)
            .as(shown)
            .doesNotContain(SECRET, "root:", "SQLite format", "\tat ", "java.lang", "\nX-Injected");
        if (!answer.isEmpty()) {
          assertThat(answer).as(shown).matches("(?s)HTTP/1\\.1 4\\d\\d .*");
          answered++;
        }
      }
      assertThat(answered).isGreaterThan(180);
      assertThat(running.get("/health").statusCode()).isEqualTo(200);
    }
  }

  private static List<String> requests(String files) {
    List<String> requests = new ArrayList<>();
    for (String up :
        List.of("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..%252f", "....//")) {
      for (String target : List.of("secret.txt", "accounts.db", "catalogue.db", "etc/passwd")) {
        for (int depth : new int[] {1, 4, 12}) {
          requests.add(get(files + up.repeat(depth) + target, ""));
        }
      }
    }
    for (String path :
        List.of(
            "%00", "x%00.mseed", "%ff%fe", "%c0%ae%c0%ae/", "%", "%zz", "a\\b", "CON", ".git")) {
      requests.add(get(files + path, ""));
      requests.add(get("/releases/" + path, ""));
      requests.add(get("/api/why/" + path, ""));
    }
    for (int i = 0; i < 40; i++) {
      String forged =
          switch (i % 8) {
            case 0 -> "Bearer jml_" + "A".repeat(43) + i;
            case 1 -> "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9." + i;
            case 2 -> "Bearer ' OR 1=1 -- " + i;
            case 3 -> "Basic YWRtaW46YWRtaW4=" + i;
            case 4 -> "Bearer " + "x".repeat(1000 + i);
            case 5 -> "Negotiate " + i;
            case 6 -> "Bearer jml_\u00e9" + i;
            default -> "Bearer , Bearer " + i;
          };
      requests.add(get("/api/products", "Authorization: " + forged + "\r\n"));
    }
    for (int i = 1; i <= 10; i++) {
      requests.add(get("/" + "a".repeat(8_000 + 1_000 * i), ""));
      requests.add(get("/nowhere", "X-Long: " + "h".repeat(16_000 + 1_000 * i) + "\r\n"));
      requests.add(get("/nowhere/%0d%0aX-Injected:%20" + i, ""));
      requests.add(get("/fdsnws/event/1/query?eventid=%0d%0aX-Injected:%20" + i + "&minmag=x", ""));
      String entity = "<!DOCTYPE a [<!ENTITY b \"" + "c".repeat(100 * i) + "\">]><a>&b;&b;</a>";
      requests.add(post("/fdsnws/station/1/query", "application/xml", entity));
      requests.add(post("/api/events/S0173a/origins", "application/json", "[".repeat(10_000 * i)));
      requests.add(post("/products/0000", "application/json", "{\"a\":" + i + "}"));
    }
    return requests;
  }

  private static String get(String target, String headers) {
    return "GET "
        + target
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + headers
        + "\r\n";
  }

  private static String post(String target, String mediaType, String body) {
    return "POST "
        + target
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
        + mediaType
        + "\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static String answer(int port, String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(2_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readNBytes(20_000), StandardCharsets.ISO_8859_1);
    } catch (IOException closed) {
      return "";
    }
  }
}
