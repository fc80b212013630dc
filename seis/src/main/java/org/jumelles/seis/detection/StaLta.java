package org.jumelles.seis.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jumelles.kernel.signal.Filter;

/// Short-term average over long-term average, classic: both windows end at the same sample
/// [Allen1978], [Withers1998] eq. 1.
public final class StaLta {
  private StaLta() {}

  /// How the baseline is set.
  ///
  /// @param shortSeconds length of the short window
  /// @param longSeconds length of the long window; as long is the start blind
  /// @param lowHz lower corner of the causal Butterworth band-pass
  /// @param highHz upper corner
  /// @param corners its order
  /// @param on ratio of powers above which a trigger starts
  /// @param off ratio below which it ends
  public record Parameters(
      double shortSeconds,
      double longSeconds,
      double lowHz,
      double highHz,
      int corners,
      double on,
      double off) {
    /// 30 s over 300 s on 0.2 to 0.9 Hz, 4 corners, on 3.0, off 1.2.
    public static final Parameters DEFAULT = new Parameters(30, 300, 0.2, 0.9, 4, 3.0, 1.2);

    public Parameters {
      if (!(shortSeconds > 0) || !(longSeconds > shortSeconds) || !(on >= off) || !(off > 0)) {
        throw new IllegalArgumentException(
            "windows " + shortSeconds + " and " + longSeconds + " s, on " + on + ", off " + off);
      }
    }
  }

  /// A trigger, from the first sample above `on` to the first below `off` or the last of all.
  public record Trigger(int onSample, int offSample) {}

  /// The triggers of evenly sampled values of any unit.
  ///
  /// @throws IllegalArgumentException where the band does not fit below the Nyquist frequency
  public static List<Trigger> triggers(
      double[] samples, double samplingRateHz, Parameters parameters) {
    double[] filtered =
        Filter.bandpass(parameters.corners, parameters.lowHz, parameters.highHz, samplingRateHz)
            .apply(withoutMean(samples));
    double[] ratio = new double[filtered.length];
    int shortSamples = (int) Math.max(1, Math.round(parameters.shortSeconds * samplingRateHz));
    int longSamples = (int) Math.round(parameters.longSeconds * samplingRateHz);
    ratio(filtered, shortSamples, longSamples, ratio);
    return triggers(ratio, parameters.on, parameters.off);
  }

  /// Mean power of the last `shortSamples` over that of the last `longSamples`; 0 before sample
  /// `longSamples - 1` and where the long window holds nothing but zeros.
  public static double[] ratio(double[] samples, int shortSamples, int longSamples) {
    if (shortSamples < 1 || longSamples < shortSamples) {
      throw new IllegalArgumentException(
          "windows of " + shortSamples + " and " + longSamples + " samples");
    }
    double[] ratio = new double[samples.length];
    ratio(samples, shortSamples, longSamples, ratio);
    return ratio;
  }

  /// Running sums, made anew once in each long window so that rounding cannot pile up.
  static void ratio(double[] samples, int shortSamples, int longSamples, double[] into) {
    Objects.checkFromIndexSize(0, samples.length, into.length);
    double factor = (double) longSamples / shortSamples;
    double shortSum = 0;
    double longSum = 0;
    for (int block = longSamples - 1; block < samples.length; block += longSamples) {
      shortSum = power(samples, block - shortSamples + 1, shortSamples);
      longSum = power(samples, block - longSamples + 1, longSamples);
      into[block] = longSum > 0 ? factor * shortSum / longSum : 0;
      int end = Math.min(block + longSamples, samples.length);
      for (int i = block + 1; i < end; i++) {
        double now = samples[i] * samples[i];
        double shortGone = samples[i - shortSamples];
        double longGone = samples[i - longSamples];
        shortSum = Math.max(0, shortSum + (now - shortGone * shortGone));
        longSum = Math.max(shortSum, longSum + (now - longGone * longGone));
        into[i] = longSum > 0 ? factor * shortSum / longSum : 0;
      }
    }
  }

  static List<Trigger> triggers(double[] ratio, double on, double off) {
    List<Trigger> found = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < ratio.length; i++) {
      if (start < 0 && ratio[i] > on) {
        start = i;
      } else if (start >= 0 && ratio[i] < off) {
        found.add(new Trigger(start, i));
        start = -1;
      }
    }
    if (start >= 0) {
      found.add(new Trigger(start, ratio.length - 1));
    }
    return found;
  }

  private static double power(double[] samples, int from, int length) {
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += samples[i] * samples[i];
    }
    return sum;
  }

  private static double[] withoutMean(double[] samples) {
    double sum = 0;
    for (double sample : samples) {
      sum += sample;
    }
    double mean = samples.length == 0 ? 0 : sum / samples.length;
    double[] centred = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      centred[i] = samples[i] - mean;
    }
    return centred;
  }
}
