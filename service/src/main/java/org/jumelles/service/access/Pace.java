package org.jumelles.service.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Lets so many requests a minute through, for each who asks: a minute's worth at once, then as
/// they flow.
public final class Pace {
  private static final int REMEMBERED = 10_000;
  private static final double NANOS_A_MINUTE = 60e9;

  private final int perMinute;
  private final LongSupplier clockNanos;

  /// A bucket that is forgotten was the one longest unused, which had filled again.
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Bucket(double left, long atNanos) {}

  /// @param perMinute zero for no limit
  /// @param clockNanos that never goes back
  public Pace(int perMinute, LongSupplier clockNanos) {
    this.perMinute = perMinute;
    this.clockNanos = clockNanos;
  }

  /// Seconds after which to ask again, rounded up; zero for whoever may go on.
  public long waitSeconds(String who) {
    return take(who, 1);
  }

  /// The same, but nothing is taken.
  public long waitSecondsWithoutTaking(String who) {
    return take(who, 0);
  }

  private long take(String who, int amount) {
    if (perMinute == 0) {
      return 0;
    }
    long now = clockNanos.getAsLong();
    synchronized (buckets) {
      Bucket before = buckets.getOrDefault(who, new Bucket(perMinute, now));
      double gained = (now - before.atNanos) / NANOS_A_MINUTE * perMinute;
      double left = Math.min(perMinute, before.left + gained);
      if (left >= 1) {
        buckets.put(who, new Bucket(left - amount, now));
        return 0;
      }
      buckets.put(who, new Bucket(left, now));
      return (long) Math.ceil((1 - left) / perMinute * 60);
    }
  }
}
