package org.jumelles.seis.picking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jumelles.kernel.signal.Filter;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.trace.Trace;

/// The logarithm of the power of each second, in one band of one or two components.
///
/// @param isVertical of the components
/// @param isHorizontal of the components; a lone component is both
/// @param independence share of the seconds that are independent, by the band's width
record PowerSeries(
    double lowHz,
    double highHz,
    boolean isVertical,
    boolean isHorizontal,
    double independence,
    Segments log) {
  private static final int CORNERS = 2;
  private static final double USABLE = 0.9;
  private static final double GREATEST_INDEPENDENCE = 0.4;

  /// All bands of all components; none of a band above the sampling rate's reach.
  ///
  /// @param vertical one trace a stretch; a lone component that is neither stands here
  static List<PowerSeries> of(
      List<Trace> vertical,
      List<List<Trace>> horizontal,
      double[][] bandsHz,
      Moment start,
      int seconds) {
    List<PowerSeries> all = new ArrayList<>();
    for (double[] band : bandsHz) {
      double rateHz = vertical.stream().mapToDouble(Trace::samplingRateHz).min().orElse(0);
      double high = Math.min(band[1], USABLE * rateHz / 2);
      if (high < 1.2 * band[0]) {
        continue;
      }
      double share = Math.min(GREATEST_INDEPENDENCE, high - band[0]);
      double[] up = power(vertical, band[0], high, start, seconds);
      boolean alone = horizontal.isEmpty();
      all.add(new PowerSeries(band[0], high, true, alone, share, new Segments(log(up))));
      if (!alone) {
        double[] sum = new double[seconds];
        for (List<Trace> component : horizontal) {
          double[] one = power(component, band[0], high, start, seconds);
          for (int i = 0; i < seconds; i++) {
            sum[i] += one[i];
          }
        }
        all.add(new PowerSeries(band[0], high, false, true, share, new Segments(log(sum))));
      }
    }
    return all;
  }

  private static double[] log(double[] power) {
    double[] log = new double[power.length];
    for (int i = 0; i < log.length; i++) {
      log[i] = power[i] > 0 ? Math.log(power[i]) : Double.NaN;
    }
    return log;
  }

  /// Mean square of each second, by a causal filter, so that nothing rises before its onset; NaN
  /// without data.
  private static double[] power(
      List<Trace> stretches, double lowHz, double highHz, Moment start, int seconds) {
    double[] power = new double[seconds];
    Arrays.fill(power, Double.NaN);
    for (Trace trace : stretches) {
      double rateHz = trace.samplingRateHz();
      double[] band = Filter.bandpass(CORNERS, lowHz, highHz, rateHz).apply(centred(trace));
      double offset = start.nanosUntil(trace.start()) * 1e-9;
      for (int s = Math.max(0, (int) Math.ceil(offset)); s < seconds; s++) {
        int from = (int) Math.round((s - offset) * rateHz);
        int to = (int) Math.round((s + 1 - offset) * rateHz);
        if (to > band.length) {
          break;
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
          sum += band[i] * band[i];
        }
        power[s] = sum / Math.max(1, to - from);
      }
    }
    return power;
  }

  private static double[] centred(Trace trace) {
    double[] samples = trace.samples().clone();
    double mean = Arrays.stream(samples).average().orElse(0);
    for (int i = 0; i < samples.length; i++) {
      samples[i] -= mean;
    }
    return samples;
  }
}
