package org.jumelles.service.login;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jumelles.kernel.time.Moment;

/// Values by secrets, each for a while, of which the oldest make room; in memory only.
final class Kept<T> {
  private final int most;
  private final long lifeNanos;
  private final Supplier<Moment> clock;
  private final Map<String, Until<T>> values = new LinkedHashMap<>();

  Kept(int most, long lifeNanos, Supplier<Moment> clock) {
    this.most = most;
    this.lifeNanos = lifeNanos;
    this.clock = clock;
  }

  private record Until<T>(T value, Moment end) {}

  synchronized void put(String secret, T value) {
    Moment now = clock.get();
    values.values().removeIf(one -> !now.isBefore(one.end));
    while (values.size() >= most) {
      values.remove(values.keySet().iterator().next());
    }
    values.put(secret, new Until<>(value, now.plusNanos(lifeNanos)));
  }

  synchronized Optional<T> find(String secret) {
    return good(Optional.ofNullable(values.get(secret)));
  }

  /// The value, which nobody gets again.
  synchronized Optional<T> take(String secret) {
    return good(Optional.ofNullable(values.remove(secret)));
  }

  private Optional<T> good(Optional<Until<T>> one) {
    return one.filter(kept -> clock.get().isBefore(kept.end)).map(kept -> kept.value);
  }
}
