package org.jumelles.figure.chart;

/// A range of values along one side of a figure.
///
/// @param label what the values are, with their unit; may be empty
/// @param first the value at the left or lower end
/// @param last the value at the right or upper end; may be below `first`, which turns the axis
public record Axis(String label, double first, double last, Scale scale, Ticker ticker) {
  /// @throws IllegalArgumentException where the ends are equal, not finite, or, on a logarithmic
  ///     axis, not above zero
  public Axis {
    if (!Double.isFinite(first) || !Double.isFinite(last) || first == last) {
      throw new IllegalArgumentException("an axis from " + first + " to " + last);
    }
    if (scale == Scale.LOGARITHMIC && !(Math.min(first, last) > 0)) {
      throw new IllegalArgumentException(
          "a logarithmic axis from " + first + " to " + last + " does not stay above zero");
    }
  }

  public static Axis linear(String label, double first, double last) {
    return new Axis(label, first, last, Scale.LINEAR, Ticker.linear());
  }

  public static Axis logarithmic(String label, double first, double last) {
    return new Axis(label, first, last, Scale.LOGARITHMIC, Ticker.logarithmic());
  }

  public Axis withTicker(Ticker other) {
    return new Axis(label, first, last, scale, other);
  }

  double low() {
    return Math.min(first, last);
  }

  double high() {
    return Math.max(first, last);
  }

  /// 0 at the first end, 1 at the last.
  double fraction(double value) {
    double from = scale.of(first);
    return (scale.of(value) - from) / (scale.of(last) - from);
  }

  double value(double fraction) {
    double from = scale.of(first);
    return scale.inverse(from + fraction * (scale.of(last) - from));
  }
}
