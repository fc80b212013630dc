package org.jumelles.seis.glitch;

/// Least squares of a glitch, its spike, an offset and a slope over one window of one component.
///
/// @param glitch in m/s^2
/// @param spike in m; 0 where none was asked for
/// @param glitchVariance of `glitch`, for white noise of variance 1 in the counts
/// @param spikeVariance likewise
/// @param residual sum of squares that is left, counts^2
/// @param total sum of squares about offset and slope alone, counts^2
record StepFit(
    double glitch,
    double spike,
    double glitchVariance,
    double spikeVariance,
    double residual,
    double total) {
  /// The window, before and after the onset.
  static final double BEFORE_S = 5;

  static final double AFTER_S = 25;

  static final double[] NO_SPIKE = {};

  static int before(double samplingRateHz) {
    return (int) Math.ceil(BEFORE_S * samplingRateHz);
  }

  static int count(double samplingRateHz) {
    return before(samplingRateHz) + (int) Math.ceil(AFTER_S * samplingRateHz);
  }

  double varianceReduction() {
    return total > 0 ? 1 - residual / total : 0;
  }

  /// Fits `counts[from + j]`, j in 0 to n, by
  /// `a glitch[glitchAt + j] + s spike[spikeAt + j] + b + c j`.
  ///
  /// Offset and slope are orthogonal in the centred index, so they leave the other sums by
  /// subtraction: `<x, y>' = <x, y> - <x, 1> <y, 1> / n - <x, t> <y, t> / <t, t>`.
  static StepFit of(
      double[] counts,
      int from,
      int n,
      double[] glitch,
      int glitchAt,
      double[] spike,
      int spikeAt) {
    double middle = (n - 1) / 2.0;
    double level = counts[from];
    double d1 = 0, dt = 0, dd = 0, g1 = 0, gt = 0, gg = 0, gd = 0;
    double s1 = 0, st = 0, ss = 0, sd = 0, sg = 0;
    boolean withSpike = spike.length > 0;
    for (int j = 0; j < n; j++) {
      double t = j - middle;
      double d = counts[from + j] - level;
      double g = glitch[glitchAt + j];
      d1 += d;
      dt += d * t;
      dd += d * d;
      g1 += g;
      gt += g * t;
      gg += g * g;
      gd += g * d;
      if (withSpike) {
        double s = spike[spikeAt + j];
        s1 += s;
        st += s * t;
        ss += s * s;
        sd += s * d;
        sg += s * g;
      }
    }
    double tt = n * ((double) n * n - 1) / 12;
    dd -= d1 * d1 / n + dt * dt / tt;
    gg -= g1 * g1 / n + gt * gt / tt;
    gd -= g1 * d1 / n + gt * dt / tt;
    if (!withSpike) {
      return new StepFit(gd / gg, 0, 1 / gg, 0, Math.max(0, dd - gd * gd / gg), Math.max(0, dd));
    }
    ss -= s1 * s1 / n + st * st / tt;
    sd -= s1 * d1 / n + st * dt / tt;
    sg -= s1 * g1 / n + st * gt / tt;
    double determinant = gg * ss - sg * sg;
    double a = (gd * ss - sd * sg) / determinant;
    double s = (sd * gg - gd * sg) / determinant;
    double residual = Math.max(0, dd - a * gd - s * sd);
    return new StepFit(a, s, ss / determinant, gg / determinant, residual, Math.max(0, dd));
  }
}
