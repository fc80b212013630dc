package org.jumelles.formats.miniseed;

/// A sampling rate as the two small integers of a miniSEED 2 header.
///
/// @param factor positive a rate, negative a period
/// @param multiplier positive multiplies, negative divides
/// @param isExact whether the two give the rate to the last bit; if not, blockette 100 is needed
record NominalRate(int factor, int multiplier, boolean isExact) {
  private static final int MAX = Short.MAX_VALUE;

  static NominalRate of(double rateHz) {
    if (rateHz == 0) {
      return new NominalRate(0, 0, true);
    }
    for (int m = 1; m <= MAX; m++) {
      double up = rateHz * m;
      if (up == Math.rint(up) && up >= 1 && up <= MAX && isSame(rateHz, (int) up, -m)) {
        return m == 1 ? new NominalRate((int) up, 1, true) : new NominalRate((int) up, -m, true);
      }
      double period = Math.rint(m / rateHz);
      if (period >= 1 && period <= MAX && isSame(rateHz, -(int) period, m)) {
        return new NominalRate(-(int) period, m, true);
      }
      double slow = Math.rint(1 / rateHz) / m;
      if (slow == Math.rint(slow) && slow >= 1 && slow <= MAX && isSame(rateHz, -(int) slow, -m)) {
        return new NominalRate(-(int) slow, -m, true);
      }
      double down = rateHz / m;
      if (down == Math.rint(down) && down >= 1 && down <= MAX && isSame(rateHz, (int) down, m)) {
        return new NominalRate((int) down, m, true);
      }
    }
    return near(rateHz);
  }

  private static NominalRate near(double rateHz) {
    int factor = (int) Math.clamp(Math.rint(rateHz), 0, MAX);
    return factor >= 1
        ? new NominalRate(factor, 1, false)
        : new NominalRate(-(int) Math.clamp(Math.rint(1 / rateHz), 1, MAX), 1, false);
  }

  private static boolean isSame(double rateHz, int factor, int multiplier) {
    return Version2.nominalRateHz(factor, multiplier) == rateHz;
  }
}
