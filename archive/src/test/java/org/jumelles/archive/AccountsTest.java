package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.account.Account;
import org.jumelles.archive.account.Accounts;
import org.jumelles.archive.account.Token;
import org.jumelles.archive.account.Visit;
import org.jumelles.archive.account.VisitorsBook;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Accounts and their tokens, on both databases.
class AccountsTest {
  private static final Moment NOW = Utc.parse("2026-11-01T00:00:00");
  private static final Moment LATER = Utc.parse("2026-12-01T00:00:00");
  private static final long NANOS = 1_000_000_000L;

  @TempDir Path folder;

  private static Account account(String name, String... grants) {
    return new Account(name, Optional.empty(), List.of(grants), NOW, Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void aTokenIsGoodUntilItExpiresOrIsRevoked(Databases database) throws Exception {
    try (Archive archive = Archive.open(folder.resolve("a"), database.url(folder))) {
      Accounts accounts = archive.accounts();
      accounts.add(account("Ann Other", "XB.ELYSE.*.*"));
      Token.Fresh fresh = accounts.issue("Ann Other", "laptop", NOW, LATER);
      assertThat(fresh.secret()).matches("jml_[A-Za-z0-9_-]{43}");
      assertThat(fresh.toString()).doesNotContain(fresh.secret());
      assertThat(accounts.bearer(fresh.secret(), NOW).orElseThrow().grants())
          .containsExactly("XB.ELYSE.*.*");
      assertThat(accounts.bearer(fresh.secret(), LATER.plusNanos(-1))).isPresent();
      assertThat(accounts.bearer(fresh.secret(), LATER)).isEmpty();
      assertThat(accounts.bearer(fresh.secret() + "x", NOW)).isEmpty();
      assertThat(accounts.bearer("", NOW)).isEmpty();

      Token.Fresh second = accounts.issue("Ann Other", "", NOW, LATER);
      assertThat(accounts.revokeToken(fresh.token().number(), NOW.plusNanos(NANOS))).isTrue();
      assertThat(accounts.revokeToken(fresh.token().number(), NOW.plusNanos(NANOS))).isFalse();
      assertThat(accounts.bearer(fresh.secret(), NOW.plusNanos(NANOS))).isEmpty();
      assertThat(accounts.bearer(second.secret(), NOW.plusNanos(NANOS))).isPresent();
      accounts.setPassword("Ann Other", Map.of("MD5", "0".repeat(32)));
      accounts.revoke("Ann Other", NOW.plusNanos(2 * NANOS));
      assertThat(accounts.bearer(second.secret(), NOW.plusNanos(2 * NANOS))).isEmpty();
      assertThat(accounts.passwordHash("Ann Other", "MD5")).isEmpty();
      assertThat(accounts.tokens("Ann Other")).hasSize(2);
      assertThatThrownBy(() -> accounts.issue("Ann Other", "", NOW.plusNanos(3 * NANOS), LATER))
          .hasMessageContaining("revoked");
    }
  }

  @ParameterizedTest
  @EnumSource
  void visitsAndDownloadsOutliveARebuildAndABackup(Databases database) throws Exception {
    String url = database.url(folder);
    Identity product = new Identity("ab".repeat(32));
    String secret;
    try (Archive archive = Archive.open(folder.resolve("a"), url)) {
      archive.accounts().add(account("Ann"));
      secret = archive.accounts().issue("Ann", "", NOW, LATER).secret();
      try (VisitorsBook book = new VisitorsBook(archive.accounts())) {
        for (int i = 0; i < 5_000; i++) {
          book.came(new Visit(NOW.plusNanos(i), "Ann", "::1", "GET", "/x\r\n" + i, 200));
          book.took(new Accounts.Download(product, i % 2 == 0 ? "2026-11-01" : "2026-11-02"));
        }
      }
      archive.backup(folder.resolve("backup"));
    }
    Archive.rebuild(folder.resolve("a"), url, Progress.NONE);
    Archive.restore(folder.resolve("backup"), folder.resolve("b"));
    try (Archive rebuilt = Archive.open(folder.resolve("a"), url);
        Archive restored = Archive.open(folder.resolve("b"))) {
      for (Archive archive : List.of(rebuilt, restored)) {
        Accounts accounts = archive.accounts();
        assertThat(accounts.bearer(secret, NOW)).isPresent();
        assertThat(accounts.downloads("2026-11-01", "2026-11-30").values())
            .containsExactly(2_500L, 2_500L);
        assertThat(accounts.downloads("2026-11-02", "2026-11-02"))
            .isEqualTo(Map.of(new Accounts.Download(product, "2026-11-02"), 2_500L));
        assertThat(accounts.downloads("2026-11-03", "2027-11-30")).isEmpty();
        assertThat(accounts.visits(10_000)).hasSize(5_000);
        assertThat(accounts.visits(1).getFirst().target()).isEqualTo("/x\ufffd\ufffd4999");
      }
    }
    String other = Databases.POSTGRESQL.url(folder);
    Archive.rebuild(folder.resolve("b"), other, Progress.NONE);
    try (Archive moved = Archive.openReadOnly(folder.resolve("b"), other)) {
      assertThat(moved.accounts().bearer(secret, NOW)).isPresent();
      assertThat(moved.accounts().visits(10_000)).hasSize(5_000);
    }
  }

  @Test
  void aTokenIsKeptNowhere() throws Exception {
    String secret;
    try (Archive archive = Archive.open(folder.resolve("a"))) {
      archive.accounts().add(account("Ann"));
      secret = archive.accounts().issue("Ann", "", NOW, LATER).secret();
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain(secret)
            .doesNotContain(secret.substring(4));
      }
    }
  }

  @Test
  void anAccountIsOnce() throws Exception {
    try (Archive archive = Archive.open(folder.resolve("a"))) {
      Accounts accounts = archive.accounts();
      Optional<String> orcid = Optional.of("0000-0002-1825-0097");
      accounts.add(new Account("Ann", orcid, List.of(), NOW, Optional.empty()));
      assertThatThrownBy(() -> accounts.add(account("Ann"))).hasMessageContaining("already");
      assertThatThrownBy(
              () -> accounts.add(new Account("Bea", orcid, List.of(), NOW, Optional.empty())))
          .hasMessageContaining("ORCID");
      assertThatThrownBy(() -> accounts.issue("Nobody", "", NOW, LATER))
          .hasMessageContaining("no account 'Nobody'");
      assertThatThrownBy(() -> accounts.issue("Ann", "", NOW, NOW)).hasMessageContaining("expires");
      assertThat(accounts.all()).extracting(Account::name).containsExactly("Ann");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "a:b", "a\nb", "a\u0000", "../x", "<b>", "0000-0002-1825-0097", "' OR 1"})
  void aNameIsAName(String name) {
    assertThatThrownBy(() -> account(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-0002-1825-0098", "0000-0002-1825-009X", "1", "0000000218250097"})
  void anOrcidHasItsCheckDigit(String orcid) {
    assertThatThrownBy(
            () -> new Account("Ann", Optional.of(orcid), List.of(), NOW, Optional.empty()))
        .hasMessageContaining("ORCID");
  }
}
