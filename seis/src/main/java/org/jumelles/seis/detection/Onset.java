package org.jumelles.seis.detection;

import org.jumelles.seis.detection.Findings.Raised;

/// Onset and peak of a raised stretch in the one-second powers of its dominant band.
final class Onset {
  private static final int AHEAD_SECONDS = 30;
  private static final int QUIET_SECONDS = 120;
  private static final int GUARD_SECONDS = 30;
  private static final double RISE = 2.0;
  private static final int PEAK_SECONDS = 11;

  private Onset() {}

  /// Seconds on the time line.
  record Times(int onset, int peak) {}

  /// The onset is the first second, within half the smoothing of the raised stretch's start, from
  /// which most of the next 30 s have twice the median power of the 120 s before.
  static Times times(double[] power, Raised raised, DetectionParameters p) {
    int half = p.smoothingSeconds() / 2;
    double quiet = quiet(power, raised.from());
    int onset = raised.from();
    int last = Math.min(raised.trigger() + half, raised.to());
    for (int i = Math.max(0, raised.from() - half); i <= last; i++) {
      if (power[i] > RISE * quiet && isRaised(power, i, RISE * quiet)) {
        onset = i;
        break;
      }
    }
    return new Times(onset, peak(power, onset, raised.to()));
  }

  private static double quiet(double[] power, int from) {
    SortedWindow window = new SortedWindow(QUIET_SECONDS);
    int end = Math.max(0, from - GUARD_SECONDS);
    for (int i = Math.max(0, end - QUIET_SECONDS); i < end; i++) {
      if (!Double.isNaN(power[i])) {
        window.insert(power[i]);
      }
    }
    return window.size() == 0 ? Double.POSITIVE_INFINITY : window.quantile(0.5);
  }

  private static boolean isRaised(double[] power, int from, double level) {
    int above = 0;
    int to = Math.min(power.length, from + AHEAD_SECONDS);
    for (int i = from; i < to; i++) {
      above += power[i] > level ? 1 : 0;
    }
    return above >= 0.7 * (to - from);
  }

  /// Where the running median of 11 s is greatest.
  private static int peak(double[] power, int from, int to) {
    int end = Math.min(to + 1, power.length);
    double[] smooth = Running.median(java.util.Arrays.copyOfRange(power, from, end), PEAK_SECONDS);
    int peak = 0;
    for (int i = 1; i < smooth.length; i++) {
      peak = smooth[i] > smooth[peak] || Double.isNaN(smooth[peak]) ? i : peak;
    }
    return from + peak;
  }
}
