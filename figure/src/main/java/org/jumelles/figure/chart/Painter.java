package org.jumelles.figure.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/// Paints one figure: the frame of axes and words from the room that the words need, then the
/// layers of each panel inside it.
final class Painter {
  private static final double FULL_AREA = 1600.0 * 900;

  private final Figure figure;
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final Ink ink;
  private final Frame frame;

  Painter(Figure figure) {
    this.figure = figure;
    int width = figure.size().width();
    int height = figure.size().height();
    double scale = Math.clamp(Math.sqrt(width * (double) height / FULL_AREA), 0.6, 4);
    Typeface face = Typeface.of(scale);
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    this.ink = new Ink(graphics, face, scale);
    this.frame = Frame.of(figure, ink);
  }

  BufferedImage paint() {
    AxisPainter axes = new AxisPainter(graphics, ink, frame);
    for (int i = 0; i < figure.panels().size(); i++) {
      Panel panel = figure.panels().get(i);
      Plot plot = new Plot(frame.boxes().get(i), figure.bottom(), panel.left());
      boolean covered = panel.layers().stream().anyMatch(l -> l instanceof Layer.Heatmap);
      axes.grid(figure.bottom(), plot, covered);
      layers(panel, plot);
      axes.sides(panel, plot);
    }
    axes.horizontal(figure);
    axes.captions(figure);
    new MarkPainter(graphics, ink).paint(figure, frame);
    graphics.dispose();
    return image;
  }

  private void layers(Panel panel, Plot plot) {
    Pixels pixels = Pixels.of(image);
    Plot.Box box = plot.box();
    graphics.setClip(box.x(), box.y(), box.width(), box.height());
    for (Layer layer : panel.layers()) {
      switch (layer) {
        case Layer.Line line -> LinePainter.paint(line, plot, graphics, pixels);
        case Layer.Heatmap map ->
            HeatmapPainter.paint(map, panel.colourBar().orElseThrow(), plot, pixels);
        case Layer.Path path -> PathPainter.paint(path, plot, graphics, ink);
        case Layer.Dots dots -> PathPainter.paint(dots, plot, graphics, ink);
        case Layer.Note note -> note(note, plot);
      }
    }
    graphics.setClip(null);
  }

  private void note(Layer.Note note, Plot plot) {
    double width = ink.width(note.text(), ink.face().small());
    double right = plot.box().x() + plot.box().width() - width - ink.px(4);
    double x = Math.clamp(plot.x(note.x()) + ink.px(3), plot.box().x() + ink.px(3), right);
    double height = ink.height(ink.face().small());
    double y = Math.max(plot.y(note.y()), plot.box().y() + height);
    ink.plate(note.text(), x, y, ink.face().small(), note.colour());
  }

  /// Where the panels lie.
  ///
  /// @param labelX where the vertical words of the left axes stand
  record Frame(List<Plot.Box> boxes, double labelX, double titleY, double footY) {
    static Frame of(Figure figure, Ink ink) {
      return FrameLayout.of(figure, ink);
    }
  }
}
