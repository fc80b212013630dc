package org.jumelles.iasi.absorption;

/// Constants of the SI, exact since 2019 [CODATA2018], in the units of spectroscopy.
public final class Physics {
  private static final double PLANCK_J_S = 6.62607015e-34;
  private static final double LIGHT_M_PER_S = 299792458;
  private static final double BOLTZMANN_J_PER_K = 1.380649e-23;
  private static final double AVOGADRO_PER_MOL = 6.02214076e23;

  /// h c / k in cm K.
  public static final double C2_CM_K = 100 * PLANCK_J_S * LIGHT_M_PER_S / BOLTZMANN_J_PER_K;

  /// 2 h c^2 in W m-2 sr-1 (m-1)-1 per (cm-1)^3.
  public static final double C1 = 1e6 * 2 * PLANCK_J_S * LIGHT_M_PER_S * LIGHT_M_PER_S;

  /// The temperature of HITRAN's strengths and widths.
  public static final double REFERENCE_K = 296;

  /// One standard atmosphere.
  public static final double ATMOSPHERE_HPA = 1013.25;

  /// Molecules in a gram, times the molar mass.
  public static final double AVOGADRO = AVOGADRO_PER_MOL;

  private Physics() {}

  /// Doppler half width at 1/e over the wavenumber, for a molar mass in g/mol.
  static double dopplerRatio(double temperatureK, double massGPerMol) {
    double gas = BOLTZMANN_J_PER_K * AVOGADRO_PER_MOL;
    return Math.sqrt(2000 * gas * temperatureK / massGPerMol) / LIGHT_M_PER_S;
  }

  /// Planck's radiance in W m-2 sr-1 (m-1)-1 at a wavenumber in cm-1.
  public static double planck(double wavenumberPerCm, double temperatureK) {
    return C1
        * wavenumberPerCm
        * wavenumberPerCm
        * wavenumberPerCm
        / Math.expm1(C2_CM_K * wavenumberPerCm / temperatureK);
  }

  /// Its derivative by temperature, per K.
  public static double planckPerK(double wavenumberPerCm, double temperatureK) {
    double a = C2_CM_K * wavenumberPerCm / temperatureK;
    return planck(wavenumberPerCm, temperatureK) * a / temperatureK / -Math.expm1(-a);
  }

  /// The temperature of a black body with that radiance, K; NaN where the radiance is not positive.
  public static double brightnessTemperatureK(double wavenumberPerCm, double radiance) {
    if (!(radiance > 0)) {
      return Double.NaN;
    }
    double cubed = wavenumberPerCm * wavenumberPerCm * wavenumberPerCm;
    return C2_CM_K * wavenumberPerCm / Math.log1p(C1 * cubed / radiance);
  }

  /// The radiation term nu tanh(c2 nu / 2T) [Clough1989], cm-1.
  static double radiationTerm(double wavenumberPerCm, double temperatureK) {
    double e = Math.exp(-C2_CM_K * wavenumberPerCm / temperatureK);
    return wavenumberPerCm * (1 - e) / (1 + e);
  }
}
