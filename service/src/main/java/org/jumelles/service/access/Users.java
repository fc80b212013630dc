package org.jumelles.service.access;

import org.jumelles.service.exchange.Caller;
import java.util.Optional;
import java.util.function.Supplier;
import org.jumelles.archive.account.Account;
import org.jumelles.archive.account.Accounts;
import org.jumelles.kernel.time.Moment;

/// Who has a password for HTTP digest, looked up at each request.
@FunctionalInterface
public interface Users {
  String REALM = "FDSN";

  /// Nobody.
  Users NONE = (_, _) -> Optional.empty();

  /// One user under one algorithm.
  ///
  /// @param ha1 the hash of `NAME:FDSN:PASSWORD` in lower-case hexadecimal digits
  record User(Caller caller, String ha1) {}

  /// @param algorithm `SHA-256` or `MD5`
  Optional<User> find(String name, String algorithm);

  /// The accounts of an archive that are not revoked.
  static Users of(Accounts accounts, Supplier<Moment> clock) {
    return (name, algorithm) -> {
      Optional<String> ha1 = accounts.passwordHash(name, algorithm);
      Optional<Account> account = ha1.flatMap(_ -> accounts.find(name));
      boolean open = account.map(one -> one.isOpenAt(clock.get())).orElse(false);
      return open ? Optional.of(new User(Caller.of(account.get()), ha1.get())) : Optional.empty();
    };
  }
}
