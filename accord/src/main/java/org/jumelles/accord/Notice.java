package org.jumelles.accord;

import java.time.LocalDate;

/// Something that somebody should know in time.
///
/// @param due the day that it is about
/// @param days from the day of asking to `due`; negative where it has passed
/// @param about the key of the fact
public record Notice(Level level, LocalDate due, long days, String about, String statement) {
  /// How pressing it is, the most pressing first.
  public enum Level {
    LATE,
    WITHIN_A_MONTH,
    WITHIN_SIX_MONTHS,
    WITHIN_A_YEAR
  }
}
