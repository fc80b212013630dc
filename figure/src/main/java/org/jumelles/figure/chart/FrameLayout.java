package org.jumelles.figure.chart;

import java.util.ArrayList;
import java.util.List;

/// Computes the margins from the measures of the words.
final class FrameLayout {
  static final double TICK = 6;
  static final double PAD = 7;
  static final double BAR_WIDTH = 18;
  private static final double BETWEEN = 14;
  private static final double TICK_ROOM_X = 120;
  private static final double TICK_ROOM_Y = 46;

  private FrameLayout() {}

  private record Margins(double left, double top, double right, double bottom) {}

  static Painter.Frame of(Figure figure, Ink ink) {
    double labelHeight = ink.height(ink.face().label());
    double tickHeight = ink.height(ink.face().tick());
    double axis = ink.px(TICK + 3) + tickHeight;
    double titleY = ink.px(PAD) + ink.height(ink.face().title()) * 0.95;
    double top = titleY + ink.px(PAD) * 1.6;
    if (figure.top().isPresent()) {
      top += axis + labelHeight;
    }
    boolean foot = !figure.caption().footnote().isEmpty();
    double footHeight = foot ? ink.height(ink.face().small()) + ink.px(PAD) : 0;
    double bottom = axis + labelHeight + ink.px(2 * PAD) + footHeight;
    double left = 0;
    double right = ink.px(4 * PAD);
    for (Panel panel : figure.panels()) {
      left = Math.max(left, widest(panel.left(), figure.size().height() * 0.7, ink));
      right = Math.max(right, rightRoom(panel, figure.size().height() * 0.7, ink));
    }
    double labelX = ink.px(PAD) + labelHeight * 0.8;
    left += labelX + ink.px(TICK + 2 * PAD);
    List<Plot.Box> boxes = stack(figure, new Margins(left, top, right, bottom), ink.px(BETWEEN));
    return new Painter.Frame(boxes, labelX, titleY, figure.size().height() - ink.px(PAD) * 1.3);
  }

  static int wantedAcross(double pixels, Ink ink) {
    return (int) Math.clamp(pixels / ink.px(TICK_ROOM_X), 2, 50);
  }

  static int wantedUp(double pixels, Ink ink) {
    return (int) Math.clamp(pixels / ink.px(TICK_ROOM_Y), 2, 50);
  }

  private static double rightRoom(Panel panel, double height, Ink ink) {
    double label = ink.height(ink.face().label());
    double room = 0;
    if (panel.right().isPresent()) {
      Axis axis = panel.right().get();
      room = widest(axis, height, ink) + ink.px(TICK + 3 * PAD) + label;
    }
    if (panel.colourBar().isPresent()) {
      double ticks = widest(barAxis(panel.colourBar().get()), height, ink);
      room += ticks + ink.px(BAR_WIDTH + TICK + 5 * PAD) + label;
    }
    return room;
  }

  static Axis barAxis(ColourBar bar) {
    return Axis.linear(bar.label(), bar.low(), bar.high());
  }

  private static double widest(Axis axis, double height, Ink ink) {
    return axis.ticker().ticks(axis.low(), axis.high(), wantedUp(height, ink)).stream()
        .mapToDouble(t -> ink.width(t.label(), ink.face().tick()))
        .max()
        .orElse(0);
  }

  private static List<Plot.Box> stack(Figure figure, Margins margins, double between) {
    int x = (int) Math.round(margins.left);
    int width = Math.max(1, (int) (figure.size().width() - margins.left - margins.right));
    int gaps = figure.panels().size() - 1;
    double room = figure.size().height() - margins.top - margins.bottom - gaps * between;
    double sum = figure.panels().stream().mapToDouble(Panel::weight).sum();
    List<Plot.Box> boxes = new ArrayList<>();
    double y = margins.top;
    for (Panel panel : figure.panels()) {
      double height = Math.max(1, room * panel.weight() / sum);
      boxes.add(new Plot.Box(x, (int) Math.round(y), width, (int) Math.max(1, height)));
      y += height + between;
    }
    return boxes;
  }
}
