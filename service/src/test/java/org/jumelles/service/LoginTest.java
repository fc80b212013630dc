package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jumelles.archive.account.Account;
import org.jumelles.archive.account.Login;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.login.LoginSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Login by an issuer, over real HTTP on both sides.
class LoginTest {
  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path folder;
  private final AtomicReference<Moment> now =
      new AtomicReference<>(Utc.parse("2026-11-23T08:00:00"));
  private final HttpClient browser = HttpClient.newHttpClient();
  private MockIssuer issuer;
  private Running running;

  @BeforeEach
  void start() throws Exception {
    issuer = new MockIssuer(START);
    running = serving(Optional.empty());
    running
        .archive()
        .accounts()
        .add(new Account("Ann", Optional.empty(), List.of(), now.get(), Optional.empty()));
    running.archive().accounts().addLogin("Ann", new Login(issuer.issuer(), MockIssuer.SUBJECT));
  }

  /// The address of a service is part of what its issuer knows, so the port is chosen beforehand.
  private Running serving(Optional<String> audience) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    LoginSettings settings =
        new LoginSettings(
            issuer.issuer(),
            MockIssuer.CLIENT,
            Optional.of(MockIssuer.SECRET),
            audience,
            "http://127.0.0.1:" + port);
    return new Running(
        folder,
        port,
        new Conduct(
            now::get,
            0,
            Optional.of(folder.resolve("access.log")),
            Optional.empty(),
            Optional.of(settings)));
  }

  @AfterEach
  void stop() throws Exception {
    browser.close();
    running.close();
    issuer.close();
  }

  private HttpResponse<String> visit(URI address, String cookie) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> visit(String path, String cookie) throws Exception {
    return visit(running.address(path), cookie);
  }

  private static String location(HttpResponse<?> response) {
    return response.headers().firstValue("location").orElse("");
  }

  private static String cookie(HttpResponse<?> response, String name) {
    return response.headers().allValues("set-cookie").stream()
        .filter(set -> set.startsWith(name + "="))
        .map(set -> set.split(";", -1)[0])
        .findFirst()
        .orElse("");
  }

  /// A browser sent to the issuer, and where that sends it back to.
  private record Back(URI address, String cookie) {}

  private Back toTheIssuerAndBack(String next) throws Exception {
    HttpResponse<String> away = visit("/login?next=" + next, "");
    assertThat(away.statusCode()).isEqualTo(303);
    assertThat(location(away)).startsWith(issuer.issuer() + "/authorize?");
    HttpResponse<String> back = visit(URI.create(location(away)), "");
    assertThat(back.statusCode()).isEqualTo(302);
    return new Back(URI.create(location(back)), cookie(away, "jumelles-login"));
  }

  private HttpResponse<String> login() throws Exception {
    Back back = toTheIssuerAndBack("/data");
    return visit(back.address(), back.cookie());
  }

  private String who(String cookie) throws Exception {
    return visit("/api/account", cookie).body();
  }

  @Test
  void whoTheIssuerKnowsComesInAndGoes() throws Exception {
    HttpResponse<String> in = login();
    assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
    assertThat(location(in)).isEqualTo("/data");
    String set =
        in.headers().allValues("set-cookie").stream()
            .filter(one -> one.startsWith("jumelles="))
            .findFirst()
            .orElseThrow();
    assertThat(set).contains("; HttpOnly", "; SameSite=Lax", "; Path=/;").doesNotContain("Secure");
    String session = cookie(in, "jumelles");
    assertThat(who(session)).contains("\"name\":\"Ann\"");
    assertThat(who("")).contains("\"known\":false", "\"login\":true");
    HttpResponse<String> out =
        browser.send(
            HttpRequest.newBuilder(running.address("/logout"))
                .header("Cookie", session)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(who(session)).contains("\"known\":false");
  }

  @Test
  void aSessionEndsWithItsTimeAndWithItsAccount() throws Exception {
    String first = cookie(login(), "jumelles");
    now.set(now.get().plusNanos(60 * SECOND));
    String second = cookie(login(), "jumelles");
    assertThat(second).isNotEqualTo(first);
    now.set(now.get().plusNanos((8 * 3600 - 60) * SECOND));
    assertThat(who(first)).contains("\"known\":false");
    assertThat(who(second)).contains("Ann");
    running.archive().accounts().revoke("Ann", now.get());
    assertThat(who(second)).contains("\"known\":false");
  }

  @Test
  void aStateIsGoodOnceAndInItsBrowserAndForAWhile() throws Exception {
    Back back = toTheIssuerAndBack("/");
    assertThat(visit(back.address(), back.cookie()).statusCode()).isEqualTo(303);
    HttpResponse<String> again = visit(back.address(), back.cookie());
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(cookie(again, "jumelles")).isEmpty();
    assertThat(visit(toTheIssuerAndBack("/").address(), "").statusCode()).isEqualTo(400);
    Back mine = toTheIssuerAndBack("/");
    Back yours = toTheIssuerAndBack("/");
    assertThat(visit(mine.address(), yours.cookie()).statusCode()).isEqualTo(400);
    Back late = toTheIssuerAndBack("/");
    now.set(now.get().plusNanos(601 * SECOND));
    assertThat(visit(late.address(), late.cookie()).statusCode()).isEqualTo(400);
    assertThat(visit("/login/callback?code=x&state=y", "").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @EnumSource(names = "RIGHT", mode = EnumSource.Mode.EXCLUDE)
  void whatTheIssuerDidNotSignLetsNobodyIn(MockIssuer.Signing signing) throws Exception {
    issuer.signing = signing;
    refused(login());
    String token = issuer.accessToken("at+jwt", MockIssuer.CLIENT, UnaryOperator.identity());
    assertThat(bearer(token)).isEqualTo(401);
  }

  private static void refused(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
    assertThat(cookie(response, "jumelles")).isEmpty();
    assertThat(response.body()).doesNotContain("nimbus", "Exception", "eyJ");
  }

  /// Each claim wrong in turn.
  @ParameterizedTest
  @ValueSource(
      strings = {"audience", "issuer", "expired", "future", "nonce", "no nonce", "azp", "no sub"})
  void aTokenWithAWrongClaimLetsNobodyIn(String wrong) throws Exception {
    issuer.claims = set -> spoilt(set, wrong);
    refused(login());
  }

  private static JWTClaimsSet.Builder spoilt(JWTClaimsSet.Builder set, String wrong) {
    return switch (wrong) {
      case "audience" -> set.audience("another-client");
      case "issuer" -> set.issuer("https://evil.example");
      case "expired" -> set.expirationTime(Date.from(START.minusSeconds(61)));
      case "future" -> set.issueTime(Date.from(START.plusSeconds(62)));
      case "nonce" -> set.claim("nonce", "another");
      case "no nonce" -> set.claim("nonce", null);
      case "azp" -> set.audience(List.of(MockIssuer.CLIENT, "other")).claim("azp", "other");
      case "no sub" -> set.subject(null);
      default -> throw new AssertionError(wrong);
    };
  }

  @Test
  void clocksMayDifferByAMinute() throws Exception {
    issuer.claims = set -> set.expirationTime(Date.from(START.minusSeconds(58)));
    assertThat(login().statusCode()).isEqualTo(303);
    issuer.claims = set -> set.issueTime(Date.from(START.plusSeconds(58)));
    assertThat(login().statusCode()).isEqualTo(303);
  }

  @Test
  void whoHasNoAccountIsToldAsWhomTheIssuerKnowsThem() throws Exception {
    issuer.claims = set -> set.subject("auth0|<b>eve");
    Back back = toTheIssuerAndBack("/");
    HttpResponse<String> response =
        browser.send(
            HttpRequest.newBuilder(back.address())
                .header("Cookie", back.cookie())
                .header("Accept", "text/html")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    refused(response);
    assertThat(response.body()).contains("auth0|&lt;b&gt;eve");
  }

  @Test
  void theIssuerMayChangeItsKeys() throws Exception {
    assertThat(login().statusCode()).isEqualTo(303);
    issuer.rotate();
    assertThat(login().statusCode()).isEqualTo(303);
    int before = issuer.keyRequests.get();
    for (int i = 0; i < 20; i++) {
      issuer.rotate();
    }
    String forged = issuer.accessToken("at+jwt", MockIssuer.CLIENT, UnaryOperator.identity());
    for (int i = 0; i < 20; i++) {
      bearer(forged);
    }
    assertThat(issuer.keyRequests.get() - before).isLessThan(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)",
        "/%0d%0aSet-Cookie:a=b", "/a b", "evil", "/%2f/evil.example"
      })
  void nobodyIsSentElsewhereAfterwards(String next) throws Exception {
    Back back = toTheIssuerAndBack(java.net.URLEncoder.encode(next, "UTF-8"));
    HttpResponse<String> in = visit(back.address(), back.cookie());
    URI end = running.address("/").resolve(location(in));
    assertThat(end.getHost()).isEqualTo("127.0.0.1");
    assertThat(end.getPort()).isEqualTo(running.address("/").getPort());
    assertThat(in.headers().allValues("set-cookie")).hasSize(2);
  }

  private int bearer(String token) throws Exception {
    return running
        .send(running.request("/api/account").header("Authorization", "Bearer " + token))
        .statusCode();
  }

  @Test
  void accessTokensOpenAndIdTokensDoNot() throws Exception {
    String good = issuer.accessToken("at+jwt", MockIssuer.CLIENT, UnaryOperator.identity());
    HttpResponse<byte[]> known =
        running.send(running.request("/api/account").header("Authorization", "Bearer " + good));
    assertThat(Running.text(known)).contains("\"name\":\"Ann\"");
    assertThat(bearer(issuer.accessToken("JWT", MockIssuer.CLIENT, UnaryOperator.identity())))
        .isEqualTo(401);
    assertThat(bearer(issuer.accessToken("at+jwt", "another", UnaryOperator.identity())))
        .isEqualTo(401);
    assertThat(
            bearer(
                issuer.accessToken(
                    "at+jwt",
                    MockIssuer.CLIENT,
                    set -> set.expirationTime(Date.from(START.minusSeconds(61))))))
        .isEqualTo(401);
    assertThat(
            bearer(issuer.accessToken("at+jwt", MockIssuer.CLIENT, set -> set.subject("nobody"))))
        .isEqualTo(401);
    String cut = good.substring(0, good.length() - 4) + "AAAA";
    assertThat(bearer(cut)).isEqualTo(401);
    running.close();
    running = serving(Optional.of("https://data.example"));
    assertThat(bearer(issuer.accessToken("JWT", "https://data.example", UnaryOperator.identity())))
        .isEqualTo(200);
    assertThat(bearer(issuer.accessToken("JWT", MockIssuer.CLIENT, UnaryOperator.identity())))
        .isEqualTo(401);
  }

  @Test
  void anIssuerThatIsDownIsSaidToBeDown() throws Exception {
    String token = issuer.accessToken("at+jwt", MockIssuer.CLIENT, UnaryOperator.identity());
    issuer.close();
    assertThat(visit("/login", "").statusCode()).isEqualTo(503);
    assertThat(bearer(token)).isEqualTo(503);
    assertThat(visit("/health", "").statusCode()).isEqualTo(200);
  }

  @Test
  void aDocumentOfAnotherIssuerIsNotUsed() throws Exception {
    issuer.shownIssuer = "https://evil.example";
    assertThat(visit("/login", "").statusCode()).isEqualTo(503);
  }

  @Test
  void nothingSecretIsWrittenDown() throws Exception {
    HttpResponse<String> in = login();
    String session = cookie(in, "jumelles").substring(9);
    visit("/api/account", "jumelles=" + session);
    running.stopService();
    String log = Files.readString(folder.resolve("access.log"));
    assertThat(log).contains("/login/callback").doesNotContain("code1", "state=", session);
    assertThat(running.archive().accounts().visits(100).toString())
        .doesNotContain("code1", session, MockIssuer.SECRET);
  }

  @Test
  void nothingGoesInTheClearBeyondThisMachine() {
    for (String address : List.of("http://issuer.example", "ftp://a.example", "issuer")) {
      assertThatThrownBy(
              () ->
                  new LoginSettings(
                      address, "c", Optional.empty(), Optional.empty(), "http://127.0.0.1:1"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    LoginSettings right =
        new LoginSettings(
            "https://i.example", "c", Optional.of("hush"), Optional.empty(), "https://d.example");
    assertThat(right.toString()).doesNotContain("hush");
    assertThat(right.redirect()).isEqualTo("https://d.example/login/callback");
  }

  @Test
  void withoutAnIssuerThereIsNoLogin() throws Exception {
    running.close();
    running = new Running(folder);
    assertThat(visit("/login", "").statusCode()).isEqualTo(404);
    assertThat(bearer("a.b.c")).isEqualTo(401);
    assertThat(who("jumelles=x")).contains("\"known\":false", "\"login\":false");
  }
}
