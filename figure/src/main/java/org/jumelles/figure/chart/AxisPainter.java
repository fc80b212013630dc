package org.jumelles.figure.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Draws axes, grid lines, colour bars and the words around the panels.
final class AxisPainter {
  private final Graphics2D graphics;
  private final Ink ink;
  private final Painter.Frame frame;

  AxisPainter(Graphics2D graphics, Ink ink, Painter.Frame frame) {
    this.graphics = graphics;
    this.ink = ink;
    this.frame = frame;
  }

  /// Light lines at the labelled ticks; none under an image, where they would show in its gaps.
  void grid(Axis bottom, Plot plot, boolean covered) {
    if (covered) {
      return;
    }
    Plot.Box box = plot.box();
    graphics.setColor(Ink.LIGHT);
    graphics.setStroke(new BasicStroke((float) ink.px(1)));
    for (Tick tick : across(bottom, box)) {
      double x = pixel(plot.x(tick.at()));
      graphics.draw(new Line2D.Double(x, box.y(), x, box.y() + box.height()));
    }
    for (Tick tick : up(plot.vertical(), box)) {
      if (!tick.label().isEmpty()) {
        double y = pixel(plot.y(tick.at()));
        graphics.draw(new Line2D.Double(box.x(), y, box.x() + box.width(), y));
      }
    }
  }

  void sides(Panel panel, Plot plot) {
    Plot.Box box = plot.box();
    graphics.setColor(Ink.DARK);
    graphics.setStroke(new BasicStroke((float) ink.px(1)));
    graphics.draw(
        new Rectangle2D.Double(box.x() - 0.5, box.y() - 0.5, box.width() + 1, box.height() + 1));
    vertical(panel.left(), box, box.x() - 0.5, -1);
    double middle = box.y() + box.height() / 2.0;
    String label = ink.fitted(panel.left().label(), ink.face().label(), box.height() * 1.15);
    ink.upwards(label, frame.labelX(), middle, ink.face().label());
    double x = box.x() + box.width() + 0.5;
    if (panel.right().isPresent()) {
      Axis right = panel.right().get();
      x =
          vertical(right, box, x, 1)
              + ink.px(FrameLayout.PAD)
              + ink.height(ink.face().label()) * 0.8;
      ink.upwards(right.label(), x, middle, ink.face().label());
    }
    if (panel.colourBar().isPresent()) {
      colourBar(panel.colourBar().get(), box, x + ink.px(2 * FrameLayout.PAD));
    }
  }

  /// Ticks and their words beside a panel; returns how far out they reach.
  private double vertical(Axis axis, Plot.Box box, double x, int side) {
    double reach = x;
    double lastY = Double.NaN;
    graphics.setColor(Ink.DARK);
    for (Tick tick : up(axis, box)) {
      double y = box.y() + (1 - axis.fraction(tick.at())) * box.height();
      double length = ink.px(tick.label().isEmpty() ? FrameLayout.TICK / 2 : FrameLayout.TICK);
      graphics.draw(new Line2D.Double(x, pixel(y), x + side * length, pixel(y)));
      double words = x + side * ink.px(FrameLayout.TICK + 3);
      boolean free = !(Math.abs(y - lastY) < 0.8 * ink.height(ink.face().tick()));
      if (!tick.label().isEmpty() && free) {
        ink.beside(tick.label(), words, y, ink.face().tick(), side < 0 ? 1 : 0);
        reach = Math.max(reach, words + ink.width(tick.label(), ink.face().tick()));
        lastY = y;
      }
    }
    return reach;
  }

  private void colourBar(ColourBar bar, Plot.Box box, double x) {
    int width = (int) Math.round(ink.px(FrameLayout.BAR_WIDTH));
    int left = (int) Math.round(x);
    int arrow = Math.min(width * 2 / 3, box.height() / 8);
    int top = box.y() + arrow;
    int height = box.height() - 2 * arrow;
    for (int y = 0; y < height; y++) {
      double fraction = 1 - (y + 0.5) / height;
      graphics.setColor(new Color(bar.map().rgb(fraction)));
      graphics.fillRect(left, top + y, width, 1);
    }
    // The pointed ends say that what lies beyond the range has the end's colour.
    double centre = left + width / 2.0;
    Path2D outline = polygon(left, top, centre, box.y(), left + width, top);
    graphics.setColor(new Color(bar.map().rgb(1)));
    graphics.fill(outline);
    double foot = top + height;
    Path2D below = polygon(left, foot, centre, box.y() + box.height(), left + width, foot);
    graphics.setColor(new Color(bar.map().rgb(0)));
    graphics.fill(below);
    graphics.setColor(Ink.DARK);
    graphics.setStroke(new BasicStroke((float) ink.px(0.8)));
    Path2D around = polygon(left, foot, left, top, centre, box.y(), left + width, top);
    around.lineTo(left + width, foot);
    around.lineTo(centre, box.y() + box.height());
    around.closePath();
    graphics.draw(around);
    Plot.Box inner = new Plot.Box(left, top, width, height);
    double reach = vertical(FrameLayout.barAxis(bar), inner, left + width, 1);
    double labelX = reach + ink.px(FrameLayout.PAD) + ink.height(ink.face().label()) * 0.8;
    ink.upwards(bar.label(), labelX, box.y() + box.height() / 2.0, ink.face().label());
  }

