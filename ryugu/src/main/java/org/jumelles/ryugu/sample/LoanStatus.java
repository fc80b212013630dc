package org.jumelles.ryugu.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// How a loan stands at the end of a day.
///
/// @param daysToDue from that day to the due date; negative when it has passed; empty without one
public record LoanStatus(
    Fact.Loan loan, State state, Optional<LocalDate> returned, Optional<Long> daysToDue) {
  /// States of a loan.
  public enum State {
    RETURNED,
    OUT,
    OVERDUE,
    /// Given for good.
    ALLOCATED
  }

  static LoanStatus of(Fact.Loan loan, Optional<Fact.Return> back, LocalDate on) {
    Optional<LocalDate> returned = back.map(Fact.Return::date).filter(date -> !date.isAfter(on));
    Optional<Long> days = loan.due().map(due -> ChronoUnit.DAYS.between(on, due));
    if (returned.isPresent()) {
      return new LoanStatus(loan, State.RETURNED, returned, days);
    }
    if (days.isEmpty()) {
      return new LoanStatus(loan, State.ALLOCATED, returned, days);
    }
    return new LoanStatus(loan, days.get() < 0 ? State.OVERDUE : State.OUT, returned, days);
  }
}
