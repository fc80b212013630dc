package org.jumelles.kernel.time;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A local mean solar time: days of one length, called sols, counted from one that a mission chose,
/// each cut into 24 local hours of 60 minutes of 60 seconds.
///
/// A local second is longer than an SI second by the sol's length over 86,400 s (1.02749125 where a
/// sol has 88,775.244 s) [Allison2000]. All arithmetic is in whole nanoseconds, local ones and SI
/// ones: where a sol has no fewer SI nanoseconds than local ones, a local time survives the way to
/// a [Moment] and back exactly; a moment comes back the same or one nanosecond earlier, because a
/// sol has fewer local nanoseconds than SI ones.
///
/// @param name the clock's name for people
/// @param solZeroMidnight when sol 0 began, 00:00:00 local time
/// @param solNanos SI nanoseconds of one sol, above zero
public record LocalClock(String name, Moment solZeroMidnight, long solNanos) {
  private static final long LOCAL_SECOND = 1_000_000_000L;
  private static final long LOCAL_SOL = 86_400 * LOCAL_SECOND;

  public LocalClock {
    if (solNanos <= 0) {
      throw new IllegalArgumentException("a sol of " + solNanos + " ns");
    }
  }

  /// A sol's number and the local time in it.
  ///
  /// @param sol 0 is the sol of the landing; earlier ones are negative
  /// @param localNanos local nanoseconds since local midnight, 0 to 86,400 x 10^9 - 1
  public record LocalTime(long sol, long localNanos) implements Comparable<LocalTime> {
    private static final Pattern TEXT =
        Pattern.compile(
            "(?:sol ?)?(-?\\d{1,7})[ T,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?"
                + "(?: LMST)?",
            Pattern.CASE_INSENSITIVE);

    public LocalTime {
      if (localNanos < 0 || localNanos >= LOCAL_SOL) {
        throw new IllegalArgumentException("no sol has " + localNanos + " local nanoseconds");
      }
    }

    public static LocalTime of(long sol, int hour, int minute, int second, int nano) {
      if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
        throw new IllegalArgumentException("local time " + hour + ":" + minute + ":" + second);
      }
      if (nano < 0 || nano >= LOCAL_SECOND) {
        throw new IllegalArgumentException(nano + " local nanoseconds of a second");
      }
      return new LocalTime(sol, (hour * 3600L + minute * 60L + second) * LOCAL_SECOND + nano);
    }

    /// Reads `sol 173 14:10:38.983`, also without `sol`, with `T` or a comma for the space, without
    /// seconds, with up to nine decimals.
    public static LocalTime parse(String text) {
      Matcher parts = TEXT.matcher(text.strip());
      if (!parts.matches()) {
        throw new IllegalArgumentException("not a sol and a local time: " + text);
      }
      String second = parts.group(4);
      String decimals = parts.group(5);
      return of(
          Long.parseLong(parts.group(1)),
          Integer.parseInt(parts.group(2)),
          Integer.parseInt(parts.group(3)),
          second == null ? 0 : Integer.parseInt(second),
          decimals == null ? 0 : Integer.parseInt((decimals + "00000000").substring(0, 9)));
    }

    public int hour() {
      return (int) (localNanos / (3600 * LOCAL_SECOND));
    }

    public int minute() {
      return (int) (localNanos / (60 * LOCAL_SECOND) % 60);
    }

    public int second() {
      return (int) (localNanos / LOCAL_SECOND % 60);
    }

    public int nano() {
      return (int) (localNanos % LOCAL_SECOND);
    }

    /// `sol 173 14:10:38.983`, to the nearest local millisecond.
    @Override
    public String toString() {
      long millis = (localNanos + 500_000) / 1_000_000;
      long shownSol = sol + millis / 86_400_000;
      long rest = millis % 86_400_000;
      return String.format(
          Locale.ROOT,
          "sol %d %02d:%02d:%02d.%03d",
          shownSol,
          rest / 3_600_000,
          rest / 60_000 % 60,
          rest / 1000 % 60,
          rest % 1000);
    }

    @Override
    public int compareTo(LocalTime other) {
      return sol != other.sol
          ? Long.compare(sol, other.sol)
          : Long.compare(localNanos, other.localNanos);
    }
  }

  /// The local time of an instant, local nanoseconds rounded down.
  ///
  /// @throws ArithmeticException more than 292 years from sol 0
  public LocalTime localTime(Moment moment) {
    long elapsed = solZeroMidnight.nanosUntil(moment);
    long inSol = Math.floorMod(elapsed, solNanos);
    return new LocalTime(Math.floorDiv(elapsed, solNanos), scaledDown(inSol, LOCAL_SOL, solNanos));
  }

  /// The first instant that has this local time.
  ///
  /// @throws ArithmeticException more than 292 years from sol 0
  public Moment moment(LocalTime local) {
    long inSol = -scaledDown(-local.localNanos, solNanos, LOCAL_SOL);
    return midnight(local.sol).plusNanos(inSol);
  }

  /// The sol in which an instant lies.
  public long sol(Moment moment) {
    return Math.floorDiv(solZeroMidnight.nanosUntil(moment), solNanos);
  }

  /// When a sol begins.
  public Moment midnight(long sol) {
    return solZeroMidnight.plusNanos(Math.multiplyExact(sol, solNanos));
  }

  /// A sol from its midnight to one nanosecond before the next, since a [Span] is closed.
  public Span span(long sol) {
    return span(sol, sol);
  }

  /// The sols `first` to `last`, both whole.
  public Span span(long first, long last) {
    return new Span(midnight(first), midnight(last).plusNanos(solNanos - 1));
  }

  /// value * times / by, rounded towards minus infinity; the product may pass 2^63.
  private static long scaledDown(long value, long times, long by) {
    BigInteger[] parts =
        BigInteger.valueOf(value)
            .multiply(BigInteger.valueOf(times))
            .divideAndRemainder(BigInteger.valueOf(by));
    return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
  }
}
