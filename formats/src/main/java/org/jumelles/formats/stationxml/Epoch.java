package org.jumelles.formats.stationxml;

import java.util.Optional;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// From `start` up to, but without, `end`; open where one is not said.
///
/// An end beyond the year 2261 is [Moment#MAX].
public record Epoch(Optional<Moment> start, Optional<Moment> end) {
  public static final Epoch ALWAYS = new Epoch(Optional.empty(), Optional.empty());

  public Epoch {
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      throw new IllegalArgumentException(
          "an epoch that ends (" + end.get() + ") before it starts (" + start.get() + ")");
    }
  }

  public boolean contains(Moment moment) {
    return start.map(first -> !moment.isBefore(first)).orElse(true)
        && end.map(moment::isBefore).orElse(true);
  }

  public boolean overlaps(Span span) {
    return start.map(first -> !span.end().isBefore(first)).orElse(true)
        && end.map(last -> !last.isBefore(span.start())).orElse(true);
  }
}
