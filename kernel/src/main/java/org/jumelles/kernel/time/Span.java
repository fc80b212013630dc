package org.jumelles.kernel.time;

/// A closed stretch of time, such as from the first sample to the last.
public record Span(Moment start, Moment end) {
  public Span {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "a span that ends (" + end + ") before it starts (" + start + ")");
    }
  }

  public long nanos() {
    return start.nanosUntil(end);
  }

  public boolean contains(Moment moment) {
    return !moment.isBefore(start) && !moment.isAfter(end);
  }

  public boolean overlaps(Span other) {
    return !other.end.isBefore(start) && !other.start.isAfter(end);
  }
}
