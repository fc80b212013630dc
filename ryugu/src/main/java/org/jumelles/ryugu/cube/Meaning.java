package org.jumelles.ryugu.cube;

/// From stored numbers to what they mean; no data is NaN.
final class Meaning {
  /// A channel that a spectral library deleted.
  static final float DELETED = -1.23e34f;

  private Meaning() {}

  /// @param noData the stored number that means none, as the type holds it; NaN where there is none
  static void apply(double[] values, int count, Container container, double noData) {
    Scale scale = container.scale();
    boolean real = !container.type().isInteger();
    boolean scaled = !scale.isNone();
    if (!real && !scaled && Double.isNaN(noData)) {
      return;
    }
    for (int i = 0; i < count; i++) {
      double value = values[i];
      if (value == noData || (real && (float) value == DELETED)) {
        values[i] = Double.NaN;
      } else if (scaled) {
        values[i] = scale.apply(value);
      }
    }
  }
}
