package org.jumelles.kernel.time;

/// Evenly spaced instants: sample `i` lies at `start + i / rateHz`, to the nearest nanosecond.
///
/// Whole rates and whole periods are exact over any length; other rates are good to one nanosecond
/// over 2^52 nanoseconds (52 days) from the start.
///
/// @param rateHz samples a second, above zero and finite
/// @param count how many, at least zero
public record Sampling(Moment start, double rateHz, long count) {
  private static final long SECOND = 1_000_000_000L;

  public Sampling {
    if (!(rateHz > 0) || Double.isInfinite(rateHz)) {
      throw new IllegalArgumentException("a sampling rate of " + rateHz + " Hz");
    }
    if (count < 0) {
      throw new IllegalArgumentException(count + " samples");
    }
  }

  public Moment at(long index) {
    return start.plusNanos(nanos(index, rateHz));
  }

  /// The last sample's instant, or the start where there is none.
  public Moment last() {
    return count == 0 ? start : at(count - 1);
  }

  /// The index of the sample nearest to an instant; may lie outside 0 to `count`.
  public long nearest(Moment moment) {
    double seconds = start.nanosUntil(moment) / (double) SECOND;
    return Math.round(seconds * rateHz);
  }

  public Sampling from(long index, long newCount) {
    return new Sampling(at(index), rateHz, newCount);
  }

  /// How long `samples` sampling intervals last.
  ///
  /// @throws ArithmeticException beyond 292 years
  public static long nanos(long samples, double rateHz) {
    long whole = (long) rateHz;
    if (whole == rateHz && whole > 0 && whole <= SECOND) {
      long rest = samples % whole;
      return Math.addExact(
          Math.multiplyExact(samples / whole, SECOND), roundedDivision(rest * SECOND, whole));
    }
    long period = Math.round(1 / rateHz);
    if (period > 0 && 1.0 / period == rateHz) {
      return Math.multiplyExact(samples, Math.multiplyExact(period, SECOND));
    }
    double nanos = samples * (SECOND / rateHz);
    if (Math.abs(nanos) >= Long.MAX_VALUE) {
      throw new ArithmeticException(samples + " samples at " + rateHz + " Hz last too long");
    }
    return Math.round(nanos);
  }

  private static long roundedDivision(long value, long by) {
    return Math.floorDiv(value + by / 2, by);
  }
}
