package org.jumelles.iasi.atmosphere;

/// A round middle-latitude atmosphere for those who bring none: temperature by the standard's lapse
/// rates, water and other gases as smooth curves of their usual abundance. A state to try the
/// program with; no state to retrieve real spectra from.
public final class StandardProfile {
  private static final int LEVELS = 46;
  private static final double SCALE_KM = 7.5;
  private static final int GREATEST_MOLECULE = 49;

  /// Kilometres and kelvin of the US standard atmosphere 1976, rounded.
  private static final double[][] KINKS = {
    {0, 288.2},
    {11, 216.7},
    {20, 216.7},
    {32, 228.7},
    {47, 270.7},
    {51, 270.7},
    {71, 214.7},
    {85, 187}
  };

  private StandardProfile() {}

  /// From 1013 to 0.01 hPa.
  public static Profile make() {
    double[] pressures = new double[LEVELS];
    double[] kelvins = new double[LEVELS];
    double[][] shares = new double[GREATEST_MOLECULE + 1][0];
    int[] gases = {1, 2, 3, 4, 5, 6, 7};
    for (int gas : gases) {
      shares[gas] = new double[LEVELS];
    }
    for (int i = 0; i < LEVELS; i++) {
      double at = (double) i / (LEVELS - 1);
      pressures[i] = 1013 * Math.pow(1e-5, Math.pow(at, 1.25));
      double km = -SCALE_KM * Math.log(pressures[i] / 1013);
      kelvins[i] = kelvin(km);
      double above = Math.max(0, km - 11);
      shares[1][i] = Math.max(4e-6, 8e-3 * Math.exp(-km / 2.2));
      shares[2][i] = 4.1e-4;
      shares[3][i] = 3e-8 + 7.5e-6 * Math.exp(-(km - 33) * (km - 33) / 130);
      shares[4][i] = 3.3e-7 * Math.max(0.01, Math.exp(-Math.pow(above / 24, 2)));
      shares[5][i] = 1.1e-7 * Math.max(0.13, Math.exp(-above / 5)) + 1e-6 * Math.pow(at, 8);
      shares[6][i] = 1.9e-6 * Math.max(0.1, Math.exp(-above / 33));
      shares[7][i] = 0.209;
    }
    return new Profile("made-up standard profile", pressures, kelvins, shares);
  }

  private static double kelvin(double km) {
    int i = 0;
    while (i < KINKS.length - 2 && km > KINKS[i + 1][0]) {
      i++;
    }
    double part = Math.clamp((km - KINKS[i][0]) / (KINKS[i + 1][0] - KINKS[i][0]), 0, 1);
    return KINKS[i][1] + part * (KINKS[i + 1][1] - KINKS[i][1]);
  }
}
