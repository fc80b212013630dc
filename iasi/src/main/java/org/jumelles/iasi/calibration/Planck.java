package org.jumelles.iasi.calibration;

/// Planck's law by wavenumber, and its inverse.
///
/// ```text
/// L = c1 nu^3 / (exp(c2 nu / T) - 1)      T = c2 nu / ln(1 + c1 nu^3 / L)
/// ```
///
/// with L in W m-2 sr-1 (m-1)-1, nu in m-1, T in K, c1 = 2 h c^2 and c2 = h c / k [CODATA2018].
public final class Planck {
  /// J s, exact.
  private static final double PLANCK = 6.62607015e-34;

  /// m s-1, exact.
  public static final double LIGHT = 299_792_458;

  /// J K-1, exact.
  public static final double BOLTZMANN = 1.380649e-23;

  /// 2 h c^2 in W m2 sr-1.
  public static final double C1 = 2 * PLANCK * LIGHT * LIGHT;

  /// h c / k in m K.
  public static final double C2 = PLANCK * LIGHT / BOLTZMANN;

  private Planck() {}

  /// The radiance of a black body in W m-2 sr-1 (m-1)-1.
  public static double radiance(double wavenumberPerM, double temperatureK) {
    return C1
        * wavenumberPerM
        * wavenumberPerM
        * wavenumberPerM
        / Math.expm1(C2 * wavenumberPerM / temperatureK);
  }

  /// What its radiance gains per K.
  public static double perK(double wavenumberPerM, double temperatureK) {
    double a = C2 * wavenumberPerM / temperatureK;
    return radiance(wavenumberPerM, temperatureK) * a / temperatureK / -Math.expm1(-a);
  }

  /// The temperature in K of a black body of this radiance; NaN where the radiance is not above
  /// zero.
  ///
  /// @param radiance in W m-2 sr-1 (m-1)-1
  public static double temperatureK(double wavenumberPerM, double radiance) {
    if (!(radiance > 0)) {
      return Double.NaN;
    }
    return C2
        * wavenumberPerM
        / Math.log1p(C1 * wavenumberPerM * wavenumberPerM * wavenumberPerM / radiance);
  }
}
