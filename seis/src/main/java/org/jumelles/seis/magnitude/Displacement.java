package org.jumelles.seis.magnitude;

import org.jumelles.kernel.signal.Detrend;
import org.jumelles.kernel.signal.Fft;
import org.jumelles.kernel.signal.Window;
import org.jumelles.seis.trace.Trace;

/// Displacement from velocity or acceleration, by division in the spectrum.
public final class Displacement {
  /// Below this nothing is kept, up to the next a rise: long periods would drown all.
  private static final double NOTHING_HZ = 0.02;

  private static final double ALL_HZ = 0.05;

  private Displacement() {}

  /// @param integrations 0 of displacement, 1 of velocity, 2 of acceleration
  public static Trace of(Trace motion, int integrations) {
    if (integrations < 0 || integrations > 2) {
      throw new IllegalArgumentException(integrations + " integrations");
    }
    if (integrations == 0 || motion.count() < 2) {
      return motion;
    }
    double[] flat = Detrend.linear(motion.samples());
    double[] tapered = Window.apply(Window.cosineTaper(flat.length, 0.02), flat);
    int length = Fft.goodLength(flat.length);
    double[] spectrum = Fft.real(tapered, length);
    for (int k = 0; 2 * k + 1 < spectrum.length; k++) {
      double hz = k * motion.samplingRateHz() / length;
      double rise = Math.clamp((hz - NOTHING_HZ) / (ALL_HZ - NOTHING_HZ), 0, 1);
      double gain = rise == 0 ? 0 : rise / Math.pow(2 * Math.PI * hz, integrations);
      double re = spectrum[2 * k] * gain;
      double im = spectrum[2 * k + 1] * gain;
      // 1 / i = -i, and 1 / i^2 = -1
      spectrum[2 * k] = integrations == 1 ? im : -re;
      spectrum[2 * k + 1] = integrations == 1 ? -re : -im;
    }
    double[] whole = Fft.realInverse(spectrum, length);
    return motion.withSamples(java.util.Arrays.copyOf(whole, flat.length));
  }
}
