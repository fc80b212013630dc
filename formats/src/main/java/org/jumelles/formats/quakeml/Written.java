package org.jumelles.formats.quakeml;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// A value together with the text it was written as, so that `109` and `109.0` come back as they
/// were.
///
/// @param value what the text means
/// @param text as it stands in the document, without surrounding white space
public record Written<T>(T value, String text) {
  private static final Pattern ZONED = Pattern.compile("(.*[0-9])([+-])(\\d{2}):(\\d{2})");
  private static final Pattern FRACTION = Pattern.compile("(.*\\.\\d{9})(\\d+)(Z?)");
  private static final Pattern REAL =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?");
  private static final long MINUTE_NANOS = 60_000_000_000L;

  /// @throws IllegalArgumentException where the number is not finite
  public static Written<Double> real(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a quantity of " + value);
    }
    long whole = (long) value;
    boolean plain = Double.compare((double) whole, value) == 0 && Math.abs(value) < 1e15;
    return new Written<>(value, plain ? Long.toString(whole) : Double.toString(value));
  }

  public static Written<Integer> whole(int value) {
    return new Written<>(value, Integer.toString(value));
  }

  public static Written<Moment> time(Moment value) {
    return new Written<>(value, Utc.text(value));
  }

  /// Reads `xs:double`, finite ones only.
  ///
  /// @throws IllegalArgumentException where it is none
  static Written<Double> readReal(String text) {
    String bare = text.strip();
    if (bare.length() > 400 || !REAL.matcher(bare).matches()) {
      throw new IllegalArgumentException("'" + shown(bare) + "' is no finite number");
    }
    double value = Double.parseDouble(bare);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("'" + shown(bare) + "' is out of the range of a double");
    }
    return new Written<>(value, bare);
  }

  static Written<Integer> readWhole(String text) {
    String bare = text.strip();
    try {
      return new Written<>(Integer.valueOf(bare), bare);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + shown(bare) + "' is no whole number", e);
    }
  }

  /// Reads `xs:dateTime`. A zone is honoured, no zone is UTC; beyond nanoseconds only the text is
  /// kept.
  ///
  /// @throws IllegalArgumentException where it is none
  static Written<Moment> readTime(String text) {
    String bare = text.strip();
    if (bare.length() > 80) {
      throw new IllegalArgumentException("'" + shown(bare) + "' is no time");
    }
    Matcher zoned = ZONED.matcher(bare);
    boolean hasZone = bare.indexOf('T') > 0 && zoned.matches();
    String local = hasZone ? zoned.group(1) : bare;
    Matcher fraction = FRACTION.matcher(local);
    Moment moment = Utc.parse(fraction.matches() ? fraction.group(1) + fraction.group(3) : local);
    if (!hasZone) {
      return new Written<>(moment, bare);
    }
    long minutes = Long.parseLong(zoned.group(3)) * 60 + Long.parseLong(zoned.group(4));
    long sign = zoned.group(2).equals("+") ? -1 : 1;
    return new Written<>(moment.plusNanos(sign * minutes * MINUTE_NANOS), bare);
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : String.format(Locale.ROOT, "%.40s...", text);
  }

  /// The text.
  @Override
  public String toString() {
    return text;
  }
}
