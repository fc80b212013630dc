package org.jumelles.iasi.retrieval;

import org.jumelles.iasi.absorption.Physics;

/// IASI's noise by wavenumber: the standard deviation of a channel's radiance.
///
/// Out of noise equivalent temperature differences at 280 K, which EUMETSAT's NEdR tables come to
/// (Metop-A, PC basis of 2011), interpolated in their logarithm and constant beyond its ends. Noise
/// of neighbouring channels is correlated by the apodisation; what is computed from this table
/// alone
/// takes them as independent.
public final class NoiseTable {
  private static final double REFERENCE_K = 280;

  /// cm-1 and K.
  private static final double[][] NEDT = {
    {667.5, 0.156},
    {700, 0.149},
    {900, 0.149},
    {1040, 0.153},
    {1303.5, 0.036},
    {1371.5, 0.044},
    {2143.5, 0.150},
    {2349, 0.367},
    {2400, 0.464},
    {2616, 1.16},
    {2760, 2.9}
  };

  private NoiseTable() {}

  /// W m-2 sr-1 (m-1)-1, for each wavenumber in cm-1.
  public static double[] radiance(double[] wavenumbersPerCm) {
    double[] noise = new double[wavenumbersPerCm.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = kelvin(wavenumbersPerCm[i]) * Physics.planckPerK(wavenumbersPerCm[i], REFERENCE_K);
    }
    return noise;
  }

  private static double kelvin(double nu) {
    int i = 0;
    while (i < NEDT.length - 2 && nu > NEDT[i + 1][0]) {
      i++;
    }
    double part = Math.clamp((nu - NEDT[i][0]) / (NEDT[i + 1][0] - NEDT[i][0]), 0, 1);
    return NEDT[i][1] * Math.pow(NEDT[i + 1][1] / NEDT[i][1], part);
  }
}
