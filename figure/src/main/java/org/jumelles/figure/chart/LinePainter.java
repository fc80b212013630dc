package org.jumelles.figure.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/// Draws a line: as a path where pixels are many, as the range of each pixel column where values
/// are many.
final class LinePainter {
  private static final double DENSE_VALUES_PER_PIXEL = 3;
  private static final double FAR_PIXELS = 1e5;

  private LinePainter() {}

  static void paint(Layer.Line line, Plot plot, Graphics2D graphics, Pixels pixels) {
    Axis axis = plot.horizontal();
    double perPixel = (axis.high() - axis.low()) / plot.box().width() / line.series().step();
    if (perPixel >= DENSE_VALUES_PER_PIXEL && axis.scale() == Scale.LINEAR) {
      ranges(line, plot, pixels);
    } else {
      path(line, plot, graphics);
    }
  }

  private static void ranges(Layer.Line line, Plot plot, Pixels pixels) {
    Series series = line.series();
    double[] extent = new double[3];
    double last = Double.NaN;
    for (int column = plot.box().x(); column < plot.box().x() + plot.box().width(); column++) {
      double left = plot.horizontalAt(column);
      double right = plot.horizontalAt(column + 1);
      int from = index(series, Math.min(left, right));
      int to = index(series, Math.max(left, right));
      if (!extent(series.values(), series.from() + from, series.from() + to, extent)) {
        last = Double.NaN;
        continue;
      }
      double low = Double.isNaN(last) ? extent[0] : Math.min(extent[0], last);
      double high = Double.isNaN(last) ? extent[1] : Math.max(extent[1], last);
      last = extent[2];
      double one = place(line, plot, low);
      double two = place(line, plot, high);
      double half = line.width() / 2;
      pixels.column(
          column, Math.min(one, two) - half, Math.max(one, two) + half, plot.box(), line.colour());
    }
  }

  /// The first index at or after a place, within 0 to the count.
  private static int index(Series series, double place) {
    double at = Math.ceil((place - series.start()) / series.step());
    return (int) Math.clamp(at, 0, series.count());
  }

  /// Puts the least, the greatest and the last finite value into `extent`; false where there is
  /// none.
  private static boolean extent(double[] values, int from, int to, double[] extent) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double last = 0;
    for (int i = from; i < to; i++) {
      double value = values[i];
      if (Math.abs(value) <= Double.MAX_VALUE) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        last = value;
      }
    }
    extent[0] = low;
    extent[1] = high;
    extent[2] = last;
    return low <= high;
  }

  private static void path(Layer.Line line, Plot plot, Graphics2D graphics) {
    Series series = line.series();
    Path2D.Double path = new Path2D.Double();
    boolean broken = true;
    Axis axis = plot.horizontal();
    int from = Math.max(0, index(series, axis.low()) - 1);
    int to = Math.min(series.count(), index(series, axis.high()) + 1);
    for (int i = from; i < to; i++) {
      double value = series.values()[series.from() + i];
      if (!Double.isFinite(value)) {
        broken = true;
        continue;
      }
      double x = plot.x(series.start() + i * series.step());
      double y = place(line, plot, value);
      if (broken) {
        path.moveTo(x, y);
      }
      // A value alone between two gaps is a dot, two pixels long.
      path.lineTo(broken ? x + 1 : x, y);
      broken = false;
    }
    graphics.setColor(line.colour());
    graphics.setStroke(
        new BasicStroke(line.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path);
  }

  private static double place(Layer.Line line, Plot plot, double value) {
    double y = plot.y(line.offset() + line.gain() * value);
    return Double.isNaN(y) ? FAR_PIXELS : Math.clamp(y, -FAR_PIXELS, FAR_PIXELS);
  }
}
