package org.jumelles.ryugu.parameter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/// A library's spectra in the bands of a cube.
///
/// Where the bands' widths are known and the library is finer, a band is the mean of the library
/// under a Gaussian of that full width; else the straight line between its neighbours. Nothing is
/// extrapolated, and no line runs over a deleted channel or a gap more than four times as wide as
/// the library's median step: there the band has no value.
public final class Resampling {
  private static final double SIGMA_OF_FWHM = 1 / (2 * Math.sqrt(2 * Math.log(2)));
  private static final double WIDEST_GAP = 4;
  private static final int LEAST_UNDER_BAND = 3;

  private final double[] fromUm;
  private final int[] order;
  private final double[] toUm;
  private final Optional<double[]> widthsUm;
  private final double medianStep;

  /// @param widthsUm full widths at half maximum of the bands to make
  public Resampling(double[] fromUm, double[] toUm, Optional<double[]> widthsUm) {
    order =
        IntStream.range(0, fromUm.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> fromUm[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.fromUm = Arrays.stream(order).mapToDouble(k -> fromUm[k]).toArray();
    this.toUm = toUm.clone();
    this.widthsUm = widthsUm.map(double[]::clone);
    double[] steps =
        IntStream.range(1, fromUm.length)
            .mapToDouble(k -> this.fromUm[k] - this.fromUm[k - 1])
            .sorted()
            .toArray();
    medianStep = steps.length == 0 ? 0 : steps[steps.length / 2];
  }

  /// One number a band, NaN where the spectrum does not reach.
  public double[] of(double[] spectrum) {
    double[] y = Arrays.stream(order).mapToDouble(k -> spectrum[k]).toArray();
    double[] out = new double[toUm.length];
    for (int k = 0; k < out.length; k++) {
      double mean = widthsUm.isPresent() ? under(y, toUm[k], widthsUm.get()[k]) : Double.NaN;
      out[k] = Double.isNaN(mean) ? line(y, toUm[k]) : mean;
    }
    return out;
  }

  private double under(double[] y, double centre, double fwhm) {
    double sigma = fwhm * SIGMA_OF_FWHM;
    double reach = 1.5 * fwhm;
    if (!(fwhm > 0) || centre - reach < fromUm[0] || centre + reach > fromUm[fromUm.length - 1]) {
      return Double.NaN;
    }
    double sum = 0;
    double weight = 0;
    int inside = 0;
    for (int k = first(centre - reach); k < y.length && fromUm[k] <= centre + reach; k++) {
      double off = (fromUm[k] - centre) / sigma;
      // Uneven steps: each value stands for half of the way to both neighbours.
      double step = fromUm[Math.min(k + 1, y.length - 1)] - fromUm[Math.max(k - 1, 0)];
      double share = step * Math.exp(-off * off / 2);
      sum += share * y[k];
      weight += share;
      inside += Math.abs(fromUm[k] - centre) <= fwhm / 2 ? 1 : 0;
    }
    return inside >= LEAST_UNDER_BAND ? sum / weight : Double.NaN;
  }

  private int first(double um) {
    int at = Arrays.binarySearch(fromUm, um);
    return at >= 0 ? at : -at - 1;
  }

  private double line(double[] y, double um) {
    int right = first(um);
    if (right < y.length && fromUm[right] == um) {
      return y[right];
    }
    if (right == 0 || right == y.length) {
      return Double.NaN;
    }
    double step = fromUm[right] - fromUm[right - 1];
    if (step > WIDEST_GAP * medianStep) {
      return Double.NaN;
    }
    double share = (um - fromUm[right - 1]) / step;
    return (1 - share) * y[right - 1] + share * y[right];
  }
}
