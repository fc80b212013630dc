package org.jumelles.figure.chart;

/// Draws an image: each pixel shows the mean of the cells it covers, or the one it lies in.
final class HeatmapPainter {
  private HeatmapPainter() {}

  static void paint(Layer.Heatmap map, ColourBar bar, Plot plot, Pixels pixels) {
    Grid grid = map.grid();
    Plot.Box box = plot.box();
    int[] rows = new int[2 * box.height()];
    for (int y = 0; y < box.height(); y++) {
      double one = plot.verticalAt(box.y() + y);
      double two = plot.verticalAt(box.y() + y + 1);
      cells(grid.rows(), Math.min(one, two), Math.max(one, two), rows, 2 * y);
    }
    int[] columns = new int[2];
    for (int x = box.x(); x < box.x() + box.width(); x++) {
      double one = plot.horizontalAt(x);
      double two = plot.horizontalAt(x + 1);
      cells(grid.columns(), Math.min(one, two), Math.max(one, two), columns, 0);
      for (int y = 0; y < box.height() && columns[0] < columns[1]; y++) {
        float mean = mean(grid, columns[0], columns[1], rows[2 * y], rows[2 * y + 1]);
        if (!Float.isNaN(mean)) {
          pixels.set(x, box.y() + y, bar.rgb(map.level().of(mean)));
        }
      }
    }
  }

  /// Puts the first cell and the one after the last into `range`; an empty range outside the grid.
  private static void cells(Grid.Steps steps, double low, double high, int[] range, int at) {
    double from = steps.cell(low);
    double to = steps.cell(high);
    double middle = Math.floor((from + to) / 2);
    boolean fine = to - from <= 1;
    double first = fine ? middle : Math.rint(from);
    double end = fine ? middle + 1 : Math.max(Math.rint(from) + 1, Math.rint(to));
    range[at] = (int) Math.clamp(first, 0, steps.count());
    range[at + 1] = (int) Math.clamp(end, 0, steps.count());
  }

  /// The mean of the finite cells, or NaN where there is none.
  private static float mean(Grid grid, int left, int right, int low, int high) {
    double sum = 0;
    int count = 0;
    for (int column = left; column < right; column++) {
      int at = column * grid.rows().count();
      for (int row = low; row < high; row++) {
        float value = grid.values()[at + row];
        if (Math.abs(value) <= Float.MAX_VALUE) {
          sum += value;
          count++;
        }
      }
    }
    return count == 0 ? Float.NaN : (float) (sum / count);
  }
}
