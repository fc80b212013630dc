package org.jumelles.accord.policy;

import org.jumelles.kernel.time.Moment;

/// Whether data may be read, and why.
public sealed interface Access {

  /// Anybody may.
  ///
  /// @param reason such as a policy's embargo that has ended
  record Open(String reason) implements Access {}

  /// Whoever asks may, by a role.
  record ByRole(String role, Moment opensAt) implements Access {}

  /// Whoever asks may not, before `opensAt`.
  record Embargoed(String policy, Moment opensAt) implements Access {}

  default boolean allowed() {
    return !(this instanceof Embargoed);
  }
}
