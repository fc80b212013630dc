package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    requests.addAll(bombs());
    requests.addAll(forged());
    return requests;
  }

  /// Documents that grow, nest or repeat without end, and bodies larger than any that is read.
  private static List<String> bombs() {
    List<String> requests = new ArrayList<>();
    StringBuilder laughs =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">");
    }
    laughs.append("]><l>&a29;</l>");
    String outside = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
    for (String path :
        List.of("/fdsnws/station/1/query", "/fdsnws/event/1/query", "/fdsnws/dataselect/1/query")) {
      requests.add(post(path, "application/xml", laughs.toString()));
      requests.add(post(path, "application/xml", outside));
      requests.add(post(path, "text/plain", "x".repeat((4 << 20) + 1)));
    }
    for (String json :
        List.of(
            "[".repeat(100_001),
            "{\"a\":".repeat(50_000),
            "{\"limit\":1e999999999}",
            "{\"limit\":" + "9".repeat(100_000) + "}",
            "{\"ids\":[\"" + "\\u0000".repeat(10_000) + "\"],\"ids\":[]}",
            "{\"bbox\":[NaN,0,1,1]}",
            "\"" + "a".repeat(900_000) + "\"",
            "{\"x\":\"" + "a".repeat(1_100_000) + "\"}",
            "\ufeff{}}",
            "null")) {
      requests.add(post("/stac/search", "application/json", json));
      requests.add(post("/api/events/S0173a/origins", "application/json", json));
    }
    requests.add(
        post("/tap/sync", "application/x-www-form-urlencoded", "QUERY=" + "(".repeat(70_000)));
    requests.add(
        post(
            "/tap/sync",
            "application/x-www-form-urlencoded",
            "LANG=ADQL&QUERY=SELECT+*+FROM+epn_core+WHERE+" + "(".repeat(30_000)));
    requests.add(
        "POST /stac/search HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 99999999999999\r\n\r\n{");
    requests.add(
        "POST /stac/search HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: -1\r\n\r\n{}");
    requests.add(
        "POST /stac/search HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
            + "Transfer-Encoding: chunked\r\n\r\nzzzz\r\n{}\r\n0\r\n\r\n");
    return requests;
  }

  /// JWTs that nobody signed or that another did, and headers that try to become more than one.
  private static List<String> forged() {
    List<String> requests = new ArrayList<>();
    for (String header :
        List.of(
            "{\"alg\":\"none\"}",
            "{\"alg\":\"NoNe\",\"typ\":\"at+jwt\"}",
            "{\"alg\":\"HS256\",\"kid\":\"../../../../dev/null\"}",
            "{\"alg\":\"RS256\",\"jku\":\"http://evil.example/keys\"}",
            "{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}}",
            "{\"alg\":\"ES256\",\"crit\":[\"b64\"],\"b64\":false}",
            "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}",
            "{\"alg\":\"PBES2-HS256+A128KW\",\"p2c\":2147483647}")) {
      String jwt = encoded(header) + "." + encoded("{\"sub\":\"admin\",\"exp\":9999999999}") + ".";
      requests.add(get("/api/account", "Authorization: Bearer " + jwt + "\r\n"));
      requests.add(get("/api/account", "Authorization: Bearer " + jwt + "AAAA\r\n"));
      requests.add(get("/api/account", "Authorization: Bearer " + jwt + "AA.BB.CC\r\n"));
    }
    for (String path :
        List.of(
            "/login/callback",
            "/login/callback?code=x&state=y",
            "/login/callback?code=x&state=%00",
            "/login/callback?error=%3Cscript%3E&state=%0d%0aX-Injected:1",
            "/login?next=//evil.example",
            "/login?next=/%0d%0aX-Injected:1",
            "/login?a=b")) {
      requests.add(get(path, "Cookie: jumelles-login=%00; jumelles=' OR 1=1\r\n"));
    }
    requests.add(get("/releases/0000/metalink", "Host: a\r\nHost: b\r\n"));
    requests.add(get("/nowhere", "X-A: b\r\n folded: X-Injected\r\n"));
    return requests;
  }

  private static String encoded(String text) {
    return java.util.Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Twenty who begin and do not go on hinder nobody.
  @Test
  void whoIsSlowHindersNobody() throws Exception {
    try (Running running = new Running(folder)) {
      int port = running.address("/").getPort();
      List<Socket> slow = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        Socket socket = new Socket("127.0.0.1", port);
        String begun =
            i % 2 == 0
                ? "POST /stac/search HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{"
                : "GET /products HTTP/1.1\r\nX-Half: ";
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
      }
      assertThat(running.get("/health").statusCode()).isEqualTo(200);
      for (Socket socket : slow) {
        socket.setSoTimeout(1);
        assertThatThrownBy(() -> socket.getInputStream().read())
            .as("no answer to half a request")
            .isInstanceOf(java.net.SocketTimeoutException.class);
        socket.close();
      }
    }
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
