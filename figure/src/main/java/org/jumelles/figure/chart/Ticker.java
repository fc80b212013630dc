package org.jumelles.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// Chooses the ticks of an axis.
@FunctionalInterface
public interface Ticker {
  /// Ticks inside `low` to `high`, about `wanted` of them labelled.
  List<Tick> ticks(double low, double high, int wanted);

  /// Steps of 1, 2 or 5 times a power of ten.
  static Ticker linear() {
    return RoundTicks::linear;
  }

  /// Whole powers of ten, with 2 and 5 between them where few powers fit.
  static Ticker logarithmic() {
    return RoundTicks::logarithmic;
  }

  /// Exactly these.
  static Ticker fixed(List<Tick> ticks) {
    List<Tick> kept = List.copyOf(ticks);
    return (low, high, wanted) ->
        kept.stream().filter(t -> t.at() >= low && t.at() <= high).toList();
  }

  /// Steps of a clock (1, 2, 5, 10, 15, 30 seconds and minutes; 1, 2, 3, 6, 12 hours; days) that
  /// reads `offsetS + rate * x` of its own seconds at the place `x` of the axis.
  ///
  /// @param labeller gets the clock's reading in its own seconds, a multiple of the step
  static Ticker clock(double offsetS, double rate, ClockLabel labeller) {
    if (!(rate > 0) || !Double.isFinite(offsetS) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException("a clock of offset " + offsetS + " and rate " + rate);
    }
    return (low, high, wanted) -> {
      double from = offsetS + rate * low;
      double to = offsetS + rate * high;
      double step = RoundTicks.clockStep((to - from) / Math.max(1, wanted));
      List<Tick> ticks = new ArrayList<>();
      for (double k = Math.ceil(from / step - 1e-9); k * step <= to + step * 1e-9; k++) {
        ticks.add(new Tick((k * step - offsetS) / rate, labeller.text(k * step, step)));
      }
      return ticks;
    };
  }

  /// Says what a clock shows.
  @FunctionalInterface
  interface ClockLabel {
    /// @param readingS the clock's own seconds
    /// @param stepS the distance of two ticks, which tells how fine the text must be
    String text(double readingS, double stepS);
  }

  /// Steps of 1, 2 or 5 times a power of ten with the caller's own words.
  static Ticker linear(DoubleFunction<String> label) {
    return (low, high, wanted) ->
        RoundTicks.linear(low, high, wanted).stream()
            .map(t -> new Tick(t.at(), label.apply(t.at())))
            .toList();
  }
}
