package org.jumelles.kernel.signal;

/// A complex number, for designs and other work of few numbers; signals are plain arrays.
record Complex(double re, double im) {
  static final Complex ONE = new Complex(1, 0);

  static Complex real(double re) {
    return new Complex(re, 0);
  }

  /// exp(i angle)
  static Complex unit(double angleRad) {
    return new Complex(StrictMath.cos(angleRad), StrictMath.sin(angleRad));
  }

  Complex plus(Complex other) {
    return new Complex(re + other.re, im + other.im);
  }

  Complex minus(Complex other) {
    return new Complex(re - other.re, im - other.im);
  }

  Complex times(Complex other) {
    return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
  }

  Complex times(double factor) {
    return new Complex(re * factor, im * factor);
  }

  Complex over(Complex other) {
    double norm = other.re * other.re + other.im * other.im;
    return new Complex(
        (re * other.re + im * other.im) / norm, (im * other.re - re * other.im) / norm);
  }

  Complex conjugate() {
    return new Complex(re, -im);
  }

  double abs() {
    return StrictMath.hypot(re, im);
  }

  boolean isReal() {
    return im == 0;
  }

  /// The root with a real part not below zero.
  Complex sqrt() {
    double size = abs();
    double a = StrictMath.sqrt((size + Math.abs(re)) / 2);
    if (a == 0) {
      return new Complex(0, 0);
    }
    double b = Math.abs(im) / (2 * a);
    double realPart = re >= 0 ? a : b;
    double imaginaryPart = re >= 0 ? b : a;
    return new Complex(realPart, im < 0 ? -imaginaryPart : imaginaryPart);
  }
}
