package org.jumelles.seis.calibration;

import java.util.List;
import java.util.Optional;
import org.jumelles.formats.stationxml.Measure;
import org.jumelles.formats.stationxml.Response.Decimation;
import org.jumelles.formats.stationxml.Response.Stage;
import org.jumelles.formats.stationxml.Transfer;

/// The factor that each stage's filter stands for, as evalresp 5 takes it.
final class Stages {
  /// How far the weights of a FIR may sum up beside 1 before they are divided by their sum.
  private static final double SUM_TOLERANCE = 0.02;

  private Stages() {}

  /// Empty where the stage is a gain alone.
  static Optional<Factor> factor(Stage stage) {
    if (stage.transfer().isEmpty()) {
      return Optional.empty();
    }
    return switch (stage.transfer().get()) {
      case Transfer.PolesZeros filter -> Optional.of(polesZeros(stage, filter));
      case Transfer.Fir filter -> fir(stage, filter);
      case Transfer.Coefficients filter -> coefficients(stage, filter);
      case Transfer.ResponseList _ -> throw unsupported(stage, "a response list");
      case Transfer.Polynomial _ -> throw unsupported(stage, "a polynomial");
    };
  }

  static IllegalArgumentException unsupported(Stage stage, String what) {
    return new IllegalArgumentException(
        "stage " + stage.number() + ": " + what + " has no linear response here");
  }

  private static Factor polesZeros(Stage stage, Transfer.PolesZeros filter) {
    double[] zeros = roots(filter.zeros());
    double[] poles = roots(filter.poles());
    double a0 = filter.normalizationFactor();
    return switch (filter.type()) {
      case LAPLACE_RADIANS -> new Factor.Analog(2 * Math.PI, a0, zeros, poles);
      case LAPLACE_HERTZ -> new Factor.Analog(1, a0, zeros, poles);
      case DIGITAL -> new Factor.Digital(intervalS(stage), a0, zeros, poles);
    };
  }

  private static double[] roots(List<Transfer.PoleZero> roots) {
    double[] pairs = new double[2 * roots.size()];
    for (int i = 0; i < roots.size(); i++) {
      pairs[2 * i] = roots.get(i).real().value();
      pairs[2 * i + 1] = roots.get(i).imaginary().value();
    }
    return pairs;
  }

  private static Optional<Factor> fir(Stage stage, Transfer.Fir filter) {
    double[] written = values(filter.numerators());
    if (written.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (filter.symmetry()) {
          case NONE -> weights(stage, written);
          case ODD -> symmetric(stage, written, false);
          case EVEN -> symmetric(stage, written, true);
        });
  }

  private static Optional<Factor> coefficients(Stage stage, Transfer.Coefficients filter) {
    double[] b = values(filter.numerators());
    double[] a = values(filter.denominators());
    if (filter.type() != Transfer.CoefficientsType.DIGITAL) {
      throw unsupported(stage, "a ratio of analogue polynomials");
    }
    if (b.length == 0 && a.length == 0) {
      return Optional.empty();
    }
    if (a.length == 0) {
      return Optional.of(weights(stage, b));
    }
    double[] numerator = b.length == 0 ? new double[] {1} : b;
    return Optional.of(new Factor.Ratio(intervalS(stage), numerator, a, correctionS(stage)));
  }

  /// All weights of a FIR, first to last; symmetric ones have no delay, as their time stamps are
  /// taken to be corrected.
  private static Factor weights(Stage stage, double[] all) {
    int n = all.length;
    boolean symmetric = true;
    for (int i = 0; i < n / 2; i++) {
      symmetric &= all[i] == all[n - 1 - i];
    }
    if (symmetric) {
      return symmetric(stage, java.util.Arrays.copyOf(all, (n + 1) / 2), n % 2 == 0);
    }
    double sum = 0;
    for (double weight : all) {
      sum += weight;
    }
    return new Factor.Ratio(
        intervalS(stage), normalized(all, sum), new double[0], correctionS(stage));
  }

  /// @param half the first half, the middle one of an odd number included
  private static Factor symmetric(Stage stage, double[] half, boolean even) {
    double[] fromMiddle = new double[half.length];
    double sum = 0;
    for (int i = 0; i < half.length; i++) {
      fromMiddle[i] = half[half.length - 1 - i];
      sum += (i == 0 && !even ? 1 : 2) * fromMiddle[i];
    }
    return new Factor.SymmetricFir(
        half.length == 1 && !even ? 1 : intervalS(stage), even, normalized(fromMiddle, sum));
  }

  private static double[] normalized(double[] weights, double sum) {
    if (Math.abs(sum - 1) <= SUM_TOLERANCE || sum == 0) {
      return weights;
    }
    double[] scaled = weights.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] /= sum;
    }
    return scaled;
  }

  private static double[] values(List<Measure> measures) {
    return measures.stream().mapToDouble(Measure::value).toArray();
  }

  private static double intervalS(Stage stage) {
    return 1
        / stage
            .decimation()
            .map(Decimation::inputSampleRate)
            .map(Measure::value)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "stage " + stage.number() + ": a digital filter without its sample rate"));
  }

  private static double correctionS(Stage stage) {
    return stage.decimation().map(Decimation::correction).map(Measure::value).orElse(0.0);
  }
}
