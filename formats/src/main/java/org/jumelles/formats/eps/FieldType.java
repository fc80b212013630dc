package org.jumelles.formats.eps;

/// How one element of a field is stored.
///
/// @param width bytes of one element
record FieldType(Kind kind, int width) {
  enum Kind {
    UNSIGNED,
    SIGNED,
    FLOAT,
    /// A signed byte s, then a signed integer i: the value is i x 10^-s.
    SCALED_SIGNED,
    /// A signed byte s, then an unsigned integer i: the value is i x 10^-s.
    SCALED_UNSIGNED,
    TIME,
    BITS
  }

  /// `u2`, `i4`, `f4`, `vi4` (a scale byte and four), `vu2`, `t6` or `b32`.
  static FieldType parse(String word) {
    int digits = 0;
    while (digits < word.length() && !Character.isDigit(word.charAt(digits))) {
      digits++;
    }
    int width = Integer.parseInt(word.substring(digits));
    return switch (word.substring(0, digits)) {
      case "u" -> new FieldType(Kind.UNSIGNED, width);
      case "i" -> new FieldType(Kind.SIGNED, width);
      case "f" -> new FieldType(Kind.FLOAT, width);
      case "vi" -> new FieldType(Kind.SCALED_SIGNED, width + 1);
      case "vu" -> new FieldType(Kind.SCALED_UNSIGNED, width + 1);
      case "t" -> new FieldType(Kind.TIME, width);
      case "b" -> new FieldType(Kind.BITS, width);
      default -> throw new AssertionError("no such field type: " + word);
    };
  }
}
