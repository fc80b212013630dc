package org.jumelles.formats.bufr;

/// An element of Table B, as an operator may have changed it.
///
/// @param code F, X and Y as six decimal digits, such as 14046 for 0 14 046
/// @param unit of the value; `-` where it has none
/// @param scale the value is (bits + reference) x 10^-scale
/// @param width in bits
public record Element(
    int code, Kind kind, int scale, long reference, int width, String unit, String name) {
  /// The integer of a value that is missing.
  public static final long MISSING = Long.MIN_VALUE;

  /// What the bits are.
  public enum Kind {
    NUMBER,
    CODE,
    FLAGS,
    TEXT
  }

  /// The value of an integer (reference added); NaN where it is missing.
  public double value(long integer) {
    if (integer == MISSING) {
      return Double.NaN;
    }
    return scale >= 0 ? integer / power(scale) : integer * power(-scale);
  }

  /// Operators 201 and 202 change numbers only [WMO306, Table C].
  Element changed(int moreWidth, int moreScale) {
    return kind != Kind.NUMBER || (moreWidth == 0 && moreScale == 0)
        ? this
        : new Element(code, kind, scale + moreScale, reference, width + moreWidth, unit, name);
  }

  /// Elements of class 31 hold counts and are never missing.
  boolean isCount() {
    return code / 1000 == 31;
  }

  String told() {
    return "descriptor " + Tables.text(code) + " (" + name + ")";
  }

  private static double power(int exponent) {
    return exponent <= 22 ? POWERS[exponent] : Math.pow(10, exponent);
  }

  private static final double[] POWERS = new double[23];

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = Double.parseDouble("1e" + i);
    }
  }
}
