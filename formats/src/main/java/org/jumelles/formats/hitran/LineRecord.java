package org.jumelles.formats.hitran;

import java.util.Locale;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// The layout of one line; columns from one, both ends in [Rothman2005] table 1:
///
/// | columns | type | field |
/// |---|---|---|
/// | 1-2 | I2 | molecule |
/// | 3 | A1 | isotopologue: 1-9, 0 = 10, A = 11, B = 12 |
/// | 4-15 | F12.6 | wavenumber |
/// | 16-25 | E10.3 | strength |
/// | 26-35 | E10.3 | Einstein A |
/// | 36-40 | F5.4 | width in air |
/// | 41-45 | F5.3 | width in the gas itself |
/// | 46-55 | F10.4 | lower energy |
/// | 56-59 | F4.2 | temperature exponent |
/// | 60-67 | F8.6 | shift in air |
/// | 68-127 | 4A15 | levels |
/// | 128-160 | | uncertainties, references, flag, weights |
final class LineRecord {
  static final int LENGTH = 160;
  static final int GREATEST_LENGTH = 1000;
  static final String CLAUSE = "HITRAN 160-character line";
  private static final String ISOTOPOLOGUES = "1234567890AB";
  private static final int LEVELS = 67;
  private static final int REST = 127;

  private final String source;
  private final int number;
  private final String text;

  private LineRecord(String source, int number, String text) {
    this.source = source;
    this.number = number;
    this.text = text;
  }

  static Line read(String source, int number, String text) {
    LineRecord record = new LineRecord(source, number, text);
    if (text.length() < LENGTH || text.length() > GREATEST_LENGTH) {
      throw record.malformed(
          Math.min(text.length(), LENGTH) + 1, "line", text.length() + " characters");
    }
    Line line =
        new Line(
            record.molecule(),
            record.isotopologue(),
            record.number(4, 15, "wavenumber"),
            record.number(16, 25, "strength"),
            record.number(26, 35, "Einstein A"),
            record.number(36, 40, "width in air"),
            record.number(41, 45, "self width"),
            record.number(46, 55, "lower energy"),
            record.number(56, 59, "temperature exponent"),
            record.number(60, 67, "shift in air"),
            text.substring(LEVELS, REST),
            text.substring(REST),
            number);
    record.need(line.wavenumberPerCm() > 0, 4, "wavenumber", line.wavenumberPerCm());
    record.need(line.strengthCm() >= 0, 16, "strength", line.strengthCm());
    record.need(line.airWidthPerCmAtm() >= 0, 36, "width in air", line.airWidthPerCmAtm());
    record.need(line.selfWidthPerCmAtm() >= 0, 41, "self width", line.selfWidthPerCmAtm());
    return line;
  }

  static String write(Line line) {
    String text =
        integer(line.molecule())
            + ISOTOPOLOGUES.charAt(line.isotopologue() - 1)
            + fixed(line.wavenumberPerCm(), 12, 6)
            + exponent(line.strengthCm())
            + exponent(line.einsteinPerS())
            + fixed(line.airWidthPerCmAtm(), 5, 4)
            + fixed(line.selfWidthPerCmAtm(), 5, 3)
            + fixed(line.lowerEnergyPerCm(), 10, 4)
            + fixed(line.temperatureExponent(), 4, 2)
            + fixed(line.airShiftPerCmAtm(), 8, 6)
            + line.levels()
            + line.rest();
    if (text.length() < LENGTH || text.length() > GREATEST_LENGTH) {
      throw new IllegalArgumentException("levels and rest make " + text.length() + " characters");
    }
    return text;
  }

  private int molecule() {
    String field = text.substring(0, 2).strip();
    if (!field.matches("[1-9][0-9]?")) {
      throw malformed(1, "molecule", "'" + field + "'");
    }
    return Integer.parseInt(field);
  }

  private int isotopologue() {
    int at = ISOTOPOLOGUES.indexOf(text.charAt(2));
    if (at < 0) {
      throw malformed(3, "isotopologue", "'" + text.charAt(2) + "'");
    }
    return at + 1;
  }

  private double number(int first, int last, String field) {
    String digits = text.substring(first - 1, last).strip();
    try {
      double value = Double.parseDouble(digits);
      if (Double.isFinite(value) && plain(digits)) {
        return value;
      }
    } catch (NumberFormatException unreadable) {
      throw malformed(first, field, "'" + digits + "'", unreadable);
    }
    throw malformed(first, field, "'" + digits + "'");
  }

  /// Java reads more as numbers than Fortran writes: hexadecimal, `1d`, `NaN`.
  private static boolean plain(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if ("0123456789+-.Ee".indexOf(digits.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private void need(boolean holds, int column, String field, double found) {
    if (!holds) {
      throw malformed(column, field, Double.toString(found));
    }
  }

  private MalformedDataException malformed(int column, String field, String found) {
    return new MalformedDataException(
        source, new Place.LineColumn(number, column), field, CLAUSE, found);
  }

  private MalformedDataException malformed(
      int column, String field, String found, NumberFormatException cause) {
    MalformedDataException malformed = malformed(column, field, found);
    malformed.initCause(cause);
    return malformed;
  }

  private static String integer(int value) {
    return fit(Integer.toString(value), 2);
  }

  private static String exponent(double value) {
    return fit(String.format(Locale.ROOT, "%.3E", value), 10);
  }

  private static String fixed(double value, int width, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    if (text.length() > width) {
      text = text.replaceFirst("^(-?)0\\.", "$1.");
    }
    return fit(text, width);
  }

  private static String fit(String text, int width) {
    if (text.length() > width) {
      throw new IllegalArgumentException(text + " does not fit into " + width + " characters");
    }
    return " ".repeat(width - text.length()) + text;
  }
}
