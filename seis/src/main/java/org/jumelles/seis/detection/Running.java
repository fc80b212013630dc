package org.jumelles.seis.detection;

import java.util.Arrays;

/// Running order statistics over a series in which NaN means "no data". Kernel: caller owns arrays.
final class Running {
  private static final int LEAST_QUIET = 60;

  private Running() {}

  /// The median of the values within `length / 2` of each one; NaN where the value itself is NaN.
  static double[] median(double[] values, int length) {
    int half = length / 2;
    SortedWindow window = new SortedWindow(length + 1);
    double[] median = new double[values.length];
    for (int i = 0; i < Math.min(half, values.length); i++) {
      insert(window, values[i]);
    }
    for (int i = 0; i < values.length; i++) {
      if (i + half < values.length) {
        insert(window, values[i + half]);
      }
      if (i - half - 1 >= 0 && !Double.isNaN(values[i - half - 1])) {
        window.remove(values[i - half - 1]);
      }
      median[i] = Double.isNaN(values[i]) ? Double.NaN : window.quantile(0.5);
    }
    return median;
  }

  /// A quantile of the last `length` values, leaving out those that rose over `exclude` times the
  /// floor of their time; where fewer than 60 quiet ones are left, of all. The first `lead` values
  /// are known from the start. Never less than a quarter of a quantile of the whole series.
  static double[] floor(
      double[] values,
      int length,
      double quantile,
      int lead,
      double exclude,
      double leastQuantile) {
    SortedWindow all = new SortedWindow(length + 1);
    SortedWindow quiet = new SortedWindow(length + 1);
    boolean[] isQuiet = new boolean[values.length];
    int known = Math.min(lead, values.length);
    for (int i = 0; i < known; i++) {
      enter(values, i, all, quiet, isQuiet);
    }
    double least = leastFloor(values, leastQuantile);
    double[] floor = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (i >= known) {
        enter(values, i, all, quiet, isQuiet);
      }
      int gone = i - length;
      if (gone >= 0 && !Double.isNaN(values[gone])) {
        all.remove(values[gone]);
        if (isQuiet[gone]) {
          quiet.remove(values[gone]);
        }
      }
      SortedWindow used = quiet.size() >= LEAST_QUIET ? quiet : all;
      floor[i] = Math.max(least, used.quantile(quantile));
      if (isQuiet[i] && values[i] > exclude * floor[i]) {
        quiet.remove(values[i]);
        isQuiet[i] = false;
      }
    }
    return floor;
  }

  private static double leastFloor(double[] values, double quantile) {
    double[] present = Arrays.stream(values).filter(v -> v > 0).sorted().toArray();
    return present.length == 0 ? 0 : 0.25 * present[(int) (quantile * present.length)];
  }

  private static void enter(
      double[] values, int i, SortedWindow all, SortedWindow quiet, boolean[] isQuiet) {
    if (!Double.isNaN(values[i])) {
      all.insert(values[i]);
      quiet.insert(values[i]);
      isQuiet[i] = true;
    }
  }

  private static void insert(SortedWindow window, double value) {
    if (!Double.isNaN(value)) {
      window.insert(value);
    }
  }
}
