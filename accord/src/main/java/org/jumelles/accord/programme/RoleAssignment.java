package org.jumelles.accord.programme;

import java.time.LocalDate;
import org.jumelles.accord.agreement.Organisation;
import org.jumelles.accord.agreement.When;

/// A role that an organisation has in a programme between two dates, both included.
///
/// @param scope the part of the programme that the role is about
/// @param accountable whether the organisation answers for that part
/// @param under the agreement by which it has the role, or words that say it is not known
/// @param source where the fact is from
public record RoleAssignment(
    Organisation organisation,
    String programme,
    Role role,
    String scope,
    boolean accountable,
    When from,
    When to,
    String under,
    String source) {
  public RoleAssignment {
    if (source.isBlank()) {
      throw new IllegalArgumentException(role + " of " + organisation.name() + " has no source");
    }
  }

  /// Whether the role may have been held on a day: a limit that is not known excludes nothing.
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
  }

  /// Whether both roles may have been held on one day.
  public boolean overlaps(RoleAssignment other) {
    return firstDay().compareTo(other.lastDay()) <= 0 && other.firstDay().compareTo(lastDay()) <= 0;
  }

  private LocalDate firstDay() {
    return switch (from) {
      case When.Day(LocalDate first) -> first;
      case When.Month(var month) -> month.atDay(1);
      case When.NotKnown _ -> LocalDate.MIN;
    };
  }

  private LocalDate lastDay() {
    return switch (to) {
      case When.Day(LocalDate last) -> last;
      case When.Month(var month) -> month.atEndOfMonth();
      case When.NotKnown _ -> LocalDate.MAX;
    };
  }
}