  private static Path2D polygon(double... xy) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    return path;
  }

  void horizontal(Figure figure) {
    Plot.Box first = frame.boxes().getFirst();
    Plot.Box last = frame.boxes().getLast();
    double foot = last.y() + last.height() + 0.5;
    double words = foot + ink.px(FrameLayout.TICK + 2) + ink.height(ink.face().tick()) * 0.85;
    row(figure.bottom(), last, foot, 1, words);
    double centre = last.x() + last.width() / 2.0;
    double labelY = words + ink.height(ink.face().label()) * 1.15;
    ink.text(figure.bottom().label(), centre, labelY, ink.face().label(), 0.5);
    if (figure.top().isPresent()) {
      double head = first.y() - 0.5;
      double topWords = head - ink.px(FrameLayout.TICK + 4);
      Axis top = figure.top().get();
      row(top, first, head, -1, topWords);
      double topLabel = topWords - ink.height(ink.face().tick()) * 1.1;
      ink.text(top.label(), centre, topLabel, ink.face().label(), 0.5);
    }
    for (Plot.Box box : frame.boxes()) {
      if (box.y() != last.y()) {
        row(figure.bottom().withTicker(blank(figure.bottom(), box)), box, bottomOf(box), 1, 0);
      }
    }
  }

  private static double bottomOf(Plot.Box box) {
    return box.y() + box.height() + 0.5;
  }

  private Ticker blank(Axis axis, Plot.Box box) {
    return Ticker.fixed(across(axis, box).stream().map(t -> new Tick(t.at(), "")).toList());
  }

  private void row(Axis axis, Plot.Box box, double y, int side, double words) {
    graphics.setColor(Ink.DARK);
    graphics.setStroke(new BasicStroke((float) ink.px(1)));
    double taken = Double.NEGATIVE_INFINITY;
    for (Tick tick : across(axis, box)) {
      double x = box.x() + axis.fraction(tick.at()) * box.width();
      double length = ink.px(tick.label().isEmpty() ? FrameLayout.TICK / 2 : FrameLayout.TICK);
      graphics.draw(new Line2D.Double(pixel(x), y, pixel(x), y + side * length));
      double half = ink.width(tick.label(), ink.face().tick()) / 2;
      if (x - half > taken) {
        ink.text(tick.label(), x, words, ink.face().tick(), 0.5);
        taken = x + half + ink.px(FrameLayout.PAD);
      }
    }
  }

  void captions(Figure figure) {
    Figure.Caption caption = figure.caption();
    Plot.Box box = frame.boxes().getFirst();
    double room = figure.size().width() - box.x() - ink.px(2 * FrameLayout.PAD);
    graphics.setColor(Ink.DARK);
    String title = ink.fitted(caption.title(), ink.face().title(), room);
    ink.text(title, box.x(), frame.titleY(), ink.face().title(), 0);
    double used = ink.width(title, ink.face().title()) + ink.px(2 * FrameLayout.PAD);
    graphics.setColor(Ink.GREY);
    if (room - used > ink.px(60)) {
      String subtitle = ink.fitted(caption.subtitle(), ink.face().label(), room - used);
      ink.text(subtitle, box.x() + used, frame.titleY(), ink.face().label(), 0);
    }
    String note = ink.fitted(caption.footnote(), ink.face().small(), room);
    ink.text(note, box.x(), frame.footY(), ink.face().small(), 0);
  }

  private List<Tick> across(Axis axis, Plot.Box box) {
    int wanted = FrameLayout.wantedAcross(box.width(), ink);
    return axis.ticker().ticks(axis.low(), axis.high(), wanted);
  }

  private List<Tick> up(Axis axis, Plot.Box box) {
    return axis.ticker().ticks(axis.low(), axis.high(), FrameLayout.wantedUp(box.height(), ink));
  }

  /// The centre of the pixel, so that thin lines are sharp.
  private static double pixel(double at) {
    return Math.floor(at) + 0.5;
  }
}
