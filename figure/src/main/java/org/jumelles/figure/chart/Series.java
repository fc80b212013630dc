package org.jumelles.figure.chart;

import java.util.Objects;

/// Evenly spaced values along the horizontal axis; the array is shared, not copied.
///
/// @param from the first index used
/// @param count how many values are used
/// @param start the horizontal place of the value at `from`
/// @param step the horizontal distance of two values, above zero
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a series may be long.
public record Series(double[] values, int from, int count, double start, double step) {
  public Series {
    Objects.checkFromIndexSize(from, count, values.length);
    if (!Double.isFinite(start) || !(step > 0) || Double.isInfinite(step)) {
      throw new IllegalArgumentException("a series from " + start + " in steps of " + step);
    }
  }

  public static Series of(double[] values, double start, double step) {
    return new Series(values, 0, values.length, start, step);
  }
}
