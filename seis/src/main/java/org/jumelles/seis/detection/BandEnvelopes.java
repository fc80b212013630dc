package org.jumelles.seis.detection;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jumelles.kernel.signal.Filter;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.event.Band;

/// Powers of one second each in every observable band, on one time line; NaN where no data are.
///
/// @param start of second 0
/// @param power by band, one value a second, unit of the samples squared
/// @param highHz the upper corner used by band
/// @param broad power at 0.01 to 0.1 Hz, where glitches have most of theirs
@SuppressWarnings("ArrayRecordComponent") // shared, never a key
record BandEnvelopes(
    Moment start,
    int seconds,
    Map<Band, double[]> power,
    Map<Band, Double> highHz,
    double[] broad) {
  private static final long SECOND = 1_000_000_000L;

  /// Of the Nyquist frequency: up to here an anti-alias filter lets pass.
  private static final double USABLE = 0.9;

  private static final int CORNERS = 3;

  /// So long a filter rings after the start of a stretch.
  static final int SETTLING_SECONDS = 10;

  /// Of stretches in the order of time, at least one.
  static BandEnvelopes of(List<Stretch> raw) {
    List<Stretch> stretches = raw.stream().map(BandEnvelopes::centred).toList();
    Moment start = stretches.getFirst().start();
    double rate = stretches.stream().mapToDouble(Stretch::samplingRateHz).min().orElseThrow();
    int seconds = 0;
    for (Stretch stretch : stretches) {
      seconds = Math.max(seconds, secondsBetween(start, stretch.start()) + length(stretch));
    }
    Map<Band, double[]> power = new EnumMap<>(Band.class);
    Map<Band, Double> highHz = new EnumMap<>(Band.class);
    for (Band band : Band.values()) {
      double high = Math.min(band.highHz(), USABLE * rate / 2);
      if (high < 1.1 * band.lowHz()) {
        continue;
      }
      double[] series = nothing(seconds);
      for (Stretch stretch : stretches) {
        Filter filter = Filter.bandpass(CORNERS, band.lowHz(), high, stretch.samplingRateHz());
        fill(stretch, filter.apply(stretch.samples()), start, series);
      }
      power.put(band, series);
      highHz.put(band, high);
    }
    return new BandEnvelopes(start, seconds, power, highHz, longPeriod(stretches, start, seconds));
  }

  private static double[] longPeriod(List<Stretch> stretches, Moment start, int seconds) {
    double[] series = nothing(seconds);
    for (Stretch stretch : stretches) {
      Filter filter = Filter.bandpass(2, 0.01, 0.1, stretch.samplingRateHz());
      fill(stretch, filter.apply(stretch.samples()), start, series);
    }
    return series;
  }

  /// Of an observable band.
  double[] powerIn(Band band) {
    return Objects.requireNonNull(power.get(band));
  }

  /// Of an observable band.
  double highHzOf(Band band) {
    return Objects.requireNonNull(highHz.get(band));
  }

  Moment at(int second) {
    return start.plusNanos(second * SECOND);
  }

  boolean hasData(int second) {
    return second >= 0
        && second < seconds
        && !Double.isNaN(power.values().iterator().next()[second]);
  }

  private static double[] nothing(int seconds) {
    double[] series = new double[seconds];
    Arrays.fill(series, Double.NaN);
    return series;
  }

  private static int secondsBetween(Moment start, Moment later) {
    return Math.toIntExact(Math.round(start.nanosUntil(later) / (double) SECOND));
  }

  private static int length(Stretch stretch) {
    return (int) Math.floor(stretch.samples().length / stretch.samplingRateHz());
  }

  private static void fill(Stretch stretch, double[] filtered, Moment start, double[] series) {
    int at = secondsBetween(start, stretch.start());
    int length = length(stretch);
    for (int s = 0; s < length; s++) {
      int from = (int) Math.round(s * stretch.samplingRateHz());
      int to = (int) Math.min(filtered.length, Math.round((s + 1) * stretch.samplingRateHz()));
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += filtered[i] * filtered[i];
      }
      boolean settled = s >= SETTLING_SECONDS;
      series[at + s] = settled ? sum / Math.max(1, to - from) : Double.NaN;
    }
  }

  /// Less their median, so that the filters start calm; what is not finite becomes the median.
  private static Stretch centred(Stretch stretch) {
    double[] sorted = stretch.samples().clone();
    Arrays.sort(sorted);
    double level = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    double[] centred = new double[sorted.length];
    for (int i = 0; i < centred.length; i++) {
      double sample = stretch.samples()[i];
      centred[i] = Double.isFinite(sample) ? sample - level : 0;
    }
    return new Stretch(stretch.start(), stretch.samplingRateHz(), centred);
  }
}
