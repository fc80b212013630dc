package org.jumelles.ryugu.parameter;

/// exp(-z z / 2), the same bits on every machine.
///
/// The argument less k ln 2 is within 0.347 of zero, where a polynomial of eleventh degree,
/// Chebyshev's for (e^r - 1 - r) / r^2, is off by 1.6e-17; k then goes into the exponent. Nothing
/// but sums, fused multiply-adds and a shift, each of which IEEE 754 defines to the last bit, so
/// that many values side by side are what each is alone. Within 1 ulp of the exponential of the
/// rounded argument; below exp(-708) it stays there, above zero.
final class Bell {
  static final double LEAST = -708;
  static final double PER_LN2 = 1.4426950408889634;
  static final double LN2 = 0.6931471805599453;
  static final double LN2_REST = 2.3190468138462996e-17;

  /// Added and taken off, it rounds to a whole number, which stands in the lowest bits of the sum.
  static final double ROUND = 0x1.8p52;

  static final double C11 = 0x1.af38a9b0ec855p-26;
  static final double C10 = 0x1.289185613a3d6p-22;
  static final double C9 = 0x1.71de0dae63bb3p-19;
  static final double C8 = 0x1.a019b90d2ae7ap-16;
  static final double C7 = 0x1.a01a01a7c41d5p-13;
  static final double C6 = 0x1.6c16c1788bd90p-10;
  static final double C5 = 0x1.11111111109b3p-7;
  static final double C4 = 0x1.5555555553d63p-5;
  static final double C3 = 0x1.5555555555556p-3;
  static final double C2 = 0x1.0000000000001p-1;

  private Bell() {}

  static double at(double z) {
    double x = Math.max(-0.5 * z * z, LEAST);
    double sum = Math.fma(x, PER_LN2, ROUND);
    double k = sum - ROUND;
    double r = Math.fma(-k, LN2_REST, Math.fma(-k, LN2, x));
    double q = Math.fma(Math.fma(C11, r, C10), r, C9);
    q = Math.fma(Math.fma(Math.fma(q, r, C8), r, C7), r, C6);
    q = Math.fma(Math.fma(Math.fma(q, r, C5), r, C4), r, C3);
    q = Math.fma(Math.fma(q, r, C2), r * r, r);
    return (1 + q) * Double.longBitsToDouble(((long) k + 1023) << 52);
  }
}
