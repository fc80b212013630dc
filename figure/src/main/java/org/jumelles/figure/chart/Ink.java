package org.jumelles.figure.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;

/// Words and their measures.
///
/// @param scale pixels for each unit of the drawing, 1 at 1600 x 900
record Ink(Graphics2D graphics, Typeface face, double scale) {
  static final Color DARK = new Color(0x22, 0x22, 0x22);
  static final Color GREY = new Color(0x5A, 0x5A, 0x5A);
  static final Color LIGHT = new Color(0xE3, 0xE6, 0xE9);

  double px(double units) {
    return units * scale;
  }

  double width(String text, Font font) {
    return text.isEmpty() ? 0 : font.getStringBounds(text, context()).getWidth();
  }

  double height(Font font) {
    return font.getLineMetrics("Hg", context()).getHeight();
  }

  private double ascent(Font font) {
    return font.getLineMetrics("Hg", context()).getAscent();
  }

  private java.awt.font.FontRenderContext context() {
    return graphics.getFontRenderContext();
  }

  /// Words from `x` on, in a share of their width to the left of it: 0 begins, 0.5 centres, 1 ends.
  void text(String text, double x, double baseline, Font font, double share) {
    if (text.isEmpty()) {
      return;
    }
    graphics.setFont(font);
    graphics.drawString(text, (float) (x - share * width(text, font)), (float) baseline);
  }

  /// Words beside an axis, centred upon its tick.
  void beside(String text, double x, double y, Font font, double share) {
    text(text, x, y + 0.36 * ascent(font), font, share);
  }

  /// Words that run upwards, centred.
  void upwards(String text, double x, double y, Font font) {
    AffineTransform before = graphics.getTransform();
    graphics.rotate(-Math.PI / 2, x, y);
    text(text, x, y, font, 0.5);
    graphics.setTransform(before);
  }

  /// Words on a white plate, so that they can be read over data.
  void plate(String text, double x, double baseline, Font font, Color colour) {
    double pad = px(2.5);
    double ascent = ascent(font);
    graphics.setColor(new Color(255, 255, 255, 215));
    graphics.fill(
        new RoundRectangle2D.Double(
            x - pad, baseline - ascent, width(text, font) + 2 * pad, height(font), px(5), px(5)));
    graphics.setColor(colour);
    text(text, x, baseline, font, 0);
  }

  /// The words, shortened with an ellipsis where they are wider than the room.
  String fitted(String text, Font font, double room) {
    String shown = text;
    while (shown.length() > 1 && width(shown, font) > room) {
      shown = shown.substring(0, shown.length() - 2).stripTrailing() + "…";
    }
    return shown;
  }
}
