package org.jumelles.formats.miniseed;

import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// Ordinal dates of headers to instants; remembers the day, since neighbours mostly share it.
final class StartTime {
  private static final long SECOND = 1_000_000_000L;

  private int year = -1;
  private int day = -1;
  private long midnightTaiNanos;

  /// Hour to second were checked by whoever recognised the header.
  ///
  /// @throws IllegalArgumentException where the year has no such day, or is outside 1678 to 2261
  Moment of(int year, int dayOfYear, int hour, int minute, int second, long nanos) {
    if (year != this.year || dayOfYear != day) {
      midnightTaiNanos = Utc.of(year, dayOfYear, 0, 0, 0, 0).taiNanos();
      this.year = year;
      day = dayOfYear;
    }
    long seconds = hour * 3600L + minute * 60L + second;
    return new Moment(midnightTaiNanos + seconds * SECOND + nanos);
  }
}
