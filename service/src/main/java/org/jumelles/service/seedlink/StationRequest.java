package org.jumelles.service.seedlink;

import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.text.Glob;
import org.jumelles.kernel.time.Moment;

/// What a client wants of the stations that match a pattern.
///
/// @param station pattern over `NET_STA`
/// @param selectors none: every stream
/// @param windowStart packets that end after it
/// @param windowEnd packets that start before it
record StationRequest(
    Glob station,
    List<Selector> selectors,
    From from,
    Optional<Moment> windowStart,
    Optional<Moment> windowEnd) {
  StationRequest {
    selectors = List.copyOf(selectors);
  }

  /// Where to begin.
  sealed interface From {
    /// With the next packet; a client that dials up means all that is there.
    record Next() implements From {}

    record All() implements From {}

    record At(long number) implements From {}

    /// The low 24 bits of a number, as version 3 knows it.
    record Low24(int low) implements From {}
  }

  static StationRequest of(Glob station) {
    return new StationRequest(
        station, List.of(), new From.Next(), Optional.empty(), Optional.empty());
  }

  StationRequest with(List<Selector> wanted) {
    return new StationRequest(station, wanted, from, windowStart, windowEnd);
  }

  StationRequest begin(From where, Optional<Moment> start, Optional<Moment> end) {
    return new StationRequest(station, selectors, where, start, end);
  }

  boolean takes(StreamName name) {
    return selectors.isEmpty()
        || selectors.stream().noneMatch(s -> !s.excludes())
        || selectors.stream().anyMatch(s -> !s.excludes() && s.matches(name));
  }

  boolean takes(StreamName name, String format) {
    if (selectors.stream().anyMatch(s -> s.excludes() && s.matches(name, format))) {
      return false;
    }
    return selectors.stream().allMatch(Selector::excludes)
        || selectors.stream().anyMatch(s -> !s.excludes() && s.matches(name, format));
  }

  /// The first filter of a selector that matches.
  Optional<String> filter(StreamName name, String format) {
    return selectors.stream()
        .filter(s -> !s.excludes() && s.matches(name, format))
        .findFirst()
        .flatMap(Selector::filter);
  }

  boolean isInside(Moment start, Moment end) {
    return windowStart.map(end::isAfter).orElse(true)
        && windowEnd.map(start::isBefore).orElse(true);
  }

  /// The first number to send.
  ///
  /// @param next the number that the next record will get
  long first(boolean dialUp, long next) {
    return switch (from) {
      case From.Next() -> dialUp || windowStart.isPresent() ? 0 : next;
      case From.All() -> 0;
      case From.At(long number) -> Math.min(number, next);
      case From.Low24(int low) -> {
        long candidate = (next & ~0xFFFFFFL) | low;
        long before = candidate - (1L << 24);
        yield candidate <= next ? candidate : before >= 0 ? before : next;
      }
    };
  }
}
