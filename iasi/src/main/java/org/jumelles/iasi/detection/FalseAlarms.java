package org.jumelles.iasi.detection;

/// What plume-free spectra say of a threshold: how many of them would have raised it.
///
/// @param alarms of them, at or above the threshold
/// @param spectra how many were looked at
public record FalseAlarms(int alarms, int spectra) {
  public FalseAlarms {
    if (spectra < 1 || alarms < 0 || alarms > spectra) {
      throw new IllegalArgumentException(alarms + " alarms of " + spectra + " spectra");
    }
  }

  /// @param values of plume-free spectra; those that are not numbers are left out
  public static FalseAlarms of(double[] values, double threshold) {
    int alarms = 0;
    int spectra = 0;
    for (double value : values) {
      spectra += Double.isNaN(value) ? 0 : 1;
      alarms += value >= threshold ? 1 : 0;
    }
    return new FalseAlarms(alarms, spectra);
  }

  public double rate() {
    return alarms / (double) spectra;
  }

  /// The rate that is not exceeded with a confidence, by Clopper and Pearson: 120 spectra without
  /// an alarm bound it by 2.5 % at 95 %.
  ///
  /// @param confidence above 0 and below 1
  public double upperBound(double confidence) {
    if (alarms == spectra) {
      return 1;
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (atMost(middle) > 1 - confidence) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /// The probability of no more alarms than these where each spectrum has `rate`.
  private double atMost(double rate) {
    double sum = 0;
    double logTerm = spectra * Math.log1p(-rate);
    for (int k = 0; k <= alarms; k++) {
      sum += Math.exp(logTerm);
      logTerm += Math.log((spectra - k) / (k + 1.0)) + Math.log(rate) - Math.log1p(-rate);
    }
    return sum;
  }
}
