package org.jumelles.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jumelles.archive.account.Account;
import org.jumelles.archive.account.Accounts;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {
  private static final String TARGET = "/fdsnws/dataselect/1/queryauth?net=XB";

  @TempDir Path folder;
  private static final Moment NOW = Utc.parse("2026-11-01T00:00:00");

  private Accounts accounts;
  private long millis = 1_000_000;
  private Digest digest;

  @BeforeEach
  void users() {
    accounts = Accounts.open("jdbc:sqlite:" + folder.resolve("accounts.db"));
    for (String name : List.of("ada", "eve", "gone")) {
      accounts.add(
          new Account(name, Optional.empty(), List.of("XB.ELYSE.*.B??"), NOW, Optional.empty()));
    }
    for (String name : List.of("ada", "gone")) {
      accounts.setPassword(
          name,
          Map.of(
              "SHA-256", Digest.hash("SHA-256", name + ":FDSN:Circle of Life"),
              "MD5", Digest.hash("MD5", name + ":FDSN:Circle of Life")));
    }
    accounts.revoke("gone", NOW);
    digest = new Digest(Users.of(accounts, () -> NOW), () -> millis);
  }

  @AfterEach
  void close() {
    accounts.close();
  }

  /// [RFC7616] section 3.9.1.
  @Test
  void theExamplesOfTheStandardAgree() {
    Map<String, String> given =
        Map.of(
            "uri", "/dir/index.html",
            "nonce", "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
            "nc", "00000001",
            "cnonce", "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
            "qop", "auth");
    String secret = "Mufasa:http-auth@example.org:Circle of Life";
    assertThat(Digest.response("MD5", Digest.hash("MD5", secret), "GET", given))
        .isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
    assertThat(Digest.response("SHA-256", Digest.hash("SHA-256", secret), "GET", given))
        .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
  }

  @Test
  void whoKnowsThePasswordIsLetIn() {
    for (String algorithm : List.of("SHA-256", "MD5")) {
      assertThat(check(header(algorithm, "ada", "Circle of Life", 1)))
          .isInstanceOfSatisfying(
              Digest.Proof.Known.class,
              known -> {
                assertThat(known.caller().may("XB.ELYSE.03.BHU")).isTrue();
                assertThat(known.caller().may("XB.ELYSE..BHU")).isTrue();
                assertThat(known.caller().may("XB.ELYSE.00.HHU")).isFalse();
                assertThat(known.caller().may("XC.ELYSE.03.BHU")).isFalse();
              });
    }
  }

  @Test
  void nobodyElseIs() {
    assertThat(check(header("SHA-256", "ada", "circle of life", 1))).isEqualTo(unknown());
    assertThat(check(header("SHA-256", "eve", "", 1))).isEqualTo(unknown());
    assertThat(check(header("SHA-256", "gone", "Circle of Life", 1))).isEqualTo(unknown());
    assertThat(check(header("SHA-256", "nobody", "x", 1))).isEqualTo(unknown());
    assertThat(digest.check(Optional.empty(), "GET", TARGET)).isEqualTo(unknown());
    assertThat(check("Basic YWRhOng=")).isEqualTo(unknown());
    String right = header("SHA-256", "ada", "Circle of Life", 1);
    assertThat(digest.check(Optional.of(right), "POST", TARGET)).isEqualTo(unknown());
    assertThat(digest.check(Optional.of(right), "GET", TARGET + "&sta=X")).isEqualTo(unknown());
    assertThat(check(right.replace("nonce=\"", "nonce=\"0"))).isEqualTo(unknown());
    assertThat(check(right + ", username=\"eve\"")).isEqualTo(unknown());
  }

  @Test
  void anAnswerCountsOnce() {
    String first = header("SHA-256", "ada", "Circle of Life", 1);
    assertThat(check(first)).isInstanceOf(Digest.Proof.Known.class);
    assertThat(check(first)).isEqualTo(new Digest.Proof.Unknown(true));
  }

  @Test
  void anOldNonceIsStale() {
    String old = header("SHA-256", "ada", "Circle of Life", 1);
    millis += 300_001;
    assertThat(check(old)).isEqualTo(new Digest.Proof.Unknown(true));
    assertThat(digest.challenges(true)).allMatch(c -> c.contains("stale=true"));
  }

  @Property(tries = 300)
  void anyHeaderIsAnswered(@ForAll String header) {
    Digest any = new Digest(Users.NONE, () -> 0);
    assertThat(any.check(Optional.of("Digest " + header), "GET", TARGET)).isEqualTo(unknown());
  }

  private Digest.Proof check(String header) {
    return digest.check(Optional.of(header), "GET", TARGET);
  }

  private static Digest.Proof unknown() {
    return new Digest.Proof.Unknown(false);
  }

  private String header(String algorithm, String name, String password, int count) {
    String challenge = digest.challenges(false).getFirst();
    String nonce = challenge.replaceAll(".*nonce=\"([^\"]*)\".*", "$1");
    Map<String, String> given = new HashMap<>();
    given.put("uri", TARGET);
    given.put("nonce", nonce);
    given.put("nc", "%08x".formatted(count));
    given.put("cnonce", "abc");
    given.put("qop", "auth");
    String ha1 = Digest.hash(algorithm, name + ":FDSN:" + password);
    return "Digest username=\"%s\", realm=\"FDSN\", nonce=\"%s\", uri=\"%s\", algorithm=%s, qop=auth, nc=%s, cnonce=\"abc\", response=\"%s\""
        .formatted(
            name,
            nonce,
            TARGET,
            algorithm,
            given.get("nc"),
            Digest.response(algorithm, ha1, "GET", given));
  }
}
