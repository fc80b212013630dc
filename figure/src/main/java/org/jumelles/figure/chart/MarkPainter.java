package org.jumelles.figure.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Draws marks through all panels; their words stand in the first panel, one below the other where
/// they would collide.
final class MarkPainter {
  private static final int BAND_ALPHA = 38;

  private final Graphics2D graphics;
  private final Ink ink;

  MarkPainter(Graphics2D graphics, Ink ink) {
    this.graphics = graphics;
    this.ink = ink;
  }

  void paint(Figure figure, Painter.Frame frame) {
    List<Mark> inside =
        figure.marks().stream()
            .filter(m -> m.to() >= figure.bottom().low() && m.from() <= figure.bottom().high())
            .sorted(Comparator.comparingDouble(Mark::from))
            .toList();
    for (int i = 0; i < frame.boxes().size(); i++) {
      Plot.Box box = frame.boxes().get(i);
      // A tint over a heatmap would change the numbers that its colours tell.
      boolean tinted =
          figure.panels().get(i).layers().stream().noneMatch(Layer.Heatmap.class::isInstance);
      graphics.setClip(box.x(), box.y(), box.width(), box.height());
      inside.forEach(mark -> bar(mark, figure.bottom(), box, tinted));
    }
    graphics.setClip(null);
    words(inside, figure.bottom(), frame.boxes().getFirst());
  }

  private void bar(Mark mark, Axis axis, Plot.Box box, boolean tinted) {
    double from = box.x() + axis.fraction(mark.from()) * box.width();
    double to = box.x() + axis.fraction(mark.to()) * box.width();
    Color colour = mark.colour();
    if (to - from > 1) {
      if (tinted) {
        graphics.setColor(
            new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA));
        graphics.fill(new Rectangle2D.Double(from, box.y(), to - from, box.height()));
      }
      line(to, box, 0.8, colour);
    }
    line(from, box, 1.6, colour);
  }

  /// A line with a light edge, to be seen on dark and on bright ground.
  private void line(double x, Plot.Box box, double width, Color colour) {
    Line2D line = new Line2D.Double(x, box.y(), x, box.y() + box.height());
    graphics.setColor(new Color(255, 255, 255, 150));
    graphics.setStroke(new BasicStroke((float) ink.px(width + 1.6)));
    graphics.draw(line);
    graphics.setColor(colour);
    graphics.setStroke(new BasicStroke((float) ink.px(width)));
    graphics.draw(line);
  }

  private void words(List<Mark> marks, Axis axis, Plot.Box box) {
    double height = ink.height(ink.face().small()) + ink.px(1);
    int most = (int) Math.max(1, (box.height() - ink.px(4)) / height);
    List<Double> taken = new ArrayList<>();
    for (Mark mark : marks) {
      double width = ink.width(mark.label(), ink.face().small()) + ink.px(10);
      double at = box.x() + axis.fraction(Math.max(mark.from(), axis.low())) * box.width();
      double x = Math.min(at + ink.px(5), box.x() + box.width() - width);
      int lane = 0;
      while (lane < taken.size() && taken.get(lane) > x) {
        lane++;
      }
      if (lane >= most || mark.label().isEmpty()) {
        continue;
      }
      if (lane == taken.size()) {
        taken.add(0.0);
      }
      taken.set(lane, x + width);
      double y = box.y() + ink.px(2) + (lane + 0.8) * height;
      ink.plate(mark.label(), x, y, ink.face().small(), mark.colour());
    }
  }
}
