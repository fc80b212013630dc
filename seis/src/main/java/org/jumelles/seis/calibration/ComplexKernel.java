package org.jumelles.seis.calibration;

/// Loops over complex numbers in plain arrays; no checks, no allocation.
final class ComplexKernel {
  private ComplexKernel() {}

  static void times(double[] value, double re, double im) {
    double a = value[0] * re - value[1] * im;
    value[1] = value[0] * im + value[1] * re;
    value[0] = a;
  }

  static void over(double[] value, double re, double im) {
    double norm = re * re + im * im;
    double a = (value[0] * re + value[1] * im) / norm;
    value[1] = (value[1] * re - value[0] * im) / norm;
    value[0] = a;
  }

  /// `value *= a0 prod(s - zero) / prod(s - pole)`
  static void roots(
      double re, double im, double a0, double[] zeros, double[] poles, double[] value) {
    double nr = a0;
    double ni = 0;
    for (int i = 0; i < zeros.length; i += 2) {
      double x = re - zeros[i];
      double y = im - zeros[i + 1];
      double t = nr * x - ni * y;
      ni = nr * y + ni * x;
      nr = t;
    }
    double dr = 1;
    double di = 0;
    for (int i = 0; i < poles.length; i += 2) {
      double x = re - poles[i];
      double y = im - poles[i + 1];
      double t = dr * x - di * y;
      di = dr * y + di * x;
      dr = t;
    }
    times(value, nr, ni);
    over(value, dr, di);
  }

  /// `w[0] + 2 sum w[k] cos(k angle)`, or `2 sum w[k] cos((k + 1/2) angle)` where `even`.
  static double cosineSum(double angle, boolean even, double[] w) {
    double sum = even ? 0 : w[0] / 2;
    for (int k = even ? 0 : 1; k < w.length; k++) {
      sum += w[k] * Math.cos((even ? k + 0.5 : k) * angle);
    }
    return 2 * sum;
  }

  /// `value *= sum b[k] z^-k / sum a[k] z^-k`, z = exp(i angle); an empty `a` counts as 1.
  static void ratio(double angle, double[] b, double[] a, double[] value) {
    double re = 0;
    double im = 0;
    for (int k = 0; k < b.length; k++) {
      re += b[k] * Math.cos(k * angle);
      im -= b[k] * Math.sin(k * angle);
    }
    times(value, re, im);
    if (a.length > 0) {
      re = 0;
      im = 0;
      for (int k = 0; k < a.length; k++) {
        re += a[k] * Math.cos(k * angle);
        im -= a[k] * Math.sin(k * angle);
      }
      over(value, re, im);
    }
  }
}
