package org.jumelles.seis.calibration;

import java.util.List;

/// The product of the digital factors of a response as Chebyshev series over short stretches of
/// frequency, so that a bin costs the same however long the filters are.
///
/// A stretch turns at most 1.5 radians, where twelve terms are good to 2e-14 of the product's
/// greatest modulus [Trefethen2013, ch. 8]. Beyond the last stretch the caller evaluates the
/// factors.
final class DigitalTable {
  private static final int TERMS = 12;
  private static final double TURN_RAD = 1.5;
  private static final int MOST_STRETCHES = 100_000;

  private final double highestHz;
  private final double stretchesPerHz;
  private final double[] re;
  private final double[] im;
  private final boolean real;

  DigitalTable(List<Factor> factors, double highestHz) {
    double turn = 0;
    for (Factor factor : factors) {
      turn += factor.turnRad(highestHz);
    }
    int stretches = (int) Math.clamp(Math.ceil(turn / TURN_RAD), 1, MOST_STRETCHES);
    this.highestHz = highestHz;
    this.stretchesPerHz = stretches / highestHz;
    this.re = new double[stretches * TERMS];
    this.im = new double[stretches * TERMS];
    boolean zeroPhase = true;
    double[] atNodes = new double[2 * TERMS];
    double[] value = new double[2];
    for (int s = 0; s < stretches; s++) {
      for (int j = 0; j < TERMS; j++) {
        double t = Math.cos(Math.PI * (j + 0.5) / TERMS);
        value[0] = 1;
        value[1] = 0;
        for (Factor factor : factors) {
          factor.multiply((s + (t + 1) / 2) / stretchesPerHz, value);
        }
        atNodes[2 * j] = value[0];
        atNodes[2 * j + 1] = value[1];
        zeroPhase &= value[1] == 0;
      }
      series(atNodes, 0, re, s * TERMS);
      series(atNodes, 1, im, s * TERMS);
    }
    this.real = zeroPhase;
  }

  double highestHz() {
    return highestHz;
  }

  /// Multiplies bins `from` to `to` (without) of `spectrum`; bin k lies at `k stepHz`.
  void multiply(double[] spectrum, double stepHz, int from, int to) {
    int last = re.length / TERMS - 1;
    for (int k = from; k < to; k++) {
      double at = k * stepHz * stretchesPerHz;
      int stretch = Math.min((int) at, last);
      double t = 2 * (at - stretch) - 1;
      double a = clenshaw(re, stretch * TERMS, t);
      double x = spectrum[2 * k];
      double y = spectrum[2 * k + 1];
      if (real) {
        spectrum[2 * k] = x * a;
        spectrum[2 * k + 1] = y * a;
      } else {
        double b = clenshaw(im, stretch * TERMS, t);
        spectrum[2 * k] = x * a - y * b;
        spectrum[2 * k + 1] = x * b + y * a;
      }
    }
  }

  /// `sum c[j] T_j(t)`
  private static double clenshaw(double[] c, int at, double t) {
    double twice = 2 * t;
    double b1 = 0;
    double b2 = 0;
    for (int j = TERMS - 1; j > 0; j--) {
      double b = twice * b1 - b2 + c[at + j];
      b2 = b1;
      b1 = b;
    }
    return t * b1 - b2 + c[at];
  }

  /// Values at the Chebyshev nodes to coefficients.
  private static void series(double[] atNodes, int part, double[] into, int at) {
    for (int n = 0; n < TERMS; n++) {
      double sum = 0;
      for (int j = 0; j < TERMS; j++) {
        sum += atNodes[2 * j + part] * Math.cos(Math.PI * n * (j + 0.5) / TERMS);
      }
      into[at + n] = sum * (n == 0 ? 1.0 : 2.0) / TERMS;
    }
  }
}
