package org.jumelles.seis.noise;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.jumelles.kernel.signal.Psd;
import org.jumelles.kernel.signal.Window;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.seis.calibration.ChannelResponse;
import org.jumelles.seis.calibration.GroundMotion;
import org.jumelles.seis.trace.Trace;

/// A probabilistic power spectral density: how often each level occurred in each band
/// [McNamaraBuland2004].
///
/// Traces are cut into segments, each half over the next. A segment's density is the mean of Hann
/// windows, each half over the next [Welch1967], turned into acceleration where its samples can be,
/// and then the mean over one octave about each band's centre.
public final class NoiseStatistics {
  private final Reading reading;
  private final ToIntFunction<Moment> group;
  private final LevelCounts counts;

  /// What the samples are.
  public sealed interface Reading {
    /// Levels stay in the samples' own unit.
    record AsTheyAre() implements Reading {}

    /// Counts of a channel, which its response turns into acceleration.
    record Counts(ChannelResponse response) implements Reading {}

    /// Ground velocity in m/s, of which the acceleration is taken.
    record Velocity() implements Reading {}
  }

  /// @param samplingRateHz of every trace that is added
  /// @param groups how many groups there are
  /// @param group which group the middle of a segment belongs to, from 0 to `groups` less one
  /// @throws IllegalArgumentException where a window shows no band at this rate
  public NoiseStatistics(
      LevelCounts.Settings settings,
      double samplingRateHz,
      Reading reading,
      int groups,
      ToIntFunction<Moment> group) {
    this.reading = reading;
    this.group = group;
    this.counts = new LevelCounts(settings, samplingRateHz, groups);
  }

  /// What was counted so far; shared, not copied.
  public LevelCounts counts() {
    return counts;
  }

  /// Adds every whole segment of a trace.
  ///
  /// @throws IllegalArgumentException for another sampling rate
  public void add(Trace trace) {
    double rateHz = counts.samplingRateHz();
    if (trace.samplingRateHz() != rateHz) {
      throw new IllegalArgumentException(
          trace.samplingRateHz() + " Hz among traces of " + rateHz + " Hz");
    }
    int length = (int) Math.round(counts.settings().segmentS() * rateHz);
    int windowSamples = (int) Math.round(counts.settings().windowS() * rateHz);
    double[] factor = factor(windowSamples);
    double[] window = Window.hann(windowSamples);
    double[] segment = new double[length];
    for (int from = 0; from + length <= trace.count(); from += Math.max(1, length / 2)) {
      System.arraycopy(trace.samples(), from, segment, 0, length);
      Moment middle = trace.start().plusNanos(Sampling.nanos(from + length / 2, rateHz));
      Psd psd = Psd.welch(segment, rateHz, window, windowSamples / 2);
      count(group.applyAsInt(middle), psd, factor);
    }
  }

  /// What turns the density of the samples into that of acceleration, at each frequency of a
  /// window.
  private double[] factor(int windowSamples) {
    double rateHz = counts.samplingRateHz();
    double[] factor = new double[windowSamples / 2 + 1];
    switch (reading) {
      case Reading.AsTheyAre() -> Arrays.fill(factor, 1);
      case Reading.Velocity() ->
          Arrays.setAll(factor, k -> Math.pow(2 * Math.PI * k * rateHz / windowSamples, 2));
      case Reading.Counts(ChannelResponse response) -> {
        double[] values = response.onBins(windowSamples, rateHz, GroundMotion.ACCELERATION);
        Arrays.setAll(
            factor,
            k -> 1 / (values[2 * k] * values[2 * k] + values[2 * k + 1] * values[2 * k + 1]));
      }
    }
    return factor;
  }

  private void count(int which, Psd psd, double[] factor) {
    counts.segment(which);
    double stepHz = psd.frequenciesHz()[1];
    double[] centresHz = counts.centresHz();
    for (int band = 0; band < centresHz.length; band++) {
      counts.level(which, band, 10 * Math.log10(octave(psd, factor, centresHz[band], stepHz)));
    }
  }

  private static double octave(Psd psd, double[] factor, double centreHz, double stepHz) {
    int from = Math.max(1, (int) Math.ceil(centreHz / Math.sqrt(2) / stepHz));
    int to = Math.min(factor.length - 1, (int) Math.floor(centreHz * Math.sqrt(2) / stepHz));
    double sum = 0;
    for (int k = from; k <= to; k++) {
      sum += psd.density()[k] * factor[k];
    }
    return sum / (to - from + 1);
  }
}
