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

  /// Sums from the start of each block of `longSamples`, so that rounding cannot pile up: a window
  /// is the difference of two sums of one block, or the rest of one and the start of the next.
  static void ratio(double[] samples, int shortSamples, int longSamples, double[] into) {
    Objects.checkFromIndexSize(0, samples.length, into.length);
    double[] sums = new double[longSamples];
    double[] before = new double[longSamples];
    double factor = (double) longSamples / shortSamples;
    for (int block = 0; block < samples.length; block += longSamples) {
      double[] spare = before;
      before = sums;
      sums = spare;
      int length = Math.min(longSamples, samples.length - block);
      double sum = 0;
      for (int k = 0; k < length; k++) {
        double sample = samples[block + k];
        sum += sample * sample;
        sums[k] = sum;
      }
      if (block > 0) {
        divide(before, sums, length, shortSamples, factor, into, block);
      } else if (length == longSamples) {
        double recent =
            longSamples == shortSamples ? sum : sum - sums[longSamples - 1 - shortSamples];
        into[longSamples - 1] = sum > 0 ? factor * recent / sum : 0;
      }
    }
  }

  private static void divide(
      double[] before,
      double[] sums,
      int length,
      int shortSamples,
      double factor,
      double[] into,
      int at) {
    int n = before.length;
    double rest = before[n - 1];
    int split = Math.min(shortSamples, length);
    for (int k = 0; k < split; k++) {
      double recent = sums[k] + (rest - before[n - shortSamples + k]);
      double all = sums[k] + (rest - before[k]);
      into[at + k] = all > 0 ? factor * recent / all : 0;
    }
    for (int k = split; k < length; k++) {
      double all = sums[k] + (rest - before[k]);
      into[at + k] = all > 0 ? factor * (sums[k] - sums[k - shortSamples]) / all : 0;
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
