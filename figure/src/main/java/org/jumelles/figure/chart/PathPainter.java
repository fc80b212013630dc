package org.jumelles.figure.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// Draws lines and marks through free places; a place that is not finite breaks the line.
final class PathPainter {
  private PathPainter() {}

  static void paint(Layer.Path path, Plot plot, Graphics2D graphics, Ink ink) {
    Path2D.Double drawn = new Path2D.Double();
    boolean isDown = false;
    for (int i = 0; i + 1 < path.xy().length; i += 2) {
      double x = plot.x(path.xy()[i]);
      double y = plot.y(path.xy()[i + 1]);
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        isDown = false;
      } else if (isDown) {
        drawn.lineTo(x, y);
      } else {
        drawn.moveTo(x, y);
        isDown = true;
      }
    }
    graphics.setColor(path.colour());
    graphics.setStroke(
        new BasicStroke(
            (float) ink.px(path.width()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(drawn);
  }

  static void paint(Layer.Dots dots, Plot plot, Graphics2D graphics, Ink ink) {
    double radius = ink.px(dots.radius());
    for (int i = 0; i + 1 < dots.xy().length; i += 2) {
      double x = plot.x(dots.xy()[i]);
      double y = plot.y(dots.xy()[i + 1]);
      if (Double.isFinite(x) && Double.isFinite(y)) {
        Ellipse2D mark = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        graphics.setColor(dots.colour());
        graphics.fill(mark);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke((float) ink.px(0.7)));
        graphics.draw(mark);
      }
    }
  }
}
