package org.jumelles.seis.noise;

import java.util.Optional;
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
/// windows, each half over the next [Welch1967], divided by the response squared where there is
/// one,
/// and then the mean over one octave about each band's centre. Memory does not grow with the data:
/// levels are counted in steps of half a decibel, so that a percentile is good to that.
public final class NoiseStatistics {
  /// The step of the counted levels, in dB.
  public static final double STEP_DB = 0.5;

  private static final double LOWEST_DB = -350;
  private static final int LEVELS = 1400;

  private final Settings settings;
  private final ToIntFunction<Moment> group;
  private final double samplingRateHz;
  private final Optional<ChannelResponse> response;
  private final double[] centresHz;
  private final int[][][] counts;
  private final long[] segmentCounts;
  private long silent;

  /// How segments are cut.
  ///
  /// @param segmentS of one entry into the statistics, in seconds
  /// @param windowS of one Fourier transform, in seconds, at most a segment
  /// @param bandsPerOctave at least one
  public record Settings(double segmentS, double windowS, int bandsPerOctave) {
    public static final Settings USUAL = new Settings(600, 100, 8);

    public Settings {
      if (!(windowS > 0) || !(segmentS >= windowS) || bandsPerOctave < 1) {
        throw new IllegalArgumentException(
            "segments of "
                + segmentS
                + " s, windows of "
                + windowS
                + " s, "
                + bandsPerOctave
                + " bands an octave");
      }
    }
  }

  /// @param samplingRateHz of every trace that is added
  /// @param response that turns counts into acceleration; without one samples stay in their unit
  /// @param groups how many groups there are
  /// @param group which group the middle of a segment belongs to, from 0 to `groups` less one
  public NoiseStatistics(
      Settings settings,
      double samplingRateHz,
      Optional<ChannelResponse> response,
      int groups,
      ToIntFunction<Moment> group) {
    this.settings = settings;
    this.samplingRateHz = samplingRateHz;
    this.response = response;
    this.group = group;
    this.centresHz = centres(settings, samplingRateHz);
    this.counts = new int[groups][centresHz.length][LEVELS];
    this.segmentCounts = new long[groups];
  }

  private static double[] centres(Settings settings, double samplingRateHz) {
    // Two bins lie in the lowest octave; the highest ends where a digitiser's filter begins.
    double lowest = 4 / settings.windowS;
    double highest = 0.4 * samplingRateHz / Math.sqrt(2);
    int count =
        highest < lowest
            ? 0
            : 1
                + (int)
                    Math.floor(Math.log(highest / lowest) / Math.log(2) * settings.bandsPerOctave);
    if (count == 0) {
      throw new IllegalArgumentException(
          "windows of " + settings.windowS + " s at " + samplingRateHz + " Hz show no band");
    }
    double[] centres = new double[count];
    for (int i = 0; i < count; i++) {
      centres[i] = lowest * Math.pow(2, i / (double) settings.bandsPerOctave);
    }
    return centres;
  }

  /// Adds every whole segment of a trace.
  ///
  /// @throws IllegalArgumentException for another sampling rate
  public void add(Trace trace) {
    if (trace.samplingRateHz() != samplingRateHz) {
      throw new IllegalArgumentException(
          trace.samplingRateHz() + " Hz among traces of " + samplingRateHz + " Hz");
    }
    int length = (int) Math.round(settings.segmentS * samplingRateHz);
    int windowSamples = (int) Math.round(settings.windowS * samplingRateHz);
    double[] factor = factor(windowSamples);
    double[] window = Window.hann(windowSamples);
    double[] segment = new double[length];
    for (int from = 0; from + length <= trace.count(); from += Math.max(1, length / 2)) {
      System.arraycopy(trace.samples(), from, segment, 0, length);
      Moment middle = trace.start().plusNanos(Sampling.nanos(from + length / 2, samplingRateHz));
      Psd psd = Psd.welch(segment, samplingRateHz, window, windowSamples / 2);
      count(group.applyAsInt(middle), psd, factor);
    }
  }

  /// One over the response squared at each frequency of a window.
  private double[] factor(int windowSamples) {
    double[] factor = new double[windowSamples / 2 + 1];
    java.util.Arrays.fill(factor, 1);
    if (response.isPresent()) {
      double[] values =
          response.get().onBins(windowSamples, samplingRateHz, GroundMotion.ACCELERATION);
      for (int k = 0; k < factor.length; k++) {
        double re = values[2 * k];
        double im = values[2 * k + 1];
        factor[k] = 1 / (re * re + im * im);
      }
    }
    return factor;
  }

  private void count(int which, Psd psd, double[] factor) {
    segmentCounts[which]++;
    double stepHz = psd.frequenciesHz()[1];
    for (int band = 0; band < centresHz.length; band++) {
      double level = 10 * Math.log10(octave(psd, factor, centresHz[band], stepHz));
      int cell = (int) Math.floor((level - LOWEST_DB) / STEP_DB);
      if (cell < 0 || cell >= LEVELS || Double.isNaN(level)) {
        silent++;
      } else {
        counts[which][band][cell]++;
      }
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

  public double[] centresHz() {
    return centresHz.clone();
  }

  public int groups() {
    return counts.length;
  }

  /// Segments of one group.
  public long segments(int which) {
    return segmentCounts[which];
  }

  /// Values that no level stands for: a dead channel, or samples that are not finite.
  public long silent() {
    return silent;
  }

  /// The level that a share of the segments stays below, by band; not a number where a group has
  /// none.
  ///
  /// @param percent from 0 to 100
  public double[] percentile(int which, double percent) {
    double[] levels = new double[centresHz.length];
    for (int band = 0; band < levels.length; band++) {
      levels[band] = percentile(counts[which][band], percent);
    }
    return levels;
  }

  private static double percentile(int[] histogram, double percent) {
    long total = 0;
    for (int count : histogram) {
      total += count;
    }
    double wanted = percent / 100 * total;
    long below = 0;
    for (int cell = 0; cell < histogram.length; cell++) {
      if (histogram[cell] > 0 && below + histogram[cell] >= wanted) {
        double inside = Math.max(0, wanted - below) / histogram[cell];
        return LOWEST_DB + (cell + inside) * STEP_DB;
      }
      below += histogram[cell];
    }
    return Double.NaN;
  }

  /// How large a share of a group's segments lies in each step of a band, from a level up.
  ///
  /// @param fromDb the lower end of the first step
  public double[] shares(int which, int band, double fromDb, int steps) {
    int first = (int) Math.round((fromDb - LOWEST_DB) / STEP_DB);
    double[] shares = new double[steps];
    for (int i = 0; i < steps; i++) {
      int cell = first + i;
      boolean inside = cell >= 0 && cell < LEVELS && segmentCounts[which] > 0;
      shares[i] = inside ? counts[which][band][cell] / (double) segmentCounts[which] : 0;
    }
    return shares;
  }
}
