package org.jumelles.iasi.simulation;

import java.util.random.RandomGenerator;
import org.jumelles.iasi.calibration.Planck;
import org.jumelles.iasi.spectrum.Channels;

/// Gaussian noise of the size that Level 1C spectra have, correlated as apodisation correlates it.
///
/// The size is a table of noise equivalent temperature differences at 280 K, interpolated in their
/// logarithm and constant beyond its ends. White noise times the apodisation
/// `exp(-(pi F x)^2 / (4 ln 2))`, F = 0.5 cm-1, x in cm, has neighbours correlated by 0.71, 0.25,
/// 0.04 and 0.004 at 0.25, 0.5, 0.75 and 1 cm-1: here white noise is folded with the transform of
/// that function, `exp(-nu^2 4 ln 2 / F^2)`.
final class InstrumentNoise {
  private static final double REFERENCE_K = 280;
  private static final double APODISATION_PER_CM = 0.5;

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

  private static final int REACH = 3;

  /// W m-2 sr-1 (m-1)-1 for each channel.
  private final float[] sigma = new float[Channels.COUNT];

  private final float[] taps = new float[2 * REACH + 1];

  InstrumentNoise() {
    for (int c = 0; c < sigma.length; c++) {
      double nu = Channels.wavenumberPerCm(c + 1);
      double perM = 100 * nu;
      double half = nedtK(nu) / 2;
      sigma[c] =
          (float)
              (Planck.radiance(perM, REFERENCE_K + half)
                  - Planck.radiance(perM, REFERENCE_K - half));
    }
    double squares = 0;
    double[] exact = new double[taps.length];
    for (int i = 0; i < taps.length; i++) {
      double nu = (i - REACH) * Channels.STEP_PER_CM / APODISATION_PER_CM;
      exact[i] = Math.exp(-4 * Math.log(2) * nu * nu);
      squares += exact[i] * exact[i];
    }
    for (int i = 0; i < taps.length; i++) {
      taps[i] = (float) (exact[i] / Math.sqrt(squares));
    }
  }

  static double nedtK(double nu) {
    int i = 0;
    while (i < NEDT.length - 2 && nu > NEDT[i + 1][0]) {
      i++;
    }
    double part = Math.clamp((nu - NEDT[i][0]) / (NEDT[i + 1][0] - NEDT[i][0]), 0, 1);
    double low = Math.log(NEDT[i][1]);
    return Math.exp(low + part * (Math.log(NEDT[i + 1][1]) - low));
  }

  /// Adds noise to one spectrum.
  ///
  /// @param white room for one more spectrum and six values
  void add(RandomGenerator random, float[] white, float[] radiance) {
    for (int i = 0; i < radiance.length + 2 * REACH; i++) {
      white[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < radiance.length; i++) {
      float folded = 0;
      for (int k = 0; k < taps.length; k++) {
        folded += taps[k] * white[i + k];
      }
      radiance[i] += sigma[i] * folded;
    }
  }

  static int room() {
    return Channels.COUNT + 2 * REACH;
  }
}
