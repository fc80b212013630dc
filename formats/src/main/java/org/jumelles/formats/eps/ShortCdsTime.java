package org.jumelles.formats.eps;

import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// A short CDS time: a day of UTC and the milliseconds since its start, six bytes.
///
/// @param day days since 2000-01-01, 0 to 65,535
/// @param milliseconds since the start of that day, 0 to 4,294,967,295 as the bytes allow
public record ShortCdsTime(int day, long milliseconds) {
  static final int LENGTH = 6;
  private static final long DAYS_1970_TO_2000 = 10_957;
  private static final long DAY_NANOS = 86_400_000_000_000L;
  private static final long MILLISECOND_NANOS = 1_000_000;

  /// The time a moment has, its nanoseconds cut to milliseconds.
  ///
  /// @throws IllegalArgumentException before 2000 or after 2179
  public static ShortCdsTime of(Moment moment) {
    long unixNanos = Utc.unixNanos(moment);
    long day = Math.floorDiv(unixNanos, DAY_NANOS) - DAYS_1970_TO_2000;
    if (moment.isBefore(midnight(day))) {
      day--; // inside of a leap second, which ends the day before
    }
    if (day < 0 || day > 65_535) {
      throw new IllegalArgumentException(moment + " is outside of the days of short CDS time");
    }
    return new ShortCdsTime((int) day, midnight(day).nanosUntil(moment) / MILLISECOND_NANOS);
  }

  public Moment moment() {
    return midnight(day).plusNanos(milliseconds * MILLISECOND_NANOS);
  }

  private static Moment midnight(long day) {
    return Utc.ofUnixNanos((day + DAYS_1970_TO_2000) * DAY_NANOS);
  }
}
