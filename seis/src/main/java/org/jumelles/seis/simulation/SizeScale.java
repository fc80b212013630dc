package org.jumelles.seis.simulation;

import org.jumelles.kernel.signal.Filter;

/// The magnitude formulae of Mars solved for the amplitude [Boese2021], and the same amplitudes
/// measured on simulated velocity, so that a quake can be scaled to its magnitude.
final class SizeScale {
  private static final double LOW_HZ = 1.0 / 6;
  private static final double HIGH_HZ = 1.0 / 2;
  private static final double RESONANCE_LOW_HZ = 2.3;
  private static final double RESONANCE_HIGH_HZ = 2.5;
  private static final int WELCH_SECONDS = 20;

  private SizeScale() {}

  /// mb(P) = log10 A + 0.73 log10 D + 11.8, A in m of vertical displacement, D in degrees.
  static double bodyP(Truth.Quake quake) {
    return Math.pow(10, quake.magnitude() - 0.73 * Math.log10(quake.distanceDeg()) - 11.8);
  }

  /// mb(S) = log10 A + 1.06 log10 D + 10.93, A on the stronger horizontal.
  static double bodyS(Truth.Quake quake) {
    return Math.pow(10, quake.magnitude() - 1.06 * Math.log10(quake.distanceDeg()) - 10.93);
  }

  /// M2.4 = A24 / 20 + 1.0 log10 D + 11.04, A24 in dB of displacement density: its square root, in
  /// m/sqrt(Hz).
  static double resonance(Truth.Quake quake) {
    return Math.pow(10, quake.magnitude() - Math.log10(quake.distanceDeg()) - 11.04);
  }

  /// Greatest displacement at 1/6 to 1/2 Hz, zero phase, m.
  static double bodyWave(double[] velocity, double rateHz) {
    double greatest = 0;
    for (double value : displacement(velocity, rateHz, LOW_HZ, HIGH_HZ)) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    return greatest;
  }

  /// Root of the displacement density around 2.4 Hz in the 20 s from a sample on, m/sqrt(Hz).
  static double resonance(double[] velocity, int from, double rateHz) {
    double[] displacement = displacement(velocity, rateHz, RESONANCE_LOW_HZ, RESONANCE_HIGH_HZ);
    int to = Math.min(velocity.length, from + (int) (WELCH_SECONDS * rateHz));
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += displacement[i] * displacement[i];
    }
    return Math.sqrt(sum / (to - from) / (RESONANCE_HIGH_HZ - RESONANCE_LOW_HZ));
  }

  private static double[] displacement(
      double[] velocity, double rateHz, double lowHz, double highHz) {
    double[] band = Filter.bandpass(3, lowHz, highHz, rateHz).applyZeroPhase(velocity);
    double sum = 0;
    for (int i = 0; i < band.length; i++) {
      sum += band[i] / rateHz;
      band[i] = sum;
    }
    return Filter.highpass(2, lowHz / 2, rateHz).applyZeroPhase(band);
  }
}
