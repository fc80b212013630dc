package org.jumelles.figure.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Round numbers for axes.
final class RoundTicks {
  private static final double[] CLOCK_STEPS_S = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200
  };
  private static final double CLOCK_DAY_S = 86_400;
  private static final int MOST = 1_000;

  private RoundTicks() {}

  static List<Tick> linear(double low, double high, int wanted) {
    double step = decimalStep((high - low) / Math.max(1, wanted));
    double first = Math.ceil(low / step - 1e-9);
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < MOST && (first + i) * step <= high + step * 1e-9; i++) {
      double at = (first + i) * step;
      ticks.add(new Tick(at, number(at, step)));
    }
    return ticks;
  }

  static List<Tick> logarithmic(double low, double high, int wanted) {
    int from = (int) Math.floor(Math.log10(low) + 1e-9);
    int to = (int) Math.ceil(Math.log10(high) - 1e-9);
    double decades = Math.log10(high / low);
    boolean between = decades * 3 <= wanted;
    int stride = (int) Math.max(1, Math.ceil(decades / Math.max(1, wanted)));
    List<Tick> ticks = new ArrayList<>();
    for (int decade = from; decade <= to && ticks.size() < MOST; decade++) {
      for (int digit = 1; digit <= 9; digit++) {
        double at = Double.parseDouble(digit + "e" + decade);
        boolean labelled =
            digit == 1 ? Math.floorMod(decade, stride) == 0 : between && (digit == 2 || digit == 5);
        if (at >= low * (1 - 1e-9) && at <= high * (1 + 1e-9) && (labelled || stride == 1)) {
          ticks.add(new Tick(at, labelled ? number(at, at) : ""));
        }
      }
    }
    return ticks;
  }

  /// The smallest round step of at least `least`.
  static double decimalStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= least * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  static double clockStep(double leastS) {
    if (leastS < CLOCK_STEPS_S[0] * 0.5) {
      return decimalStep(leastS);
    }
    for (double step : CLOCK_STEPS_S) {
      if (step >= leastS * (1 - 1e-9)) {
        return step;
      }
    }
    return CLOCK_DAY_S * decimalStep(Math.max(1, leastS / CLOCK_DAY_S));
  }

  /// A number as short as its step allows, with a true minus sign and powers as superscripts.
  static String number(double value, double step) {
    double size = Math.max(Math.abs(value), Math.abs(step));
    if (Math.abs(value) < step * 1e-6) {
      return "0";
    }
    int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    if (size < 1e5 && digits <= 4) {
      return String.format(Locale.ROOT, "%." + digits + "f", value).replace('-', '−');
    }
    int exponent = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
    int mantissaDigits = Math.max(0, exponent + digits - 0);
    double mantissa = value / Math.pow(10, exponent);
    boolean whole = Math.abs(mantissa - Math.rint(mantissa)) < 1e-6;
    String shown =
        whole
            ? Long.toString(Math.round(mantissa))
            : String.format(Locale.ROOT, "%." + Math.clamp(mantissaDigits, 1, 6) + "f", mantissa);
    String power = "10" + superscript(exponent);
    String text =
        switch (shown) {
          case "1" -> power;
          case "-1" -> "-" + power;
          default -> shown + "×" + power;
        };
    return text.replace('-', '−');
  }

  private static String superscript(int exponent) {
    StringBuilder text = new StringBuilder();
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return text.toString();
  }
}
