package org.jumelles.archive.account;

import java.util.Optional;
import org.jumelles.kernel.time.Moment;

/// A key to an account, without its secret.
///
/// @param number by which it is revoked
/// @param label what it is for, in its owner's words
public record Token(
    long number,
    String account,
    String label,
    Moment created,
    Moment expires,
    Optional<Moment> revoked) {

  public boolean isGoodAt(Moment at) {
    return at.isBefore(expires) && revoked.map(at::isBefore).orElse(true);
  }

  /// A token just made.
  ///
  /// @param secret to be shown once; it is kept nowhere
  public record Fresh(Token token, String secret) {
    @Override
    public String toString() {
      return "Fresh[" + token + "]";
    }
  }
}
