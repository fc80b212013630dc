package org.jumelles.iasi.simulation;

import java.util.random.RandomGenerator;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.iasi.calibration.Planck;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.transfer.ApodisedNoise;

/// Gaussian noise of the size that Level 1C spectra have, correlated as apodisation correlates it.
///
/// The size is the built-in [NoiseTable]'s; white noise is folded with the taps of [ApodisedNoise].
final class InstrumentNoise {
  private static final double REFERENCE_K = 280;
  private static final int REACH = 16;

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
    double[] exact = ApodisedNoise.taps(REACH);
    for (int i = 0; i < taps.length; i++) {
      taps[i] = (float) exact[i];
    }
  }

  /// Adds noise to one spectrum.
  ///
  /// @param white [#room] values, overwritten
  void add(RandomGenerator random, float[] white, float[] radiance) {
    for (int i = 0; i < radiance.length + 2 * REACH; i++) {
      white[i] = (float) random.nextGaussian();
    }
    for (int k = 0; k < taps.length; k++) {
      fold(taps[k], white, k, sigma, radiance);
    }
  }

  private static void fold(float tap, float[] white, int shift, float[] sigma, float[] radiance) {
    for (int i = 0; i < radiance.length; i++) {
      radiance[i] += sigma[i] * tap * white[i + shift];
    }
  }

  static int room() {
    return Channels.COUNT + 2 * REACH;
  }
}
