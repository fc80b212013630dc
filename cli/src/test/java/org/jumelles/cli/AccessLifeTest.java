package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The life of an account and of a release, by the commands that a person types.
class AccessLifeTest {
  @TempDir Path folder;
  private Path mars;
  private String product = "";
  private final byte[] bytes = new byte[3_000_000];

  /// One file of SEIS, observed a minute ago: under embargo for three months.
  @BeforeEach
  void fill() throws IOException {
    mars = folder.resolve("mars");
    new Random(7).nextBytes(bytes);
    try (Archive archive = Archive.open(mars)) {
      product = stored(archive, "new.bin", now());
    }
  }

  private static Moment now() {
    return Utc.ofUnixNanos(System.currentTimeMillis() * 1_000_000L);
  }

  private String stored(Archive archive, String name, Moment end) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    Moment made = now();
    return archive
        .store(
            new ProductDraft(
                new Recipe("test/file", "1"),
                name,
                Map.of("name", name),
                List.of(),
                List.of(new ProductDraft.DraftPayload(name, "application/octet-stream", file)),
                List.of(
                    new Entry(
                        "thing",
                        name,
                        new Span(end.plusNanos(-60_000_000_000L), end),
                        name,
                        0,
                        bytes.length,
                        Map.of())),
                new Lineage(
                    "0123abc",
                    made,
                    made,
                    List.of(
                        new Agent.Software("jumelles", "0.1.0"),
                        new Agent.Programme("SEIS", new Agent.Accountable.NotKnown("a test")))),
                Map.of()))
        .identity()
        .sha256Hex();
  }

  private Shell run(Object... words) {
    Object[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--archive";
    all[words.length + 1] = mars;
    return Shell.run(all);
  }

  private Shell good(Object... words) {
    Shell shell = run(words);
    assertThat(shell.code()).as(shell.err()).isZero();
    return shell;
  }

  private void refused(String says, Object... words) {
    Shell shell = run(words);
    assertThat(shell.code()).as(shell.out()).isEqualTo(2);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains(says).doesNotContain("Exception");
  }

  private static int status(WebService service, String path, String token) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
      if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).statusCode();
    }
  }

  @Test
  void anAccountIsMadeOpensByItsRoleAndEnds() throws Exception {
    good("user", "add", "Ann", "--orcid", "0000-0002-1825-0097");
    refused("already", "user", "add", "Ann");
    refused("check digit", "user", "add", "Bob", "--orcid", "0000-0002-1825-0098");
    refused("no pattern", "user", "add", "Bob", "--grant", "XB");
    refused("no account 'Eve'", "user", "token", "Eve");
    refused("outside 1 to 3660", "user", "token", "Ann", "--days", "0");
    Shell made = good("user", "token", "Ann", "--days", "30", "--label", "laptop");
    String token = made.out().strip();
    assertThat(token).matches("jml_[A-Za-z0-9_-]{43}");
    assertThat(made.err()).contains("token 1, good until", "cannot be shown again");
    JsonNode second = good("user", "token", "Ann", "--json").json();
    assertThat(second.path("number").asInt()).isEqualTo(2);
    assertThat(good("user", "list").out())
        .contains("Ann  0000-0002-1825-0097", "token 1  good until", "laptop")
        .doesNotContain(token);
    String path = "/products/" + product + "/files/new.bin";
    try (Archive archive = Archive.open(mars);
        WebService service = WebService.start(archive, Address.loopback(0))) {
      assertThat(status(service, path, "")).isEqualTo(401);
      assertThat(status(service, path, token)).isEqualTo(403);
    }
    good("accord", "record", role("2100-01-01"));
    assertThat(good("accord", "policy", product, "--user", "Ann").out()).contains("role");
    try (Archive archive = Archive.open(mars);
        WebService service = WebService.start(archive, Address.loopback(0))) {
      assertThat(status(service, path, token)).isEqualTo(200);
    }
    good("accord", "record", role("2020-12-31"));
    good("user", "revoke", "Ann", "--token", "2");
    refused("no token 2 to revoke", "user", "revoke", "Ann", "--token", "2");
    refused("no token 9 to revoke", "user", "revoke", "Ann", "--token", "9");
    try (Archive archive = Archive.open(mars);
        WebService service = WebService.start(archive, Address.loopback(0))) {
      assertThat(status(service, path, token)).isEqualTo(403);
      assertThat(status(service, path, second.path("token").asString())).isEqualTo(401);
    }
    good("user", "revoke", "Ann");
    assertThat(good("user", "list").out()).contains("revoked").doesNotContain("  good until");
    assertThat(good("user", "visits").out()).contains("token 1", "account Ann", path, "403");
    assertThat(good("user", "visits", "--json").json().path("downloads").path(product).asInt())
        .isEqualTo(1);
  }

  private Path role(String end) throws IOException {
    return Files.writeString(
        folder.resolve("role.yaml"),
        """
        role:
          Ann-SEIS:
            organisation: CNES
            person: Ann
            programme: SEIS
            role: science_operations
            scope: marsquake service
            from: 2019-01-01
            to: %s
            source: a test
        """
            .formatted(end));
  }

  @Test
  void aLoginIsNamedOnce() {
    good("user", "add", "Ann");
    good("user", "add", "Bob");
    Object[] login = {"user", "login", "Ann", "--issuer", "https://id.example", "--subject", "7f"};
    assertThat(good(login).out()).contains("Ann comes in as '7f' of https://id.example");
    login[2] = "Bob";
    refused("is account 'Ann'", login);
    refused("no address of an issuer", "user", "login", "Bob", "--issuer", "x", "--subject", "7");
    assertThat(good("user", "list").out()).contains("logs in as 7f of https://id.example");
  }

  @Test
  void otherMachinesComeInOnlyWhenToldAndWithSomebodyToKnow() throws Exception {
    refused("or say --open", "serve", "--host", "0.0.0.0", "--port", "0");
    refused("no address of this machine", "serve", "--host", "nowhere.invalid", "--port", "0");
    refused("go with --oidc-issuer", "serve", "--oidc-client", "x", "--port", "0");
    refused(
        "is not https",
        "serve",
        "--oidc-issuer",
        "http://id.example",
        "--oidc-client",
        "x",
        "--url",
        "https://d.example");
    Path empty = Files.writeString(folder.resolve("secret"), " ");
    refused(
        "is empty",
        "serve",
        "--oidc-issuer",
        "https://id.example",
        "--oidc-client",
        "x",
        "--url",
        "https://d.example",
        "--oidc-secret-file",
        empty);
  }

  @Test
  void aReleaseIsMadeShownFetchedAndWithdrawn() throws Exception {
    String old;
    try (Archive archive = Archive.open(mars)) {
      old = stored(archive, "old.bin", Utc.parse("2019-05-23T00:00:00"));
    }
    refused("no product and no event", "release", "create", "--title", "T", "0123456789");
    refused("title of 1 to 500", "release", "create", "--title", " ", old);
    JsonNode made = good("release", "create", "--title", "Old", old, "--json").json();
    String id = made.path("id").asString();
    assertThat(good("release", "list").out()).contains(id.substring(0, 12), "Old");
    assertThat(good("release", "show", id.substring(0, 10)).out())
        .contains("citation", "publisher", "old.bin", "/metalink")
        .doesNotContain("withdrawn");
    refused("and no release", "release", "show", old);
    try (Archive archive = Archive.open(mars);
        WebService service = WebService.start(archive, Address.loopback(0))) {
      fetched(service, "/releases/" + id + "/metalink");
    }
    refused("wants a reason", "release", "withdraw", id, "--reason", " ");
    good("release", "withdraw", id, "--reason", "wrong <response>");
    refused("was withdrawn at", "release", "withdraw", id, "--reason", "again");
    assertThat(good("release", "list").out()).contains("WITHDRAWN");
    assertThat(good("release", "show", id, "--json").json().path("reason").asString())
        .isEqualTo("wrong <response>");
    try (Archive archive = Archive.open(mars);
        WebService service = WebService.start(archive, Address.loopback(0))) {
      assertThat(status(service, "/releases/" + id + "/metalink", "")).isEqualTo(410);
      assertThat(text(service, "/releases/" + id)).contains("wrong &lt;response&gt;");
    }
  }

  private static String text(WebService service, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  /// A third of the file is there already; `curl -C -` fetches the rest, and the hash is the
  /// order's.
  private void fetched(WebService service, String order) throws Exception {
    Matcher file =
        Pattern.compile(
                "old\\.bin\">\\s*<size>(\\d+)</size>\\s*<hash type=\"sha-256\">([0-9a-f]{64})"
                    + "</hash>\\s*<url>([^<]+)</url>")
            .matcher(text(service, order));
    assertThat(file.find()).isTrue();
    assertThat(file.group(1)).isEqualTo(Integer.toString(bytes.length));
    Path part = Files.write(folder.resolve("part"), Arrays.copyOf(bytes, 1_000_000));
    Process curl;
    try {
      curl =
          new ProcessBuilder(
                  "curl",
                  "-sS",
                  "-f",
                  "-C",
                  "-",
                  "-o",
                  part.toString(),
                  "-w",
                  "%{http_code} %{size_download}",
                  file.group(3))
              .redirectErrorStream(true)
              .start();
    } catch (IOException _) {
      Assumptions.abort("curl is not here");
      return;
    }
    String said = new String(curl.getInputStream().readAllBytes());
    assertThat(curl.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(said).isEqualTo("206 2000000");
    assertThat(
            HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(part))))
        .isEqualTo(file.group(2));
  }
}
