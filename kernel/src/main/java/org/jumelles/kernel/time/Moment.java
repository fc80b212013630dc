package org.jumelles.kernel.time;

/// An instant on the continuous scale TAI.
///
/// @param taiNanos nanoseconds since 1970-01-01T00:00:00 TAI, leap seconds not an issue: TAI has
/// none
public record Moment(long taiNanos) implements Comparable<Moment> {
  public static final Moment MIN = new Moment(Long.MIN_VALUE);
  public static final Moment MAX = new Moment(Long.MAX_VALUE);

  public Moment plusNanos(long nanos) {
    return new Moment(Math.addExact(taiNanos, nanos));
  }

  /// Nanoseconds from here to `later`; negative where `later` is earlier.
  public long nanosUntil(Moment later) {
    return Math.subtractExact(later.taiNanos, taiNanos);
  }

  public boolean isBefore(Moment other) {
    return taiNanos < other.taiNanos;
  }

  public boolean isAfter(Moment other) {
    return taiNanos > other.taiNanos;
  }

  @Override
  public int compareTo(Moment other) {
    return Long.compare(taiNanos, other.taiNanos);
  }

  /// UTC, for people.
  @Override
  public String toString() {
    return Utc.text(this);
  }
}
