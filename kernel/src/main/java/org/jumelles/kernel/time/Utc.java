package org.jumelles.kernel.time;

import java.time.LocalDate;
import java.time.Year;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Coordinated Universal Time: the calendar that people and file headers use, leap seconds
/// included.
///
/// From 1972 on the offset TAI - UTC is a whole number of seconds, by the table of the IERS
/// (Bulletin C). Before 1972 UTC ran at other rates; here the offset of 1972, 10 s, is kept
/// backwards, as seismic data centres do, so that a time before 1972 is good to some seconds only.
public final class Utc {
  private static final long SECOND = 1_000_000_000L;
  private static final long EARTH_DAY_SECONDS = 86_400;
  private static final int FIRST_OFFSET_SECONDS = 10;

  /// Dates from which one more second lies between TAI and UTC [IERS Bulletin C, to number 72].
  private static final String[] LEAPS = {
    "1972-07-01", "1973-01-01", "1974-01-01", "1975-01-01", "1976-01-01", "1977-01-01",
    "1978-01-01", "1979-01-01", "1980-01-01", "1981-07-01", "1982-07-01", "1983-07-01",
    "1985-07-01", "1988-01-01", "1990-01-01", "1991-01-01", "1992-07-01", "1993-07-01",
    "1994-07-01", "1996-01-01", "1997-07-01", "1999-01-01", "2006-01-01", "2009-01-01",
    "2012-07-01", "2015-07-01", "2017-01-01"
  };

  /// Start of each of those dates, in seconds of 86,400-second days since 1970.
  private static final long[] LEAP_CALENDAR_SECONDS = new long[LEAPS.length];

  static {
    for (int i = 0; i < LEAPS.length; i++) {
      LEAP_CALENDAR_SECONDS[i] = LocalDate.parse(LEAPS[i]).toEpochDay() * EARTH_DAY_SECONDS;
    }
  }

  private static final Pattern TEXT =
      Pattern.compile(
          "(\\d{4})-(?:(\\d{2})-(\\d{2})|(\\d{3}))"
              + "(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?)?Z?");

  private Utc() {}

  /// The parts of a UTC instant; `second` is 60 inside a leap second.
  public record Fields(
      int year,
      int month,
      int dayOfMonth,
      int dayOfYear,
      int hour,
      int minute,
      int second,
      int nano) {}

  /// The instant of an ordinal date, as SEED headers give it.
  ///
  /// @throws IllegalArgumentException where there is no such UTC instant, or it is out of range
  public static Moment of(int year, int dayOfYear, int hour, int minute, int second, int nano) {
    if (year < 1678 || year > 2261) {
      throw new IllegalArgumentException("year " + year + " is outside 1678 to 2261");
    }
    if (dayOfYear < 1 || dayOfYear > Year.of(year).length()) {
      throw new IllegalArgumentException("day " + dayOfYear + " is not in the year " + year);
    }
    long day = LocalDate.ofYearDay(year, dayOfYear).toEpochDay();
    return ofDay(day, hour, minute, second, nano);
  }

