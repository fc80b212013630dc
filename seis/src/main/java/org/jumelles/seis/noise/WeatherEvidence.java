package org.jumelles.seis.noise;

import java.util.Locale;
import java.util.Optional;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.trace.Trace;

/// How well the envelope of the ground's motion follows that of the weather over the same time.
///
/// Both are root mean squares over bins of some seconds; the ground's is fitted by a constant plus
/// wind squared (dynamic pressure, [Charalambous2021]) or the pressure's own envelope, by least
/// squares.
///
/// @param bins compared
/// @param correlation of the two envelopes, from -1 to 1
/// @param explained share of the variance of the ground's envelope that the fit explains, 0 to 1
/// @param sigmaCorrelation of no correlation at all, from the number of bins
public record WeatherEvidence(
    String weatherChannel,
    int bins,
    double correlation,
    double explained,
    double sigmaCorrelation) {
  private static final int FEWEST_BINS = 12;

  /// A gust explains at least so much of what the ground did.
  private static final double GUST_EXPLAINS = 0.5;

  /// What of the weather is compared.
  public enum Kind {
    /// Speed; its square drives the lander.
    WIND,
    /// Its changes load the ground.
    PRESSURE,
    /// Its changes come with turbulence.
    TEMPERATURE;

    /// By SEED's code of a channel: instrument W with orientation S (speed), D, K.
    public static Optional<Kind> ofCode(String channel) {
      if (channel.length() != 3) {
        return Optional.empty();
      }
      return switch (channel.charAt(1)) {
        case 'W' -> channel.charAt(2) == 'S' ? Optional.of(WIND) : Optional.empty();
        case 'D' -> Optional.of(PRESSURE);
        case 'K' -> Optional.of(TEMPERATURE);
        default -> Optional.empty();
      };
    }
  }

  /// Compares two traces over the time that both cover.
  ///
  /// @param binSeconds of one root mean square, at least one sample of each
  /// @return nothing explained where fewer than twelve bins are common
  public static WeatherEvidence of(Trace ground, Trace weather, Kind kind, double binSeconds) {
    Moment start = ground.start().isAfter(weather.start()) ? ground.start() : weather.start();
    Moment end = ground.end().isBefore(weather.end()) ? ground.end() : weather.end();
    long binNanos = Math.round(binSeconds * 1e9);
    int bins = end.isBefore(start) ? 0 : (int) Math.min(1 << 20, start.nanosUntil(end) / binNanos);
    if (bins < FEWEST_BINS) {
      return new WeatherEvidence(weather.id().nslc(), bins, 0, 0, 1);
    }
    double[] envelope = new double[bins];
    double[] drive = new double[bins];
    for (int i = 0; i < bins; i++) {
      envelope[i] = deviation(ground, start, i * binNanos, binNanos);
      drive[i] =
          kind == Kind.WIND
              ? meanSquare(weather, start, i * binNanos, binNanos)
              : deviation(weather, start, i * binNanos, binNanos);
    }
    double r = correlation(drive, envelope);
    return new WeatherEvidence(
        weather.id().nslc(), bins, r, r > 0 ? r * r : 0, 1 / Math.sqrt(bins - 1.0));
  }

  /// Whether the weather explains most of it, beyond three sigma of chance.
  public boolean isGust() {
    return explained >= GUST_EXPLAINS && correlation > 3 * sigmaCorrelation;
  }

  public String sentence() {
    return String.format(
        Locale.ROOT,
        "%s explains %.0f %% of the envelope's variance (correlation %.2f, %.2f by chance, %d bins)",
        weatherChannel,
        100 * explained,
        correlation,
        sigmaCorrelation,
        bins);
  }

  private static double meanSquare(Trace trace, Moment start, long fromNanos, long lengthNanos) {
    int from = index(trace, start, fromNanos);
    int to = Math.max(from + 1, index(trace, start, fromNanos + lengthNanos));
    double sum = 0;
    int count = 0;
    for (int i = from; i < Math.min(to, trace.count()); i++) {
      sum += trace.samples()[i] * trace.samples()[i];
      count++;
    }
    return count == 0 ? 0 : sum / count;
  }

  private static double deviation(Trace trace, Moment start, long fromNanos, long lengthNanos) {
    int from = index(trace, start, fromNanos);
    int to = Math.min(trace.count(), index(trace, start, fromNanos + lengthNanos));
    double mean = 0;
    for (int i = from; i < to; i++) {
      mean += trace.samples()[i] / (to - from);
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      double off = trace.samples()[i] - mean;
      sum += off * off;
    }
    return to <= from ? 0 : Math.sqrt(sum / (to - from));
  }

  private static int index(Trace trace, Moment start, long nanos) {
    long index = trace.sampling().nearest(start.plusNanos(nanos));
    return (int) Math.clamp(index, 0, trace.count() - 1L);
  }

  private static double correlation(double[] x, double[] y) {
    double mx = java.util.Arrays.stream(x).average().orElse(0);
    double my = java.util.Arrays.stream(y).average().orElse(0);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - mx) * (x[i] - mx);
      yy += (y[i] - my) * (y[i] - my);
      xy += (x[i] - mx) * (y[i] - my);
    }
    double norm = Math.sqrt(xx * yy);
    return norm > 0 ? xy / norm : 0;
  }
}
