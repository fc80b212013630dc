package org.jumelles.ryugu.sample;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;

/// A mass in milligrams, with the sigma of its reading; empty where nobody told it, which is not 0.
public record Mass(double mg, OptionalDouble sigmaMg) {
  public Mass {
    if (!(mg >= 0) || Double.isInfinite(mg)) {
      throw new IllegalArgumentException(mg + " mg is no mass");
    }
    if (sigmaMg.isPresent() && (!(sigmaMg.getAsDouble() >= 0) || sigmaMg.getAsDouble() > 1e300)) {
      throw new IllegalArgumentException(sigmaMg.getAsDouble() + " mg is no sigma");
    }
  }

  public static Mass of(double mg, double sigmaMg) {
    return new Mass(mg, OptionalDouble.of(sigmaMg));
  }

  @Override
  public String toString() {
    String sigma = sigmaMg.isPresent() ? "+-" + text(sigmaMg.getAsDouble()) : "+-?";
    return text(mg) + " " + sigma + " mg";
  }

  /// The number without an exponent and without zeros at the end; six decimals at most.
  static String text(double value) {
    BigDecimal decimal = new BigDecimal(String.format(Locale.ROOT, "%.6f", value));
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }
}
