package org.jumelles.seis.glitch;

import java.util.Arrays;

/// The scatter of amplitudes where there is no glitch, by blocks of twenty minutes: 1.4826 times
/// the median of their moduli, which some glitches do not move.
final class Background {
  private static final double BLOCK_S = 1200;
  private static final double TO_SIGMA = 1.4826;

  private final double[] sigmas;
  private final int block;

  private Background(double[] sigmas, int block) {
    this.sigmas = sigmas;
    this.block = block;
  }

  /// @param amplitudes zero where there are none, at both ends
  static Background of(double[] amplitudes, double samplingRateHz) {
    int n = amplitudes.length;
    int blocks = Math.max(1, (int) Math.round(n / (BLOCK_S * samplingRateHz)));
    int block = (n + blocks - 1) / blocks;
    double[] sigmas = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      int step = Math.max(1, (int) (samplingRateHz / 2));
      double[] moduli = new double[block / step + 1];
      int count = 0;
      for (int i = b * block; i < Math.min(n, (b + 1) * block); i += step) {
        if (amplitudes[i] != 0) {
          moduli[count++] = Math.abs(amplitudes[i]);
        }
      }
      Arrays.sort(moduli, 0, count);
      sigmas[b] = count == 0 ? Double.POSITIVE_INFINITY : TO_SIGMA * moduli[count / 2];
    }
    return new Background(sigmas, block);
  }

  /// In m/s^2, above zero.
  double sigma(int sample) {
    return Math.max(1e-30, sigmas[Math.min(sigmas.length - 1, sample / block)]);
  }
}
