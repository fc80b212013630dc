package org.jumelles.seis.calibration;

/// One factor of a response; a complex number is `{re, im}`.
///
/// Forward transform with exp(-i w t), so a delay d is exp(-i w d).
sealed interface Factor {
  /// Multiplies `value` by this factor at a frequency.
  void multiply(double frequencyHz, double[] value);

  /// The most radians by which the phase of any term turns from 0 to `frequencyHz`: how wavy the
  /// factor is.
  double turnRad(double frequencyHz);

  /// Modulus at a frequency.
  default double modulus(double frequencyHz) {
    double[] value = {1, 0};
    multiply(frequencyHz, value);
    return StrictMath.hypot(value[0], value[1]);
  }

  /// `a0 prod(s - zero) / prod(s - pole)`, s = i `scale` f [SEED2.4, blockette 53].
  ///
  /// @param scale 2 pi for rad/s, 1 for Hz
  /// @param zeros re and im in turn; `poles` too
  @SuppressWarnings("ArrayRecordComponent") // made here, never changed, never a key
  record Analog(double scale, double a0, double[] zeros, double[] poles) implements Factor {
    @Override
    public void multiply(double frequencyHz, double[] value) {
      ComplexKernel.roots(0, scale * frequencyHz, a0, zeros, poles, value);
    }

    @Override
    public double turnRad(double frequencyHz) {
      return 0;
    }
  }

  /// The same with z = exp(i w dt).
  @SuppressWarnings("ArrayRecordComponent")
  record Digital(double intervalS, double a0, double[] zeros, double[] poles) implements Factor {
    @Override
    public void multiply(double frequencyHz, double[] value) {
      double angle = 2 * Math.PI * frequencyHz * intervalS;
      ComplexKernel.roots(Math.cos(angle), Math.sin(angle), a0, zeros, poles, value);
    }

    @Override
    public double turnRad(double frequencyHz) {
      return 2 * Math.PI * frequencyHz * intervalS * (zeros.length + poles.length) * 8;
    }
  }

  /// A symmetric FIR about its middle, without delay: `w[0] + 2 sum w[k] cos(k w dt)`, k = 1, 2 ...
  /// from the middle outwards; half a sample further out where `even` [SEED2.4, blockette 61].
  @SuppressWarnings("ArrayRecordComponent")
  record SymmetricFir(double intervalS, boolean even, double[] fromMiddle) implements Factor {
    @Override
    public void multiply(double frequencyHz, double[] value) {
      double gain =
          ComplexKernel.cosineSum(2 * Math.PI * frequencyHz * intervalS, even, fromMiddle);
      value[0] *= gain;
      value[1] *= gain;
    }

    @Override
    public double turnRad(double frequencyHz) {
      return 2 * Math.PI * frequencyHz * intervalS * fromMiddle.length;
    }
  }

  /// `sum b[k] z^-k / sum a[k] z^-k`, advanced by what was taken off the time stamps.
  @SuppressWarnings("ArrayRecordComponent")
  record Ratio(double intervalS, double[] b, double[] a, double correctionS) implements Factor {
    @Override
    public void multiply(double frequencyHz, double[] value) {
      double angle = 2 * Math.PI * frequencyHz * intervalS;
      ComplexKernel.ratio(angle, b, a, value);
      double advance = 2 * Math.PI * frequencyHz * correctionS;
      ComplexKernel.times(value, Math.cos(advance), Math.sin(advance));
    }

    @Override
    public double turnRad(double frequencyHz) {
      double samples = b.length + (a.length > 1 ? 8.0 * a.length : 0);
      return 2 * Math.PI * frequencyHz * (intervalS * samples + Math.abs(correctionS));
    }
  }
}
