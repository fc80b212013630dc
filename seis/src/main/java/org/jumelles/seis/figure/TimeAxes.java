package org.jumelles.seis.figure;

import java.util.List;
import java.util.Locale;
import org.jumelles.figure.chart.Axis;
import org.jumelles.figure.chart.Ticker;
import org.jumelles.kernel.time.LocalClock;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.trace.Trace;

/// The horizontal axis in seconds since a start, read by two clocks.
final class TimeAxes {
  static final double LOCAL_DAY_S = 86_400;
  private static final double NANOS = 1e9;

  private TimeAxes() {}

  static double seconds(Moment from, Moment to) {
    return from.nanosUntil(to) / NANOS;
  }

  /// From the first sample to the end of the last; one second where there are none.
  static Span span(List<Trace> stretches) {
    Moment start = stretches.stream().map(Trace::start).min(Moment::compareTo).orElseThrow();
    Moment end =
        stretches.stream()
            .map(t -> t.sampling().at(t.count()))
            .max(Moment::compareTo)
            .orElseThrow();
    return new Span(start, end.isAfter(start) ? end : start.plusNanos(1_000_000_000L));
  }

  /// Ticks at whole steps of the UTC day; a leap second within the span shifts those after it.
  static Axis utc(Span span) {
    Utc.Fields f = Utc.fields(span.start());
    double ofDay = f.hour() * 3600.0 + f.minute() * 60.0 + f.second() + f.nano() / NANOS;
    Moment midnight = span.start().plusNanos(-Math.round(ofDay * NANOS));
    String date = Utc.text(span.start()).substring(0, 10);
    Ticker ticker =
        Ticker.clock(
            ofDay,
            1,
            (reading, step) -> {
              boolean newDay = Math.floorMod(Math.round(reading), 86_400L) == 0 && reading > 0;
              String day =
                  Utc.text(midnight.plusNanos(Math.round(reading * NANOS))).substring(5, 10);
              return newDay ? day + " " + hours(reading, step) : hours(reading, step);
            });
    return Axis.linear("UTC, from " + date, 0, seconds(span.start(), span.end()))
        .withTicker(ticker);
  }

  static Axis local(Span span, LocalClock clock) {
    long sol = clock.sol(span.start());
    double rate = LOCAL_DAY_S / (clock.solNanos() / NANOS);
    double offset = seconds(clock.midnight(sol), span.start()) * rate;
    Ticker ticker =
        Ticker.clock(
            offset,
            rate,
            (reading, step) -> {
              long day = sol + Math.floorDiv(Math.round(reading), 86_400L);
              boolean newSol = Math.floorMod(Math.round(reading), 86_400L) == 0;
              return newSol ? "sol " + day + " 00:00" : hours(reading, step);
            });
    return Axis.linear(clock.name() + ", from sol " + sol, 0, seconds(span.start(), span.end()))
        .withTicker(ticker);
  }

  /// `14:10`, with seconds where the step needs them.
  static String hours(double readingS, double stepS) {
    double ofDay = readingS - Math.floor((readingS + 1e-6) / LOCAL_DAY_S) * LOCAL_DAY_S;
    long whole = (long) Math.floor(ofDay + 1e-6);
    String text = String.format(Locale.ROOT, "%02d:%02d", whole / 3600, whole / 60 % 60);
    if (stepS >= 60) {
      return text;
    }
    return stepS >= 1
        ? text + String.format(Locale.ROOT, ":%02d", whole % 60)
        : text + String.format(Locale.ROOT, ":%06.3f", ofDay % 60);
  }
}
