package org.jumelles.iasi.detection;

import org.jumelles.iasi.spectrum.ScanLine;

/// Tells dust from ash where a pixel shows silicates: which of two shapes of optical depth fits its
/// window channels better.
///
/// The measured quantity is the brightness temperature of four windows less that at 909 cm-1, less
/// what ordinary pixels of the granule have there. To first order a thin silicate layer makes it
/// `(depth at 909 - depth) x contrast`, with one unknown contrast, which is fitted.
final class Silicates {
  private static final double REFERENCE_PER_CM = 909;
  private static final double[] WINDOWS_PER_CM = {833.25, 961.25, 1128.75, 1176.5};

  /// One residual must be this much the smaller for a verdict.
  private static final double CLEARLY = 0.7;

  private Silicates() {}

  static int windows() {
    return WINDOWS_PER_CM.length;
  }

  static double[] features(ScanLine line, int pixel, double[] factors) {
    double reference = BtDifference.temperatureK(line, pixel, REFERENCE_PER_CM, factors);
    double[] features = new double[WINDOWS_PER_CM.length];
    for (int i = 0; i < features.length; i++) {
      features[i] = BtDifference.temperatureK(line, pixel, WINDOWS_PER_CM[i], factors) - reference;
    }
    return features;
  }

  /// What is left of the features, in K (RMS), when a kind's shape has been fitted to them.
  static double residualK(PlumeKind kind, double[] features) {
    double[] shape = new double[WINDOWS_PER_CM.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = kind.shape(REFERENCE_PER_CM) - kind.shape(WINDOWS_PER_CM[i]);
    }
    double contrast =
        Math.max(0, Combination.product(features, shape) / Combination.product(shape, shape));
    double squares = 0;
    for (int i = 0; i < shape.length; i++) {
      double left = features[i] - contrast * shape[i];
      squares += left * left;
    }
    return Math.sqrt(squares / shape.length);
  }

  static Alert.Kind verdict(double dustResidualK, double ashResidualK) {
    if (dustResidualK < CLEARLY * ashResidualK) {
      return Alert.Kind.DUST;
    }
    return ashResidualK < CLEARLY * dustResidualK ? Alert.Kind.ASH : Alert.Kind.DUST_OR_ASH;
  }
}
