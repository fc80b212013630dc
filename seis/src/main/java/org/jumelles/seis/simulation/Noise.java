package org.jumelles.seis.simulation;

import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.jumelles.kernel.signal.Fft;

/// Noise of the instrument, the lander's ground and the wind, as ground velocity in m/s.
final class Noise {
  /// Below this there is none: velocity would grow without bound.
  private static final double LEAST_HZ = 0.004;

  private static final double RESONANCE_HZ = 2.4;
  private static final double RESONANCE_WIDTH_HZ = 0.08;

  private Noise() {}

  /// Gaussian noise of a given amplitude density of acceleration, m/s2/sqrt(Hz) over Hz.
  static double[] velocity(
      RandomGenerator random, int samples, double rateHz, DoubleUnaryOperator density) {
    int n = Fft.goodLength(samples);
    double[] white = new double[n];
    for (int i = 0; i < n; i++) {
      white[i] = random.nextGaussian();
    }
    Fft fft = Fft.ofLength(n);
    double[] spectrum = fft.forward(white);
    double scale = Math.sqrt(rateHz / 2);
    for (int k = 0; k < spectrum.length / 2; k++) {
      double f = k * rateHz / n;
      double factor = f < LEAST_HZ ? 0 : scale * density.applyAsDouble(f) / (2 * Math.PI * f);
      spectrum[2 * k] *= factor;
      spectrum[2 * k + 1] *= factor;
    }
    return java.util.Arrays.copyOf(fft.inverse(spectrum), samples);
  }

  /// The quiet night: 1/f self-noise over a floor, and the resonance [Lognonne2020, Dahmen2021].
  static double quiet(double f, boolean horizontal) {
    double self = (horizontal ? 3e-10 : 2e-10) * (1 + 0.06 / f);
    return Math.hypot(self, (horizontal ? 3e-10 : 8e-10) * resonance(f));
  }

  /// Wind of unit strength: more at high frequencies and on the horizontals; it lifts the resonance
  /// less than its neighbours, as in hours of 2019 and 2022.
  static double wind(double f, boolean horizontal) {
    double broad = (horizontal ? 2e-9 : 1.2e-9) * (0.3 + Math.pow(f, 1.2) / 3);
    return Math.hypot(broad, 5e-10 * resonance(f));
  }

  /// Peak of height 1 [Dahmen2021].
  static double resonance(double f) {
    double x = (f - RESONANCE_HZ) / RESONANCE_WIDTH_HZ;
    return 1 / Math.sqrt(1 + x * x);
  }

  /// Strength of the wind each second: small in the evening, great from morning to late afternoon,
  /// with gusts that last about a minute.
  ///
  /// @param solFraction local mean solar time at the start, 0 to 1
  /// @param secondsASol length of a sol in SI seconds
  static double[] windStrength(
      RandomGenerator random, int seconds, double solFraction, double secondsASol) {
    double[] strength = new double[seconds + 2];
    double gust = 0;
    double memory = Math.exp(-1 / 60.0);
    double kick = Math.sqrt(1 - memory * memory);
    for (int i = 0; i < strength.length; i++) {
      gust = memory * gust + kick * random.nextGaussian();
      double local = 24 * ((solFraction + i / secondsASol) % 1);
      strength[i] = daily(local) * Math.exp(0.5 * gust);
    }
    return strength;
  }

  /// By the local hour: 0.03 from 18 to 0 h, rising through the night to 1 at noon [Lognonne2020].
  static double daily(double localHour) {
    double day = Math.exp(-Math.pow((localHour - 12.5) / 3.6, 4));
    double night = localHour < 8 ? 0.12 * localHour / 8 : 0;
    return 0.03 + day + night;
  }
}
