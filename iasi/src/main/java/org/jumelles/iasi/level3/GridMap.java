package org.jumelles.iasi.level3;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.figure.chart.ColourBar;
import org.jumelles.figure.chart.ColourMap;
import org.jumelles.figure.chart.Figure;
import org.jumelles.figure.map.WorldMap;

/// A map of one day, one half of it and one quantity.
public final class GridMap {
  /// Colours run over the middle nine tenths of the values, so that one cell spoils no map.
  private static final double LOW = 0.05;

  private GridMap() {}

  /// @param day one of [DailyGrids#days]
  /// @param source the words under the map: where the data come from
  public static Figure of(
      DailyGrids grids, long day, DailyGrids.Half half, int quantity, String source) {
    Cells cells = grids.cells(day, half, quantity);
    double[] values = new double[grids.grid().rows() * grids.grid().columns()];
    Arrays.setAll(values, cells::mean);
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    DailyGrids.Quantity what = grids.quantities().get(quantity);
    double low = known.length == 0 ? 0 : known[(int) (LOW * (known.length - 1))];
    double high = known.length == 0 ? 1 : known[(int) ((1 - LOW) * (known.length - 1))];
    double top = high > low ? high : low + 1;
    String label = what.unit().equals("1") ? what.longName() : what.longName() + ", " + what.unit();
    String part = half == DailyGrids.Half.BEFORE_NOON ? "before" : "after";
    String date = LocalDate.of(2000, 1, 1).plusDays(day).toString();
    Figure.Caption caption =
        new Figure.Caption(
            what.longName(),
            date + ", " + part + " local solar noon",
            String.format(
                Locale.ROOT,
                "Mean in cells of %s degrees, %d with data. %s Coastlines: Natural Earth.",
                grids.grid().stepDeg(),
                known.length,
                source));
    WorldMap map =
        new WorldMap(
            caption,
            WorldMap.View.WORLD,
            Optional.of(new ColourBar(label, low, top, ColourMap.VIRIDIS)),
            List.of(WorldMap.cells(values, grids.grid().rows(), grids.grid().columns())));
    return map.figure(Figure.Size.SCREEN);
  }
}