  /// The instant of a calendar date.
  ///
  /// @throws IllegalArgumentException where there is no such UTC instant, or it is out of range
  public static Moment of(
      int year, int month, int dayOfMonth, int hour, int minute, int second, int nano) {
    try {
      LocalDate date = LocalDate.of(year, month, dayOfMonth);
      return of(year, date.getDayOfYear(), hour, minute, second, nano);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// The instant of a count of Unix time, which has no name for a leap second.
  public static Moment ofUnixNanos(long unixNanos) {
    long seconds = Math.floorDiv(unixNanos, SECOND);
    return new Moment(Math.addExact(unixNanos, offsetSeconds(leapsBefore(seconds)) * SECOND));
  }

  /// Unix time; inside a leap second it repeats the second before.
  public static long unixNanos(Moment moment) {
    long tai = Math.floorDiv(moment.taiNanos(), SECOND);
    int leaps = leapsAt(tai);
    return moment.taiNanos() - offsetSeconds(leaps) * SECOND;
  }

  /// Reads `2019-05-22T23:19:27.049`, an ordinal `2019-142T23:19:27`, or a date alone; `Z` may
  /// follow.
  ///
  /// @throws IllegalArgumentException for any other text
  public static Moment parse(String text) {
    Matcher match = TEXT.matcher(text.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no UTC time such as 2019-05-22T23:19:27.049");
    }
    int hour = number(match.group(5));
    int minute = number(match.group(6));
    int second = number(match.group(7));
    String fraction = match.group(8);
    int nano = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    int year = number(match.group(1));
    return match.group(4) != null
        ? of(year, number(match.group(4)), hour, minute, second, nano)
        : of(year, number(match.group(2)), number(match.group(3)), hour, minute, second, nano);
  }

  public static Fields fields(Moment moment) {
    long tai = Math.floorDiv(moment.taiNanos(), SECOND);
    int nano = (int) Math.floorMod(moment.taiNanos(), SECOND);
    int leaps = leapsAt(tai);
    long calendar = tai - offsetSeconds(leaps);
    // During an inserted second the old offset still holds and the calendar reads one day too far.
    boolean inserted = leaps < LEAPS.length && calendar == LEAP_CALENDAR_SECONDS[leaps];
    long shown = inserted ? calendar - 1 : calendar;
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(shown, EARTH_DAY_SECONDS));
    int ofDay = (int) Math.floorMod(shown, EARTH_DAY_SECONDS);
    return new Fields(
        date.getYear(),
        date.getMonthValue(),
        date.getDayOfMonth(),
        date.getDayOfYear(),
        ofDay / 3600,
        ofDay / 60 % 60,
        ofDay % 60 + (inserted ? 1 : 0),
        nano);
  }

  /// ISO 8601 with six decimals, or nine where the nanoseconds need them:
  /// `2019-05-22T23:19:27.049000Z`.
  public static String text(Moment moment) {
    Fields f = fields(moment);
    StringBuilder text = new StringBuilder(30);
    digits(text, f.year, 4).append('-');
    digits(text, f.month, 2).append('-');
    digits(text, f.dayOfMonth, 2).append('T');
    digits(text, f.hour, 2).append(':');
    digits(text, f.minute, 2).append(':');
    digits(text, f.second, 2).append('.');
    if (f.nano % 1000 == 0) {
      digits(text, f.nano / 1000, 6);
    } else {
      digits(text, f.nano, 9);
    }
    return text.append('Z').toString();
  }

  /// TAI - UTC at an instant, in whole seconds; 10 before 1972-07-01.
  public static int taiMinusUtcSeconds(Moment moment) {
    return offsetSeconds(leapsAt(Math.floorDiv(moment.taiNanos(), SECOND)));
  }

  private static Moment ofDay(long epochDay, int hour, int minute, int second, int nano) {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || nano < 0 || nano >= SECOND) {
      throw new IllegalArgumentException(
          "no such time of day: " + hour + ":" + minute + ":" + second + " and " + nano + " ns");
    }
    long calendar = epochDay * EARTH_DAY_SECONDS + hour * 3600L + minute * 60L + second;
    int leaps = leapsBefore(calendar);
    if (second == 60) {
      boolean inserted =
          leaps > 0
              && LEAP_CALENDAR_SECONDS[leaps - 1] == calendar
              && calendar % EARTH_DAY_SECONDS == 0;
      if (!inserted) {
        throw new IllegalArgumentException("there was no leap second at this time");
      }
      leaps--;
    } else if (second < 0 || second > 60) {
      throw new IllegalArgumentException("second " + second + " is outside 0 to 60");
    }
    long seconds = calendar + offsetSeconds(leaps);
    return new Moment(seconds * SECOND + nano);
  }

  private static int offsetSeconds(int leaps) {
    return FIRST_OFFSET_SECONDS + leaps;
  }

  /// How many leap seconds lie before a count of calendar seconds.
  private static int leapsBefore(long calendarSeconds) {
    int leaps = LEAPS.length;
    while (leaps > 0 && LEAP_CALENDAR_SECONDS[leaps - 1] > calendarSeconds) {
      leaps--;
    }
    return leaps;
  }

  /// How many leap seconds have passed whole at a count of TAI seconds.
  private static int leapsAt(long taiSeconds) {
    int leaps = LEAPS.length;
    while (leaps > 0 && LEAP_CALENDAR_SECONDS[leaps - 1] + offsetSeconds(leaps) > taiSeconds) {
      leaps--;
    }
    return leaps;
  }

  private static int number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static StringBuilder digits(StringBuilder text, int value, int width) {
    String digits = Integer.toString(value);
    return text.repeat('0', width - digits.length()).append(digits);
  }
}
