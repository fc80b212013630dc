package org.jumelles.accord;

import java.time.LocalDate;
import java.util.Optional;
import org.jumelles.accord.policy.Access;
import org.jumelles.accord.policy.DataPolicy;
import org.jumelles.accord.programme.RoleAssignment;
import org.jumelles.kernel.time.Moment;

/// Whether somebody may read the data of an observation at an instant. A pure function: nothing has
/// to run for an embargo to end or for a role to expire.
public final class Permission {
  private Permission() {}

  /// @param programme in whose frame it was observed
  /// @param observationEnd when the observation ended, which its embargo counts from
  /// @param user by name or ORCID, or empty for somebody who did not say
  /// @param at the instant of asking
  public static Access of(
      Accord accord, String programme, Moment observationEnd, String user, Moment at) {
    LocalDate day = Accord.day(at);
    Optional<DataPolicy> policy =
        accord.all(DataPolicy.class).stream()
            .filter(one -> one.programme().equals(programme) && one.holdsOn(day))
            .findFirst();
    if (policy.isEmpty()) {
      return new Access.Open("no data policy is recorded for programme " + programme);
    }
    Moment opensAt = policy.get().opensAt(observationEnd);
    if (!at.isBefore(opensAt)) {
      return new Access.Open("policy " + policy.get().name() + ": public since " + opensAt);
    }
    return roleOf(accord, programme, user, day)
        .<Access>map(role -> new Access.ByRole(role.name(), opensAt))
        .orElseGet(() -> new Access.Embargoed(policy.get().name(), opensAt));
  }

  private static Optional<RoleAssignment> roleOf(
      Accord accord, String programme, String user, LocalDate day) {
    return accord.all(RoleAssignment.class).stream()
        .filter(role -> role.programme().equals(programme) && role.holdsOn(day))
        .filter(role -> !user.isEmpty() && isOf(role, user))
        .findFirst();
  }

  private static boolean isOf(RoleAssignment role, String user) {
    return role.person().equals(user) || role.orcid().equals(user);
  }
}
