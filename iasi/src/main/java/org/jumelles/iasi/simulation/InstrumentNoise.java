package org.jumelles.iasi.simulation;

import java.util.random.RandomGenerator;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.iasi.calibration.Planck;
import org.jumelles.iasi.spectrum.Channels;

/// Gaussian noise of the size that Level 1C spectra have, correlated as apodisation correlates it.
///
/// The size is the built-in [NoiseTable]'s. White noise times the apodisation
/// `exp(-(pi F x)^2 / (4 ln 2))`, F = 0.5 cm-1, x in cm, has neighbours correlated by 0.71, 0.25,
/// 0.04 and 0.004 at 0.25, 0.5, 0.75 and 1 cm-1: here white noise is folded with the transform of
/// that function, `exp(-nu^2 4 ln 2 / F^2)`.
final class InstrumentNoise {
  private static final double REFERENCE_K = 280;
  private static final double APODISATION_PER_CM = 0.5;

  private static final int REACH = 3;

  /// W m-2 sr-1 (m-1)-1 for each channel.
  private final float[] sigma = new float[Channels.COUNT];

  private final float[] taps = new float[2 * REACH + 1];

  InstrumentNoise() {
    for (int c = 0; c < sigma.length; c++) {
      double nu = Channels.wavenumberPerCm(c + 1);
      double perM = 100 * nu;
      double half = NoiseTable.kelvin(nu) / 2;
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
