package org.jumelles.figure.chart;

import java.awt.Color;

/// A labelled vertical bar through all panels; a line where it begins and ends at one place.
///
/// @param from where it begins on the horizontal axis
/// @param to where it ends, not before `from`
public record Mark(double from, double to, String label, Color colour) {
  public Mark {
    if (!(from <= to) || !Double.isFinite(from) || !Double.isFinite(to)) {
      throw new IllegalArgumentException("a mark from " + from + " to " + to);
    }
  }
}
