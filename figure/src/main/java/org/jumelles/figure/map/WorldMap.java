package org.jumelles.figure.map;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.figure.chart.Axis;
import org.jumelles.figure.chart.ColourBar;
import org.jumelles.figure.chart.Figure;
import org.jumelles.figure.chart.Grid;
import org.jumelles.figure.chart.Layer;
import org.jumelles.figure.chart.Panel;
import org.jumelles.figure.chart.Tick;
import org.jumelles.figure.chart.Ticker;

/// One map of the whole Earth or of a part of it.
///
/// @param view what of the Earth is shown
/// @param layers drawn over the coastlines' ground and under the coastlines, first to last
public record WorldMap(
    Figure.Caption caption, View view, Optional<ColourBar> colours, List<Layer> layers) {
  private static final Color COAST = new Color(0x30, 0x30, 0x30);
  private static final Color GRATICULE = new Color(0x80, 0x80, 0x80, 0x60);
  private static final double STEP_DEG = 30;

  public WorldMap {
    layers = List.copyOf(layers);
  }

  /// A rectangle of longitudes and latitudes in degrees; it does not cross the date line.
  public record View(double westDeg, double eastDeg, double southDeg, double northDeg) {
    public static final View WORLD = new View(-180, 180, -90, 90);

    public View {
      if (!(westDeg >= -180 && westDeg < eastDeg && eastDeg <= 180)
          || !(southDeg >= -90 && southDeg < northDeg && northDeg <= 90)) {
        throw new IllegalArgumentException(
            "a map from "
                + westDeg
                + " to "
                + eastDeg
                + " east, "
                + southDeg
                + " to "
                + northDeg
                + " north");
      }
    }
  }

  /// An image of cells of equal angle.
  ///
  /// @param values row by row from the south, in each from -180 eastwards; NaN stays blank
  public static Layer cells(double[] values, int rows, int columns) {
    if ((long) rows * columns != values.length) {
      throw new IllegalArgumentException(values.length + " values for " + rows + " x " + columns);
    }
    float[] turned = new float[values.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = (float) values[row * columns + column];
      }
    }
    double high = 180.0 / rows;
    double wide = 360.0 / columns;
    return new Layer.Heatmap(
        new Grid(
            turned,
            new Grid.Steps(columns, -180 + wide / 2, wide),
            new Grid.Steps(rows, -90 + high / 2, high)),
        Layer.Level.VALUE);
  }

  public Figure figure(Figure.Size size) {
    List<Layer> all = new ArrayList<>(layers);
    graticule(all);
    Coastlines.lines().forEach(line -> all.add(new Layer.Path(line, COAST, 0.9f)));
    Axis left =
        Axis.linear("", view.southDeg(), view.northDeg())
            .withTicker(ticker(view.northDeg() - view.southDeg(), "N", "S"));
    Axis bottom =
        Axis.linear("", view.westDeg(), view.eastDeg())
            .withTicker(ticker(view.eastDeg() - view.westDeg(), "E", "W"));
    Panel panel = new Panel(1, left, Optional.empty(), colours, all);
    return new Figure(caption, size, bottom, Optional.empty(), List.of(panel), List.of());
  }

  private static void graticule(List<Layer> all) {
    for (double lon = -180 + STEP_DEG; lon < 180; lon += STEP_DEG) {
      all.add(new Layer.Path(new double[] {lon, -90, lon, 90}, GRATICULE, 0.5f));
    }
    for (double lat = -90 + STEP_DEG; lat < 90; lat += STEP_DEG) {
      all.add(new Layer.Path(new double[] {-180, lat, 180, lat}, GRATICULE, 0.5f));
    }
  }

  private static Ticker ticker(double range, String above, String below) {
    if (range < 2 * STEP_DEG) {
      return Ticker.linear(value -> label(value, above, below));
    }
    List<Tick> ticks = new ArrayList<>();
    for (double at = -180; at <= 180; at += STEP_DEG) {
      ticks.add(new Tick(at, label(at, above, below)));
    }
    return Ticker.fixed(ticks);
  }

  private static String label(double deg, String above, String below) {
    String number =
        deg == Math.rint(deg)
            ? String.format(Locale.ROOT, "%.0f\u00b0", Math.abs(deg))
            : String.format(Locale.ROOT, "%.2f\u00b0", Math.abs(deg));
    if (deg == 0 || Math.abs(deg) == 180) {
      return number;
    }
    return number + (deg > 0 ? above : below);
  }
}
