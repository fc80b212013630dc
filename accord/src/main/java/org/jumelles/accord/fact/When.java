package org.jumelles.accord.fact;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// A date, as exactly as the sources give it.
public sealed interface When {

  record Day(LocalDate date) implements When {
    @Override
    public String toString() {
      return date.toString();
    }
  }

  record Month(YearMonth month) implements When {
    @Override
    public String toString() {
      return month.toString();
    }
  }

  record NotKnown(String reason) implements When {
    @Override
    public String toString() {
      return "not known: " + reason;
    }
  }

  /// The first day that it may mean.
  default Optional<LocalDate> earliest() {
    return switch (this) {
      case Day(LocalDate date) -> Optional.of(date);
      case Month(YearMonth month) -> Optional.of(month.atDay(1));
      case NotKnown _ -> Optional.empty();
    };
  }

  /// The last day that it may mean.
  default Optional<LocalDate> latest() {
    return switch (this) {
      case Day(LocalDate date) -> Optional.of(date);
      case Month(YearMonth month) -> Optional.of(month.atEndOfMonth());
      case NotKnown _ -> Optional.empty();
    };
  }

  /// Whether a day may lie between two dates, both included: a limit that is not known excludes
  /// nothing.
  static boolean mayHold(When from, When to, LocalDate day) {
    return !day.isBefore(from.earliest().orElse(LocalDate.MIN))
        && !day.isAfter(to.latest().orElse(LocalDate.MAX));
  }

  /// Whether two stretches of time may share a day.
  static boolean mayOverlap(When from, When to, When otherFrom, When otherTo) {
    return !otherTo.latest().orElse(LocalDate.MAX).isBefore(from.earliest().orElse(LocalDate.MIN))
        && !to.latest().orElse(LocalDate.MAX).isBefore(otherFrom.earliest().orElse(LocalDate.MIN));
  }

  /// A day from text such as `2013-07-16`.
  static When day(String text) {
    return new Day(LocalDate.parse(text));
  }

  /// A month from text such as `2007-08`.
  static When month(String text) {
    return new Month(YearMonth.parse(text));
  }
}
