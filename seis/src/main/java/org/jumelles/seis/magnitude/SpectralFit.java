package org.jumelles.seis.magnitude;

import java.util.Optional;
import org.jumelles.kernel.signal.Psd;

/// Level and attenuation of a displacement spectrum, fitted in dB.
///
/// The low-frequency family: a straight line over frequency. The high-frequency family: the same
/// line times a Lorentz peak on it, 10 log10 (1 + R / (1 + ((f - f0) / w)^2)), by the best f0, w, R
/// of a grid.
///
/// @param levelDb A0, the line at 0 Hz, in dB of m^2/Hz
/// @param levelSigmaDb of it, from the misfit
/// @param attenuationSeconds t* of an amplitude that falls as exp(-pi f t*): its power falls by
///     20 pi t* / ln 10 dB a hertz, so t* = -slope ln 10 / (20 pi); divided by 10 pi, as one also
///     meets it, it would be that of the power
/// @param misfitDb root mean square
/// @param bins that stood out of the noise
public record SpectralFit(
    double levelDb,
    double levelSigmaDb,
    double attenuationSeconds,
    double misfitDb,
    int bins,
    double lowHz,
    double highHz) {
  private static final double TICK_LOW_HZ = 1 / 1.05;
  private static final double TICK_HIGH_HZ = 1.05;
  private static final double LEAST_POWER_RATIO = 2;
  private static final int LEAST_BINS = 8;

  /// The bins that count: frequency and level.
  @SuppressWarnings("ArrayRecordComponent") // made here, never changed, never a key
  private record Bins(double[] hz, double[] db, int count) {}

  /// A line over `lowHz` to `highHz`, the tick of 1 Hz left out, where the signal's density is over
  /// twice the noise's; none where fewer than eight bins are left.
  public static Optional<SpectralFit> line(Psd signal, Psd noise, double lowHz, double highHz) {
    Bins bins = bins(signal, noise, lowHz, highHz);
    return bins.count < LEAST_BINS ? Optional.empty() : Optional.of(fit(bins, new double[3]));
  }

  /// A line with a peak at the resonance, over the band of HF events.
  public static Optional<SpectralFit> peak(Psd signal, Psd noise, MagnitudeScale.Bands bands) {
    MagnitudeScale.Range peak = bands.resonance();
    double step = (peak.highHz() - peak.lowHz()) / 5;
    Bins bins = bins(signal, noise, bands.high().lowHz(), bands.high().highHz());
    if (bins.count < LEAST_BINS) {
      return Optional.empty();
    }
    SpectralFit best = fit(bins, new double[3]);
    for (double middle = peak.lowHz(); middle < peak.highHz() + 0.02 * step; middle += step) {
      for (double width = 0.05; width < 0.45; width *= 1.4) {
        for (double ratio = 1; ratio < 400; ratio *= 1.4) {
          SpectralFit fit = fit(bins, new double[] {middle, width, ratio});
          best = fit.misfitDb < best.misfitDb ? fit : best;
        }
      }
    }
    return Optional.of(best);
  }

  private static Bins bins(Psd signal, Psd noise, double lowHz, double highHz) {
    double[] hz = new double[signal.density().length];
    double[] db = new double[hz.length];
    int count = 0;
    for (int k = 0; k < hz.length; k++) {
      double f = signal.frequenciesHz()[k];
      boolean isTick = f >= TICK_LOW_HZ && f <= TICK_HIGH_HZ;
      double power = signal.density()[k];
      if (f >= lowHz && f <= highHz && !isTick && power > LEAST_POWER_RATIO * noise.density()[k]) {
        hz[count] = f;
        db[count++] = 10 * Math.log10(power);
      }
    }
    return new Bins(hz, db, count);
  }

  /// Least squares of level and slope under a peak of given middle, half width and ratio.
  private static SpectralFit fit(Bins bins, double[] peak) {
    int n = bins.count;
    double[] y = new double[n];
    double sumF = 0;
    double sumY = 0;
    for (int i = 0; i < n; i++) {
      double off = peak[1] > 0 ? (bins.hz[i] - peak[0]) / peak[1] : 0;
      y[i] = bins.db[i] - 10 * Math.log10(1 + peak[2] / (1 + off * off));
      sumF += bins.hz[i];
      sumY += y[i];
    }
    double mean = sumF / n;
    double ff = 0;
    double fy = 0;
    for (int i = 0; i < n; i++) {
      ff += (bins.hz[i] - mean) * (bins.hz[i] - mean);
      fy += (bins.hz[i] - mean) * (y[i] - sumY / n);
    }
    double slope = fy / ff;
    double level = sumY / n - slope * mean;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double rest = y[i] - level - slope * bins.hz[i];
      squares += rest * rest;
    }
    double sigma = Math.sqrt(squares / (n - 2) * (1.0 / n + mean * mean / ff));
    double attenuation = -slope * Math.log(10) / (20 * Math.PI);
    double misfit = Math.sqrt(squares / n);
    return new SpectralFit(
        level, sigma, attenuation, misfit, n, bins.hz[0], bins.hz[bins.count - 1]);
  }
}
