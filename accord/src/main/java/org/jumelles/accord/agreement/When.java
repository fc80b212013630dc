package org.jumelles.accord.agreement;

import java.time.LocalDate;
import java.time.YearMonth;

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

  /// A day from text such as `2013-07-16`.
  static When day(String text) {
    return new Day(LocalDate.parse(text));
  }

  /// A month from text such as `2007-08`.
  static When month(String text) {
    return new Month(YearMonth.parse(text));
  }
}
