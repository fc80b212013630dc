package org.jumelles.figure.chart;

import java.awt.Color;

/// One thing drawn in a panel; later layers lie over earlier ones.
public sealed interface Layer {

  /// A line through evenly spaced values, broken at values that are not finite. Where several
  /// values fall into one pixel column, their full range is drawn, so that no peak is lost.
  ///
  /// @param offset added to each value after the gain: `offset + gain * value`
  /// @param width of the line in pixels
  record Line(Series series, double offset, double gain, Color colour, float width)
      implements Layer {
    public static Line of(Series series, Color colour) {
      return new Line(series, 0, 1, colour, 1.1f);
    }
  }

  /// An image of evenly spaced columns and rows, in the colours of the panel's colour bar. Each
  /// pixel shows the mean of the cells it covers, or the one cell it lies in; a cell that is not
  /// finite stays blank.
  record Heatmap(Grid grid, Level level) implements Layer {}

  /// A line through places, x and y in turn; the array is shared, not copied.
  ///
  /// @param width in pixels
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  record Path(double[] xy, Color colour, float width) implements Layer {}

  /// A round mark at each place, x and y in turn; the array is shared, not copied.
  ///
  /// @param radius in pixels
  @SuppressWarnings("ArrayRecordComponent") // shared on purpose
  record Dots(double[] xy, Color colour, float radius) implements Layer {}

  /// Words at a place inside the panel.
  record Note(double x, double y, String text, Color colour) implements Layer {}

  /// What of a cell's value the colour shows.
  enum Level {
    VALUE,
    /// `10 log10(value)`, taken after the mean.
    DECIBEL;

    public double of(double value) {
      return this == VALUE ? value : 10 * Math.log10(value);
    }
  }
}
