package org.jumelles.iasi.absorption;

/// The Voigt function K(x, y), the real part of w(x + iy) = exp(-z^2) erfc(-iz), for y >= 0.
///
/// Beyond |z|^2 = 64 the fourth convergent of Laplace's continued fraction, else Weideman's
/// rational series with 24 terms [Weideman1994]. Within 2e-6 of K plus 1e-9 absolutely, for y from
/// 1e-6 up; a test holds that against a slow integral.
final class Voigt {
  static final double FAR_SQUARED = 64;
  private static final double ROOT_PI_INVERSE = 1 / Math.sqrt(Math.PI);
  private static final int TERMS = 24;
  private static final double L = Math.sqrt(TERMS / Math.sqrt(2));
  private static final double[] A = coefficients();

  private Voigt() {}

  static double k(double x, double y) {
    return x * x + y * y > FAR_SQUARED ? far(x, y) : near(x, y);
  }

  /// Re [ i / sqrt(pi) z (z^2 - 5/2) / (z^4 - 3 z^2 + 3/4) ].
  static double far(double x, double y) {
    double a = x * x - y * y;
    double b = 2 * x * y;
    double c = a - 2.5;
    double numeratorReal = x * c - y * b;
    double numeratorImaginary = x * b + y * c;
    double real = a * a - b * b - 3 * a + 0.75;
    double imaginary = 2 * a * b - 3 * b;
    return ROOT_PI_INVERSE
        * (numeratorReal * imaginary - numeratorImaginary * real)
        / (real * real + imaginary * imaginary);
  }

  /// w = 2 p(Z) / (L - iz)^2 + 1 / (sqrt(pi) (L - iz)), Z = (L + iz) / (L - iz).
  private static double near(double x, double y) {
    double real = L + y;
    double norm = 1 / (real * real + x * x);
    double inverseReal = real * norm; // 1 / (L - iz), L - iz = (L + y) - ix
    double inverseImaginary = x * norm;
    double top = L - y;
    double zr = top * inverseReal - x * inverseImaginary;
    double zi = top * inverseImaginary + x * inverseReal;
    double pr = A[0];
    double pi = 0;
    for (int n = 1; n < TERMS; n++) {
      double next = pr * zr - pi * zi + A[n];
      pi = pr * zi + pi * zr;
      pr = next;
    }
    double squareReal = inverseReal * inverseReal - inverseImaginary * inverseImaginary;
    double squareImaginary = 2 * inverseReal * inverseImaginary;
    return 2 * (pr * squareReal - pi * squareImaginary) + ROOT_PI_INVERSE * inverseReal;
  }

  /// The coefficients, highest power first: the Fourier series of exp(-t^2) (L^2 + t^2) in
  /// theta, t = L tan(theta / 2).
  private static double[] coefficients() {
    int m = 4 * TERMS;
    double[] a = new double[TERMS];
    for (int n = 1; n <= TERMS; n++) {
      double sum = 0;
      for (int k = -m + 1; k < m; k++) {
        double theta = k * Math.PI / m;
        double t = L * Math.tan(theta / 2);
        sum += Math.exp(-t * t) * (L * L + t * t) * Math.cos(n * theta);
      }
      a[TERMS - n] = sum / (2 * m);
    }
    return a;
  }
}
