package org.jumelles.seis.glitch;

/// How far three components move along one line [Jurkevics1988]: `1 - (l2 + l3) / (2 l1)` of the
/// eigenvalues of their covariance, 0 (as much in all directions) to 1 (one line).
final class Polarisation {
  private Polarisation() {}

  /// @return 0 where nothing moves
  static double of(double[] x, double[] y, double[] z) {
    double[] c = covariance(x, y, z);
    double trace = c[0] + c[1] + c[2];
    if (!(trace > 0)) {
      return 0;
    }
    double greatest = greatestEigenvalue(c, trace);
    return Math.clamp(1.5 - trace / (2 * greatest), 0, 1);
  }

  /// xx, yy, zz, xy, xz, yz.
  private static double[] covariance(double[] x, double[] y, double[] z) {
    double[][] all = {x, y, z};
    double[] mean = new double[3];
    for (int c = 0; c < 3; c++) {
      for (double value : all[c]) {
        mean[c] += value / x.length;
      }
    }
    double[] sums = new double[6];
    for (int i = 0; i < x.length; i++) {
      double a = x[i] - mean[0];
      double b = y[i] - mean[1];
      double c = z[i] - mean[2];
      sums[0] += a * a;
      sums[1] += b * b;
      sums[2] += c * c;
      sums[3] += a * b;
      sums[4] += a * c;
      sums[5] += b * c;
    }
    return sums;
  }

  /// By the angle that solves the cubic: `q + 2 p cos(phi)`, A = p B + q 1, `cos 3 phi = det B /
  /// 2`.
  private static double greatestEigenvalue(double[] c, double trace) {
    double q = trace / 3;
    double off = c[3] * c[3] + c[4] * c[4] + c[5] * c[5];
    double a = c[0] - q;
    double b = c[1] - q;
    double d = c[2] - q;
    double p = Math.sqrt((a * a + b * b + d * d + 2 * off) / 6);
    if (p == 0) {
      return q;
    }
    double determinant =
        a * (b * d - c[5] * c[5])
            - c[3] * (c[3] * d - c[5] * c[4])
            + c[4] * (c[3] * c[5] - b * c[4]);
    double cos = Math.clamp(determinant / (2 * p * p * p), -1, 1);
    return q + 2 * p * Math.cos(Math.acos(cos) / 3);
  }
}
