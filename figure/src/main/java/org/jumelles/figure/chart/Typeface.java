package org.jumelles.figure.chart;

import java.awt.Font;

/// The fonts of a figure, in proportion to its size.
record Typeface(Font title, Font label, Font tick, Font small) {
  /// @throws IllegalStateException where this machine has no fonts at all
  static Typeface of(double pixelsPerPoint) {
    try {
      Font base = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
      Font bold = new Font(Font.SANS_SERIF, Font.BOLD, 1);
      Typeface face =
          new Typeface(
              bold.deriveFont((float) (20 * pixelsPerPoint)),
              base.deriveFont((float) (15 * pixelsPerPoint)),
              base.deriveFont((float) (14 * pixelsPerPoint)),
              base.deriveFont((float) (12 * pixelsPerPoint)));
      if (base.canDisplay('H')) {
        return face;
      }
    } catch (RuntimeException | LinkageError e) {
      // The JDK says "Fontconfig head is null" once, and fails to load its class ever after.
      throw noFonts(e);
    }
    throw noFonts(new IllegalArgumentException("the logical font SansSerif shows no letters"));
  }

  private static IllegalStateException noFonts(Throwable cause) {
    return new IllegalStateException(
        "This machine has no fonts, which figures need: install one,"
            + " such as the packages fontconfig and fonts-dejavu-core.",
        cause);
  }
}
