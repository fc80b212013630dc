package org.jumelles.kernel.time;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// International Atomic Time, read as a calendar of 86,400-second days without leap seconds.
///
/// The range is that of [Moment]; [ArithmeticException] beyond it.
public final class Tai {
  private static final long SECOND = 1_000_000_000L;

  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  private Tai() {}

  public static LocalDateTime dateTime(Moment moment) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(moment.taiNanos(), SECOND),
        Math.floorMod(moment.taiNanos(), (int) SECOND),
        ZoneOffset.UTC);
  }

  public static Moment of(LocalDateTime dateTime) {
    return new Moment(ChronoUnit.NANOS.between(EPOCH, dateTime));
  }
}
