package org.jumelles.iasi.validation;

import java.util.Arrays;

/// A gas's share of all molecules against pressure: its logarithm is linear in that of pressure,
/// and held beyond the ends.
public final class SharesByPressure {
  private final double[] logPressures;
  private final double[] logShares;

  private SharesByPressure(double[] logPressures, double[] logShares) {
    this.logPressures = logPressures;
    this.logShares = logShares;
  }

  /// @param pressuresHPa in any order
  /// @throws IllegalArgumentException where one is not above zero or there is none
  public static SharesByPressure of(double[] pressuresHPa, double[] shares) {
    double[][] pairs = new double[pressuresHPa.length][];
    for (int i = 0; i < pairs.length; i++) {
      if (!(pressuresHPa[i] > 0 && shares[i] > 0)) {
        throw new IllegalArgumentException(
            "a share of " + shares[i] + " at " + pressuresHPa[i] + " hPa");
      }
      pairs[i] = new double[] {Math.log(pressuresHPa[i]), Math.log(shares[i])};
    }
    if (pairs.length == 0) {
      throw new IllegalArgumentException("a profile without levels");
    }
    Arrays.sort(pairs, (a, b) -> Double.compare(a[0], b[0]));
    return new SharesByPressure(
        Arrays.stream(pairs).mapToDouble(pair -> pair[0]).toArray(),
        Arrays.stream(pairs).mapToDouble(pair -> pair[1]).toArray());
  }

  /// The share at a pressure.
  public double at(double pressureHPa) {
    double x = Math.log(pressureHPa);
    int last = logPressures.length - 1;
    if (x <= logPressures[0]) {
      return Math.exp(logShares[0]);
    }
    if (x >= logPressures[last]) {
      return Math.exp(logShares[last]);
    }
    int i = 0;
    while (x > logPressures[i + 1]) {
      i++;
    }
    double part = (x - logPressures[i]) / (logPressures[i + 1] - logPressures[i]);
    return Math.exp(logShares[i] + part * (logShares[i + 1] - logShares[i]));
  }
}
