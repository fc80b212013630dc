package org.jumelles.kernel.time;

import java.time.LocalDateTime;

/// Terrestrial Time, TT = TAI + 32.184 s by definition (IAU 1991, resolution A4), the scale of
/// ephemerides. The "ET" of NAIF kernels is TDB, which stays within 2 ms of it.
public final class Tt {
  private static final long TT_MINUS_TAI_NANOS = 32_184_000_000L;
  private static final double EARTH_DAY_NANOS = 86_400e9;
  private static final double J2000_JULIAN_DATE = 2_451_545.0;

  /// 2000-01-01T12:00:00 TT.
  public static final Moment J2000 = of(LocalDateTime.of(2000, 1, 1, 12, 0));

  private Tt() {}

  public static LocalDateTime dateTime(Moment moment) {
    return Tai.dateTime(moment).plusNanos(TT_MINUS_TAI_NANOS);
  }

  public static Moment of(LocalDateTime dateTime) {
    return Tai.of(dateTime.minusNanos(TT_MINUS_TAI_NANOS));
  }

  /// Nanoseconds since 2000-01-01T12:00:00 TT; [ArithmeticException] before 1708.
  public static long nanosSinceJ2000(Moment moment) {
    return J2000.nanosUntil(moment);
  }

  public static Moment ofNanosSinceJ2000(long nanos) {
    return J2000.plusNanos(nanos);
  }

  /// The Julian date on the scale TT, in Earth days; good to 40 microseconds, as a `double` is.
  public static double julianDate(Moment moment) {
    return J2000_JULIAN_DATE + nanosSinceJ2000(moment) / EARTH_DAY_NANOS;
  }
}
