package org.jumelles.seis.simulation;

import org.jumelles.kernel.signal.Filter;
import org.jumelles.seis.body.Body;
import org.jumelles.seis.magnitude.MagnitudeScale;

/// The magnitude formulae of the body solved for the amplitude, and the same amplitudes
/// measured on simulated velocity, so that a quake can be scaled to its magnitude.
final class SizeScale {
  private static final double LOW_HZ = 1.0 / 6;
  private static final double HIGH_HZ = 1.0 / 2;
  private static final double RESONANCE_LOW_HZ = 2.3;
  private static final double RESONANCE_HIGH_HZ = 2.5;
  private static final int WELCH_SECONDS = 20;

  private SizeScale() {}

  /// Of mb(P): m of vertical displacement.
  static double bodyP(Truth.Quake quake) {
    return scale().bodyP().amplitudeM(quake.magnitude(), quake.distanceDeg());
  }

  /// Of mb(S): m on the stronger horizontal.
  static double bodyS(Truth.Quake quake) {
    return scale().bodyS().amplitudeM(quake.magnitude(), quake.distanceDeg());
  }

  /// Of M2.4: the square root of the displacement density, m/sqrt(Hz).
  static double resonance(Truth.Quake quake) {
    return scale().resonance().amplitudeM(quake.magnitude(), quake.distanceDeg());
  }

  private static MagnitudeScale scale() {
    return Body.byDefault()
        .magnitudes()
        .orElseThrow(() -> new AssertionError("no scale of the body that is simulated"));
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
