package org.jumelles.kernel.signal;

/// One second-order section, `(b0 + b1/z + b2/z^2) / (1 + a1/z + a2/z^2)`.
record Section(double b0, double b1, double b2, double a1, double a2) {

  static Section of(Complex zero1, Complex zero2, Complex pole1, Complex pole2) {
    return new Section(
        1,
        -zero1.plus(zero2).re(),
        zero1.times(zero2).re(),
        -pole1.plus(pole2).re(),
        pole1.times(pole2).re());
  }

  Section times(double gain) {
    return new Section(b0 * gain, b1 * gain, b2 * gain, a1, a2);
  }

  /// The response to a step, long after: the gain at zero frequency.
  double restGain() {
    return (b0 + b1 + b2) / (1 + a1 + a2);
  }

  /// The response at `z` on the unit circle, given 1/z.
  Complex at(Complex inverseZ) {
    Complex square = inverseZ.times(inverseZ);
    Complex above = Complex.real(b0).plus(inverseZ.times(b1)).plus(square.times(b2));
    Complex below = Complex.ONE.plus(inverseZ.times(a1)).plus(square.times(a2));
    return above.over(below);
  }

  /// The samples filtered in place, in the transposed direct form II.
  ///
  /// @param state the two delays before the first sample; after the call, those after the last
  void run(double[] samples, int from, int length, double[] state) {
    double s1 = state[0];
    double s2 = state[1];
    for (int i = from; i < from + length; i++) {
      double x = samples[i];
      double y = b0 * x + s1;
      s1 = b1 * x - a1 * y + s2;
      s2 = b2 * x - a2 * y;
      samples[i] = y;
    }
    state[0] = s1;
    state[1] = s2;
  }

  /// The delays after an endless row of `level`, so that the filter is at rest there.
  double[] rest(double level) {
    double y = restGain() * level;
    double s2 = b2 * level - a2 * y;
    return new double[] {b1 * level - a1 * y + s2, s2};
  }
}
