package org.jumelles.iasi.calibration;

/// The natural logarithm of finite normal numbers above zero, without branches, so that loops over
/// it run in vector lanes; within 4 units in the last place of ln, but for arguments within 1e-3 of
/// 1, where the error is 1e-16 absolute.
///
/// ```text
/// x = 2^k m, sqrt(1/2) <= m < sqrt(2), s = (m - 1) / (m + 1)
/// ln x = k ln 2 + 2 (s + s^3/3 + s^5/5 + ... + s^21/21)
/// ```
final class Logarithm {
  /// The bits of sqrt(1/2): what is below it belongs to the next power of two.
  private static final long ROOT_HALF = 0x3FE6A09E667F3BCDL;

  private static final long MANTISSA = 0x000FFFFFFFFFFFFFL;
  private static final double LN2_HIGH = 0.6931471803691238;
  private static final double LN2_LOW = 1.9082149292705877e-10;

  private Logarithm() {}

  static double ln(double x) {
    long bits = Double.doubleToRawLongBits(x) - ROOT_HALF;
    long exponent = bits >> 52;
    double m = Double.longBitsToDouble((bits & MANTISSA) + ROOT_HALF);
    double s = (m - 1) / (m + 1);
    double z = s * s;
    double sum = 1.0 / 21;
    sum = sum * z + 1.0 / 19;
    sum = sum * z + 1.0 / 17;
    sum = sum * z + 1.0 / 15;
    sum = sum * z + 1.0 / 13;
    sum = sum * z + 1.0 / 11;
    sum = sum * z + 1.0 / 9;
    sum = sum * z + 1.0 / 7;
    sum = sum * z + 1.0 / 5;
    sum = sum * z + 1.0 / 3;
    double series = 2 * s + 2 * s * z * sum;
    return exponent * LN2_HIGH + (series + exponent * LN2_LOW);
  }
}
