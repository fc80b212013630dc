package org.jumelles.accord;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jumelles.accord.agreement.Action;
import org.jumelles.accord.agreement.Agreement;
import org.jumelles.accord.programme.Deliverable;
import org.jumelles.accord.programme.RoleAssignment;

/// What runs out or falls due within a year of a day, and what is late: agreements and roles
/// twelve, six and one months before their end, deliverables and actions by their day.
public final class Notices {
  private final Accord accord;
  private final LocalDate day;
  private final List<Notice> notices = new ArrayList<>();

  private Notices(Accord accord, LocalDate day) {
    this.accord = accord;
    this.day = day;
  }

  /// The most pressing first, then by day.
  public static List<Notice> on(Accord accord, LocalDate day) {
    Notices all = new Notices(accord, day);
    all.agreements();
    all.roles();
    all.deliverables();
    all.actions();
    all.notices.sort(Comparator.comparing(Notice::level).thenComparing(Notice::due));
    return List.copyOf(all.notices);
  }

  private void agreements() {
    for (Agreement agreement : accord.all(Agreement.class)) {
      agreement
          .bindsUntil()
          .filter(_ -> agreement.bindsFrom().filter(first -> !day.isBefore(first)).isPresent())
          .filter(end -> !renewed(agreement, end))
          .ifPresent(
              end ->
                  add(
                      end,
                      "agreement/" + agreement.name(),
                      end.isAfter(day)
                          ? "The term ends on " + end + "; nothing recorded renews it."
                          : "The term ended on " + end + "; nothing recorded renews it."));
    }
  }

  /// Whether something of its chain is recorded, by the day of asking, that begins later than it.
  private boolean renewed(Agreement agreement, LocalDate end) {
    return accord.all(Agreement.class).stream()
        .filter(other -> other.chain().equals(agreement.chain()) && !other.equals(agreement))
        .flatMap(other -> other.bindsFrom().stream())
        .anyMatch(from -> from.isAfter(agreement.bindsFrom().orElse(end)) && !from.isAfter(day));
  }

  private void roles() {
    for (RoleAssignment role : accord.all(RoleAssignment.class)) {
      role.to()
          .latest()
          .filter(_ -> role.accountable() && role.holdsOn(day))
          .ifPresent(
              end ->
                  add(
                      end,
                      "role/" + role.name(),
                      role.organisation()
                          + " answers for "
                          + role.programme()
                          + ", "
                          + role.scope()
                          + ", until "
                          + end
                          + "."));
    }
  }

  private void deliverables() {
    for (Deliverable one : accord.all(Deliverable.class)) {
      Optional<LocalDate> due = one.due().latest();
      if (due.isPresent() && one.on(day) != Deliverable.Standing.ACCEPTED) {
        add(due.get(), "deliverable/" + one.name(), one.title() + " (" + one.programme() + ")");
      }
    }
  }

  private void actions() {
    for (Action action : accord.all(Action.class)) {
      if (action.openOn(day)) {
        action
            .due()
            .latest()
            .ifPresent(
                due ->
                    add(
                        due,
                        "action/" + action.name(),
                        action.owner() + ": " + action.statement()));
      }
    }
  }

  private void add(LocalDate due, String about, String statement) {
    long days = ChronoUnit.DAYS.between(day, due);
    level(due).ifPresent(level -> notices.add(new Notice(level, due, days, about, statement)));
  }

  private Optional<Notice.Level> level(LocalDate due) {
    if (!due.isAfter(day)) {
      return Optional.of(Notice.Level.LATE);
    }
    if (!due.isAfter(day.plusMonths(1))) {
      return Optional.of(Notice.Level.WITHIN_A_MONTH);
    }
    if (!due.isAfter(day.plusMonths(6))) {
      return Optional.of(Notice.Level.WITHIN_SIX_MONTHS);
    }
    return due.isAfter(day.plusMonths(12))
        ? Optional.empty()
        : Optional.of(Notice.Level.WITHIN_A_YEAR);
  }
}
