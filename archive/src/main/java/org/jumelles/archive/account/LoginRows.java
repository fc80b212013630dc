package org.jumelles.archive.account;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table `account_login`.
final class LoginRows {
  private LoginRows() {}

  /// @throws IllegalArgumentException where the login is another account's
  static void add(Handle handle, String account, Login login) {
    Optional<String> other = account(handle, login);
    if (other.isPresent()) {
      throw new IllegalArgumentException(
          "'" + login.subject() + "' of " + login.issuer() + " is account '" + other.get() + "'");
    }
    handle.execute(
        "INSERT INTO account_login (issuer, subject, account) VALUES (?, ?, ?)",
        login.issuer(),
        login.subject(),
        account);
  }

  static Optional<String> account(Handle handle, Login login) {
    return handle
        .createQuery("SELECT account FROM account_login WHERE issuer = ? AND subject = ?")
        .bind(0, login.issuer())
        .bind(1, login.subject())
        .mapTo(String.class)
        .findFirst();
  }

  static List<Login> of(Handle handle, String account) {
    return handle
        .createQuery(
            "SELECT issuer, subject FROM account_login WHERE account = ? ORDER BY issuer, subject")
        .bind(0, account)
        .map((row, _) -> new Login(row.getString(1), row.getString(2)))
        .list();
  }
}
