package org.jumelles.archive.account;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jumelles.archive.catalogue.Database;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.time.Moment;

/// The accounts of an archive, their tokens, and what was done by them. Safe for use by many
/// threads and beside other processes.
public final class Accounts implements AutoCloseable {
  /// What a token begins with, so that people and programs that look for lost secrets know it.
  public static final String TOKEN_PREFIX = "jml_";

  private static final Database.Schema SCHEMA =
      new Database.Schema("org/jumelles/archive/account", "account_schema_history", "2");
  private static final int SECRET_BYTES = 32;
  private static final String TOKEN_COLUMNS =
      "number, account, label, created_tai, expires_tai, revoked_tai";

  private final Database database;
  private final Jdbi readers;
  private final Jdbi writers;
  private final SecureRandom random = new SecureRandom();
  private final ReentrantLock writing = new ReentrantLock(true);

  private Accounts(Database database) {
    this.database = database;
    readers = Jdbi.create(database.reading());
    writers = Jdbi.create(database);
  }

  /// Opens the accounts at `jdbc:sqlite:...` or `jdbc:postgresql:...`, made where there are none.
  public static Accounts open(String jdbcUrl) {
    Database database = Database.of(jdbcUrl, SCHEMA, true);
    try {
      database.migrate();
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
    return new Accounts(database);
  }

  /// @throws IllegalArgumentException where the name or the ORCID iD is taken
  public void add(Account account) {
    write(
        handle -> {
          if (find(handle, account.name()).isPresent()) {
            throw new IllegalArgumentException(
                "there is an account '" + account.name() + "' already");
          }
          if (account.orcid().isPresent() && named(handle, account.orcid().get()).isPresent()) {
            throw new IllegalArgumentException(
                "another account has ORCID iD " + account.orcid().get());
          }
          handle.execute(
              "INSERT INTO account (name, orcid, created_tai) VALUES (?, ?, ?)",
              account.name(),
              account.orcid().orElse(null),
              account.created().taiNanos());
          grant(handle, account.name(), account.grants());
        });
  }

  /// Restricted channels that an account may read from now on, in place of those before.
  public void grant(String name, List<String> patterns) {
    write(
        handle -> {
          Account account = required(handle, name);
          Account checked =
              new Account(name, account.orcid(), patterns, account.created(), account.revoked());
          handle.execute("DELETE FROM account_grant WHERE account = ?", name);
          grant(handle, name, checked.grants());
        });
  }

  private static void grant(Handle handle, String name, List<String> patterns) {
    for (String pattern : patterns.stream().distinct().toList()) {
      handle.execute("INSERT INTO account_grant (account, pattern) VALUES (?, ?)", name, pattern);
    }
  }

  public List<Account> all() {
    return readers.withHandle(
        handle ->
            handle
                .createQuery("SELECT name FROM account ORDER BY name")
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(name -> find(handle, name).stream())
                .toList());
  }

  public Optional<Account> find(String name) {
    return readers.withHandle(handle -> find(handle, name));
  }

  /// The tokens of an account, good or not, oldest first.
  public List<Token> tokens(String name) {
    return readers.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + TOKEN_COLUMNS
                        + " FROM account_token WHERE account = ? ORDER BY number")
                .bind(0, name)
                .map((row, _) -> token(row))
                .list());
  }

  /// Makes a token of 256 random bits; this is the only time that its secret can be had.
  public Token.Fresh issue(String name, String label, Moment now, Moment expires) {
    if (!now.isBefore(expires)) {
      throw new IllegalArgumentException("a token that expires at " + expires + " is no use");
    }
    if (label.length() > 64) {
      throw new IllegalArgumentException("a label of more than 64 characters");
    }
    byte[] bits = new byte[SECRET_BYTES];
    random.nextBytes(bits);
    String secret = TOKEN_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    List<Token> made = new ArrayList<>();
    write(
        handle -> {
          if (!required(handle, name).isOpenAt(now)) {
            throw new IllegalArgumentException("the account '" + name + "' is revoked");
          }
          handle.execute(
              "INSERT INTO account_token (account, label, sha256, created_tai, expires_tai)"
                  + " VALUES (?, ?, ?, ?, ?)",
              name,
              label,
              hash(secret),
              now.taiNanos(),
              expires.taiNanos());
          made.add(bySecret(handle, secret).orElseThrow());
        });
    return new Token.Fresh(made.getFirst(), secret);
  }

  /// Ends one token; false where there is none of this number, or it has ended.
  public boolean revokeToken(long number, Moment now) {
    List<Integer> ended = new ArrayList<>();
    write(
        handle ->
            ended.add(
                handle.execute(
                    "UPDATE account_token SET revoked_tai = ? WHERE number = ? AND revoked_tai IS"
                        + " NULL",
                    now.taiNanos(),
                    number)));
    return ended.getFirst() == 1;
  }

  /// Ends an account with all its tokens and passwords; its history stays.
  public void revoke(String name, Moment now) {
    write(
        handle -> {
          required(handle, name);
          handle.execute(
              "UPDATE account SET revoked_tai = ? WHERE name = ? AND revoked_tai IS NULL",
              now.taiNanos(),
              name);
          handle.execute(
              "UPDATE account_token SET revoked_tai = ? WHERE account = ? AND revoked_tai IS NULL",
              now.taiNanos(),
              name);
          handle.execute("DELETE FROM account_password WHERE account = ?", name);
        });
  }

  /// Whose token this is at an instant: nobody's where it is unknown, expired or revoked.
  public Optional<Account> bearer(String secret, Moment at) {
    if (!secret.startsWith(TOKEN_PREFIX) || secret.length() > 100) {
      return Optional.empty();
    }
    return readers.withHandle(
        handle ->
            bySecret(handle, secret)
                .filter(token -> token.isGoodAt(at))
                .flatMap(token -> find(handle, token.account()))
                .filter(account -> account.isOpenAt(at)));
  }

  /// Lets whom an issuer knows by this subject come in by an account.
  ///
  /// @throws IllegalArgumentException where the login is somebody's already
  public void addLogin(String name, Login login) {
    write(
        handle -> {
          required(handle, name);
          LoginRows.add(handle, name, login);
        });
  }

  /// By which logins an account may be entered.
  public List<Login> logins(String name) {
    return readers.withHandle(handle -> LoginRows.of(handle, name));
  }

  /// Whose login this is at an instant.
  public Optional<Account> byLogin(Login login, Moment at) {
    return readers.withHandle(
        handle ->
            LoginRows.account(handle, login)
                .flatMap(name -> find(handle, name))
                .filter(account -> account.isOpenAt(at)));
  }

  /// @param hashes by algorithm, of `NAME:FDSN:PASSWORD` in lower-case hexadecimal digits
  public void setPassword(String name, Map<String, String> hashes) {
    write(
        handle -> {
          required(handle, name);
          handle.execute("DELETE FROM account_password WHERE account = ?", name);
          hashes.forEach(
              (algorithm, ha1) ->
                  handle.execute(
                      "INSERT INTO account_password (account, algorithm, ha1) VALUES (?, ?, ?)",
                      name,
                      algorithm,
                      ha1));
        });
  }

  /// The hash of `NAME:FDSN:PASSWORD`, where the account has a password under this algorithm.
  public Optional<String> passwordHash(String name, String algorithm) {
    return readers.withHandle(
        handle ->
            handle
                .createQuery("SELECT ha1 FROM account_password WHERE account = ? AND algorithm = ?")
                .bind(0, name)
                .bind(1, algorithm)
                .mapTo(String.class)
                .findFirst());
  }

  /// Notes visits and downloads for good, all or none.
  ///
  /// @param downloads by product and UTC day
  public void note(List<Visit> visits, Map<Download, Long> downloads) {
    write(
        handle -> {
          VisitRows.add(handle, visits);
          VisitRows.count(handle, downloads);
        });
  }

  /// What a download counts for.
  ///
  /// @param day such as `2026-11-01`, UTC
  public record Download(Identity product, String day) {}

  /// The last visits, newest first.
  public List<Visit> visits(int limit) {
    return readers.withHandle(handle -> VisitRows.last(handle, limit));
  }

  /// How often files of each product were downloaded, by day, the oldest first.
  ///
  /// @param first day such as `2026-11-01`, UTC; the last counts too
  public Map<Download, Long> downloads(String first, String last) {
    return readers.withHandle(handle -> DownloadRows.between(handle, first, last));
  }

  /// Copies everything, as it is now, into a new SQLite file, from either database.
  public void copyTo(Path file) {
    try (Accounts copy = open("jdbc:sqlite:" + file.toAbsolutePath())) {
      readers.useTransaction(from -> copy.write(to -> Copying.all(from, to)));
    }
  }

  /// Takes in the accounts of a copy where there is none here yet.
  public void takeIn(Accounts copy) {
    if (all().isEmpty()) {
      copy.readers.useTransaction(from -> write(to -> Copying.all(from, to)));
    }
  }

  private void write(Consumer<Handle> work) {
    writing.lock();
    try {
      writers.useTransaction(work::accept);
    } finally {
      writing.unlock();
    }
  }

  private static Account required(Handle handle, String name) {
    return find(handle, name)
        .orElseThrow(() -> new IllegalArgumentException("there is no account '" + name + "'"));
  }

  private static Optional<String> named(Handle handle, String orcid) {
    return handle
        .createQuery("SELECT name FROM account WHERE orcid = ?")
        .bind(0, orcid)
        .mapTo(String.class)
        .findFirst();
  }

  private static Optional<Account> find(Handle handle, String name) {
    List<String> grants =
        handle
            .createQuery("SELECT pattern FROM account_grant WHERE account = ? ORDER BY pattern")
            .bind(0, name)
            .mapTo(String.class)
            .list();
    return handle
        .createQuery("SELECT name, orcid, created_tai, revoked_tai FROM account WHERE name = ?")
        .bind(0, name)
        .map(
            (row, _) ->
                new Account(
                    row.getString(1),
                    Optional.ofNullable(row.getString(2)),
                    grants,
                    new Moment(row.getLong(3)),
                    moment(row, 4)))
        .findFirst();
  }

  private static Optional<Token> bySecret(Handle handle, String secret) {
    return handle
        .createQuery("SELECT " + TOKEN_COLUMNS + " FROM account_token WHERE sha256 = ?")
        .bind(0, hash(secret))
        .map((row, _) -> token(row))
        .findFirst();
  }

  private static Token token(ResultSet row) throws SQLException {
    return new Token(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        new Moment(row.getLong(4)),
        new Moment(row.getLong(5)),
        moment(row, 6));
  }

  private static Optional<Moment> moment(ResultSet row, int column) throws SQLException {
    long nanos = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(new Moment(nanos));
  }

  private static String hash(String secret) {
    return HexFormat.of()
        .formatHex(Identity.sha256().digest(secret.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    database.close();
  }
}
