package org.jumelles.figure.chart;

/// Evenly spaced cells; the array is shared, not copied.
///
/// @param values column after column, each of `rows` values from the first row up
/// @param columns evenly spaced places along the horizontal axis: the centres of the cells
/// @param rows evenly spaced places along the vertical axis: the centres of the cells
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose: a grid may be large.
public record Grid(float[] values, Steps columns, Steps rows) {
  public Grid {
    if ((long) columns.count() * rows.count() != values.length) {
      throw new IllegalArgumentException(
          values.length + " values for " + columns.count() + " columns of " + rows.count());
    }
  }

  /// `count` places from `first` in steps of `step`.
  public record Steps(int count, double first, double step) {
    public Steps {
      if (count < 0 || !Double.isFinite(first) || !(step > 0) || Double.isInfinite(step)) {
        throw new IllegalArgumentException(count + " steps of " + step + " from " + first);
      }
    }

    /// The cell index, with its fraction, of the lower edge at a place: cell `i` is `i` to `i + 1`.
    double cell(double place) {
      return (place - first) / step + 0.5;
    }
  }
}
