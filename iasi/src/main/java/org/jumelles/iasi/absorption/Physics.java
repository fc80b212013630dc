package org.jumelles.iasi.absorption;

import org.jumelles.iasi.calibration.Planck;

/// Planck's law ([Planck]) and what else lines need, in the units of spectroscopy.
public final class Physics {
  private static final double AVOGADRO_PER_MOL = 6.02214076e23;

  /// h c / k in cm K.
  public static final double C2_CM_K = 100 * Planck.C2;

  /// The temperature of HITRAN's strengths and widths.
  public static final double REFERENCE_K = 296;

  /// One standard atmosphere.
  public static final double ATMOSPHERE_HPA = 1013.25;

  /// Molecules in a gram, times the molar mass.
  public static final double AVOGADRO = AVOGADRO_PER_MOL;

  private Physics() {}

  /// Doppler half width at 1/e over the wavenumber, for a molar mass in g/mol.
  static double dopplerRatio(double temperatureK, double massGPerMol) {
    double gas = Planck.BOLTZMANN * AVOGADRO_PER_MOL;
    return Math.sqrt(2000 * gas * temperatureK / massGPerMol) / Planck.LIGHT;
  }

  /// Planck's radiance in W m-2 sr-1 (m-1)-1 at a wavenumber in cm-1.
  public static double planck(double wavenumberPerCm, double temperatureK) {
    return Planck.radiance(100 * wavenumberPerCm, temperatureK);
  }

  /// Its derivative by temperature, per K.
  public static double planckPerK(double wavenumberPerCm, double temperatureK) {
    return Planck.perK(100 * wavenumberPerCm, temperatureK);
  }

  /// The temperature of a black body with that radiance, K; NaN where the radiance is not positive.
  public static double brightnessTemperatureK(double wavenumberPerCm, double radiance) {
    return Planck.temperatureK(100 * wavenumberPerCm, radiance);
  }

  /// The radiation term nu tanh(c2 nu / 2T) [Clough1989], cm-1.
  static double radiationTerm(double wavenumberPerCm, double temperatureK) {
    double e = Math.exp(-C2_CM_K * wavenumberPerCm / temperatureK);
    return wavenumberPerCm * (1 - e) / (1 + e);
  }
}
