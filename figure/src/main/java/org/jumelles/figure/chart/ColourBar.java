package org.jumelles.figure.chart;

/// Which colour stands for which value, drawn beside a panel of images.
///
/// @param label what the colour shows, with its unit
/// @param low the value of the first colour; what lies below gets the same colour
/// @param high the value of the last colour; what lies above gets the same colour
public record ColourBar(String label, double low, double high, ColourMap map) {
  public ColourBar {
    if (!Double.isFinite(low) || !Double.isFinite(high) || !(low < high)) {
      throw new IllegalArgumentException("a colour bar from " + low + " to " + high);
    }
  }

  int rgb(double value) {
    return map.rgb((value - low) / (high - low));
  }
}
