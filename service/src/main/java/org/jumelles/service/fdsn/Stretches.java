package org.jumelles.service.fdsn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.kernel.time.Span;

/// The stretches of one channel between its gaps that a request lets through.
///
/// Samples follow on where the next comes within half a sampling interval of its time. Memory goes
/// with the number of gaps.
record Stretches(List<Span> spans, boolean all) {
  static final Stretches ALL = new Stretches(List.of(), true);

  /// The parts of a record that lie in a window and in a stretch that is let through.
  Stream<RecordCut> cuts(Record record, Span window) {
    if (all) {
      return RecordCut.of(record, window).stream();
    }
    return spans.stream()
        .filter(span -> span.overlaps(window))
        .flatMap(span -> RecordCut.of(record, common(span, window)).stream());
  }

  private static Span common(Span a, Span b) {
    Moment start = a.start().isAfter(b.start()) ? a.start() : b.start();
    Moment end = a.end().isBefore(b.end()) ? a.end() : b.end();
    return new Span(start, end);
  }

  /// Joins the cuts of a channel's records to stretches; they must come in the order of time, and
  /// one that does not begins a stretch of its own.
  static final class Gathering {
    private final List<Span> spans = new ArrayList<>();
    private long lastIntervalNanos;

    void add(RecordCut cut) {
      double rateHz = cut.record().samplingRateHz();
      long intervalNanos = rateHz > 0 ? Sampling.nanos(1, rateHz) : 0;
      if (!spans.isEmpty()) {
        Span last = spans.getLast();
        Moment expected = last.end().plusNanos(lastIntervalNanos);
        boolean follows =
            Math.abs(expected.nanosUntil(cut.start())) <= lastIntervalNanos / 2
                && intervalNanos == lastIntervalNanos;
        boolean inside = last.contains(cut.start()) && intervalNanos == lastIntervalNanos;
        if (follows || inside) {
          Moment end = cut.end().isAfter(last.end()) ? cut.end() : last.end();
          spans.set(spans.size() - 1, new Span(last.start(), end));
          return;
        }
      }
      spans.add(new Span(cut.start(), cut.end()));
      lastIntervalNanos = intervalNanos;
    }

    /// @param minimumLengthS seconds from the first to the last sample
    Stretches kept(double minimumLengthS, boolean longestOnly) {
      List<Span> kept =
          spans.stream().filter(span -> span.nanos() >= minimumLengthS * 1e9).toList();
      return longestOnly
          ? new Stretches(
              kept.stream().max(Comparator.comparingLong(Span::nanos)).stream().toList(), false)
          : new Stretches(kept, false);
    }
  }
}
