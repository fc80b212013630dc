package org.jumelles.iasi.detection;

import java.util.Arrays;

/// Where ordinary values lie: their median, and 1.4826 times the median distance from it, which for
/// a normal distribution is its standard deviation. A few plumes do not move either.
///
/// @param count of the values behind it
public record Background(double centre, double spread, int count) {
  private static final double MAD_TO_SIGMA = 1.4826022185056018;

  /// The SO2 index of the 120 plume-free spectra of the real line of 2012-11-02: mean and standard
  /// deviation (n - 1), K.
  public static final Background SO2_OF_REAL_LINE = new Background(0.08888, 0.20846, 120);

  /// @param values those that are not numbers are left out; NaN for both where none is left
  public static Background of(double[] values) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    double centre = median(known);
    double[] distances = Arrays.stream(known).map(v -> Math.abs(v - centre)).sorted().toArray();
    return new Background(centre, MAD_TO_SIGMA * median(distances), known.length);
  }

  /// How many spreads a value lies above the centre.
  public double sigmas(double value) {
    return (value - centre) / spread;
  }

  private static double median(double[] sorted) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
