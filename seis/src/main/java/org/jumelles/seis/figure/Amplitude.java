package org.jumelles.seis.figure;

import java.util.Arrays;
import java.util.List;
import org.jumelles.seis.trace.Trace;

/// The size of samples, and a power of ten that makes it readable.
///
/// @param low the least finite sample, 0 where there is none
/// @param high the greatest finite sample, 0 where there is none
record Amplitude(double low, double high) {
  private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  static Amplitude of(List<Trace> stretches) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Trace stretch : stretches) {
      for (double value : stretch.samples()) {
        if (Math.abs(value) <= Double.MAX_VALUE) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    return low <= high ? new Amplitude(low, high) : new Amplitude(0, 0);
  }

  /// A multiple of three, zero for values of common size.
  int exponent() {
    return exponent(Math.max(Math.abs(low), Math.abs(high)));
  }

  static int exponent(double size) {
    if (size == 0 || (size >= 0.01 && size < 1e5)) {
      return 0;
    }
    return 3 * (int) Math.floor(Math.log10(size) / 3);
  }

  /// `10⁻⁹ m/s²`.
  static String unit(int exponent, String unit) {
    if (exponent == 0) {
      return unit;
    }
    StringBuilder text = new StringBuilder("10");
    for (char c : Integer.toString(exponent).toCharArray()) {
      text.append(c == '-' ? '⁻' : DIGITS.charAt(c - '0'));
    }
    return text + " " + unit;
  }

  /// The value below which a share of the finite ones lies, from at most some 200,000 of them; NaN
  /// where there is none.
  static double quantile(float[] values, double share) {
    double[] some = new double[Math.min(values.length, 200_000)];
    int stride = Math.max(1, (values.length + some.length - 1) / Math.max(1, some.length));
    int count = 0;
    for (int i = 0; i < values.length; i += stride) {
      if (Math.abs(values[i]) <= Float.MAX_VALUE) {
        some[count++] = values[i];
      }
    }
    Arrays.sort(some, 0, count);
    return count == 0 ? Double.NaN : some[(int) Math.min(count - 1, share * count)];
  }
}
