package org.jumelles.kernel.signal;

/// The analytic signal `x + i H(x)` of real samples, by transform [Oppenheim1999] §11.4.
///
/// The samples are taken as one period: taper them, or mistrust the ends. A length with a large
/// prime factor is slow, see [Fft#goodLength].
public final class Envelope {
  private Envelope() {}

  /// The size of the analytic signal, in the samples' unit.
  public static double[] of(double[] samples) {
    double[] envelope = hilbert(samples);
    for (int i = 0; i < envelope.length; i++) {
      envelope[i] = StrictMath.hypot(samples[i], envelope[i]);
    }
    return envelope;
  }

  /// H(x), the samples with every frequency a quarter of its period late; zero and Nyquist
  /// frequency are lost.
  public static double[] hilbert(double[] samples) {
    int n = samples.length;
    if (n == 0) {
      return new double[0];
    }
    Fft fft = Fft.ofLength(n);
    double[] spectrum = fft.forward(samples);
    for (int k = 0; k < fft.bins(); k++) {
      boolean alone = k == 0 || 2 * k == n;
      double re = spectrum[2 * k];
      spectrum[2 * k] = alone ? 0 : spectrum[2 * k + 1];
      spectrum[2 * k + 1] = alone ? 0 : -re;
    }
    return fft.inverse(spectrum);
  }
}
