package org.jumelles.figure.chart;

import java.util.List;
import java.util.Optional;

/// One chart of a figure's stack.
///
/// @param weight its share of the height, above zero
public record Panel(
    double weight,
    Axis left,
    Optional<Axis> right,
    Optional<ColourBar> colourBar,
    List<Layer> layers) {
  public Panel {
    layers = List.copyOf(layers);
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("a panel of weight " + weight);
    }
    if (colourBar.isEmpty() && layers.stream().anyMatch(l -> l instanceof Layer.Heatmap)) {
      throw new IllegalArgumentException("a panel with an image but no colour bar");
    }
  }

  public static Panel of(double weight, Axis left, List<Layer> layers) {
    return new Panel(weight, left, Optional.empty(), Optional.empty(), layers);
  }
}
