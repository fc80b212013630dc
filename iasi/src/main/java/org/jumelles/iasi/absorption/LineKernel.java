package org.jumelles.iasi.absorption;

import java.util.Arrays;

/// Adds up many lines on one grid.
///
/// A line f(u), u = (nu - nu0)^2, is parted into functions for ever coarser grids, four times wider
/// each, as [Clough1979] does with other functions. On grid k of step h the inside |x| < D = 8h of
/// the Lorentzian A / (u + c) is replaced by its Taylor polynomial of third degree in u about D^2,
///
///     g_k = A/s (1 + q + q^2 + q^3), s = D^2 + c, q = (D^2 - u) / s,
///
/// which meets it with three derivatives. Grid k carries g_k - g_(k+1), which ends at D_(k+1); the
/// finest grid that a line needs carries its Voigt function minus g_(k+1); the coarsest carries g
/// and the pedestal up to 25 cm-1. Lagrange's formula through six points brings the sums from each
/// grid to the next finer one. c = gamma^2 - 3/2 alpha^2 is the Voigt function's own next order.
///
/// Not thread-safe: one kernel a thread.
final class LineKernel {
  static final double WING_PER_CM = 25;
  private static final double WING_SQUARED = WING_PER_CM * WING_PER_CM;
  private static final int RATIO = 4;
  private static final int PAD = 4;
  private static final double INNER_STEPS = 8;
  private static final double COARSEST_PER_CM = 1.01;
  private static final double STEPS_PER_HALF_WIDTH = 5;
  private static final double DOPPLER_REACH = 10;
  private static final double ROOT_PI = Math.sqrt(Math.PI);
  private static final double[][] WEIGHTS = lagrange();

  private final SpectralGrid grid;
  private final double[][] sums;
  private final double[] stepPerCm;

  LineKernel(SpectralGrid grid) {
    this.grid = grid;
    int levels = 1;
    while (grid.stepPerCm() * Math.pow(RATIO, levels) <= COARSEST_PER_CM) {
      levels++;
    }
    this.sums = new double[levels][];
    this.stepPerCm = new double[levels];
    int points = grid.count();
    for (int k = 0; k < levels; k++) {
      stepPerCm[k] = grid.stepPerCm() * Math.pow(RATIO, k);
      sums[k] = new double[points + 2 * PAD];
      points = (points - 1 + RATIO - 1) / RATIO + 1;
    }
  }

  void clear() {
    for (double[] level : sums) {
      Arrays.fill(level, 0);
    }
  }

  /// @param centre with its shift, cm-1
  /// @param strength over the radiation term at the centre
  /// @param doppler half width at 1/e, cm-1
  /// @param lorentz half width at half maximum, cm-1
  /// @param parabolic true where the pedestal is 2 - (x/25)^2 of its value at 25 cm-1, as
  ///     [Clough1989] has it for CO2
  void add(double centre, double strength, double doppler, double lorentz, boolean parabolic) {
    double amplitude = strength * lorentz / Math.PI;
    double c = lorentz * lorentz - 1.5 * doppler * doppler;
    int top = sums.length - 1;
    int k = Math.min(finest(doppler, lorentz), top - 1);
    core(k, centre, strength, doppler, lorentz, amplitude, c);
    for (k++; k < top; k++) {
      difference(k, centre, amplitude, c);
    }
    double pedestal = amplitude / (lorentz * lorentz + WING_SQUARED);
    wing(centre, amplitude, c, pedestal, parabolic ? pedestal / WING_SQUARED : 0);
  }

  /// Writes the sum times the radiation term to `out`.
  void finish(double temperatureK, double[] out) {
    for (int k = sums.length - 1; k > 0; k--) {
      refine(sums[k], sums[k - 1]);
    }
    int chunk = 64;
    for (int from = 0; from < grid.count(); from += chunk) {
      int to = Math.min(from + chunk, grid.count());
      double first = Physics.radiationTerm(grid.wavenumberPerCm(from), temperatureK);
      double last = Physics.radiationTerm(grid.wavenumberPerCm(to), temperatureK);
      double slope = (last - first) / (to - from);
      for (int i = from; i < to; i++) {
        out[i] = sums[0][i + PAD] * (first + slope * (i - from));
      }
    }
  }

  /// Half width at half maximum of a Voigt line, within 0.03 % [Olivero1977].
  static double halfWidth(double doppler, double lorentz) {
    return 0.5346 * lorentz + Math.sqrt(0.2166 * lorentz * lorentz + 0.6931 * doppler * doppler);
  }

  private int finest(double doppler, double lorentz) {
    double halfWidth = halfWidth(doppler, lorentz);
    int k = 0;
    while (k + 1 < sums.length && stepPerCm[k + 1] * STEPS_PER_HALF_WIDTH <= halfWidth) {
      k++;
    }
    return k;
  }

  /// The index of the first point of grid k at or above a wavenumber, kept within the grid.
  private int index(int k, double wavenumberPerCm) {
    double at = Math.ceil((wavenumberPerCm - grid.firstPerCm()) / stepPerCm[k]) + PAD;
    return (int) Math.max(0, Math.min(sums[k].length, at));
  }

  private double offset(int k, double centre) {
    return grid.firstPerCm() - PAD * stepPerCm[k] - centre;
  }

  /// Beyond this A / (u + c) is the Voigt function to 2e-4 of it: they differ by
  /// 2 gamma^2 alpha^2 / (u + gamma^2)^2, which counts where gamma is some times alpha.
  private static double voigtReach(double doppler, double lorentz) {
    double squared = DOPPLER_REACH * DOPPLER_REACH * doppler * Math.max(doppler, lorentz);
    return Math.sqrt(Math.max(squared - lorentz * lorentz, 0));
  }

  private void core(
      int k, double centre, double strength, double doppler, double lorentz, double a, double c) {
    double step = stepPerCm[k];
    double reach = INNER_STEPS * RATIO * step;
    double voigtReach = Math.max(voigtReach(doppler, lorentz), step);
    double s = reach * reach + c;
    double factor = a / s;
    double height = strength / (doppler * ROOT_PI);
    double y = lorentz / doppler;
    double inverse = 1 / doppler;
    boolean far = y * y > Voigt.FAR_SQUARED;
    double[] sum = sums[k];
    double offset = offset(k, centre);
    double outer = Math.max(reach, voigtReach);
    int to = index(k, centre + outer);
    for (int i = index(k, centre - outer); i < to; i++) {
      double x = offset + i * step;
      double u = x * x;
      double value;
      if (far) {
        value = height * Voigt.far(x * inverse, y);
      } else if (u < voigtReach * voigtReach) {
        value = height * Voigt.k(x * inverse, y);
      } else {
        value = a / (u + c);
      }
      double q = (reach * reach - u) / s;
      sum[i] += value - (q > 0 ? factor * (1 + q * (1 + q * (1 + q))) : a / (u + c));
    }
  }

  private void difference(int k, double centre, double a, double c) {
    double step = stepPerCm[k];
    double inner = INNER_STEPS * step;
    double outer = RATIO * inner;
    double offset = offset(k, centre);
    int from = index(k, centre - outer);
    int innerFrom = Math.max(from, index(k, centre - inner));
    int to = index(k, centre + outer);
    int innerTo = Math.min(to, index(k, centre + inner));
    double[] sum = sums[k];
    ring(sum, from, innerFrom, offset, step, a, c, outer * outer);
    ring(sum, innerTo, to, offset, step, a, c, outer * outer);
    double sInner = inner * inner + c;
    double sOuter = outer * outer + c;
    double fInner = a / sInner;
    double fOuter = a / sOuter;
    double inverseInner = 1 / sInner;
    double inverseOuter = 1 / sOuter;
    for (int i = innerFrom; i < innerTo; i++) {
      double x = offset + i * step;
      double u = x * x;
      double p = (inner * inner - u) * inverseInner;
      double q = (outer * outer - u) * inverseOuter;
      sum[i] += fInner * (1 + p * (1 + p * (1 + p))) - fOuter * (1 + q * (1 + q * (1 + q)));
    }
  }

  /// The Lorentzian minus its polynomial is the Lorentzian times q^4.
  private static void ring(
      double[] sum,
      int from,
      int to,
      double offset,
      double step,
      double a,
      double c,
      double outerSquared) {
    double inverse = 1 / (outerSquared + c);
    for (int i = from; i < to; i++) {
      double x = offset + i * step;
      double u = x * x;
      double q = (outerSquared - u) * inverse;
      double squared = q * q;
      sum[i] += a / (u + c) * (squared * squared);
    }
  }

  private void wing(double centre, double a, double c, double pedestal, double curvature) {
    int k = sums.length - 1;
    double step = stepPerCm[k];
    double inner = INNER_STEPS * step;
    double s = inner * inner + c;
    double offset = offset(k, centre);
    double flat = curvature > 0 ? 2 * pedestal : pedestal;
    double[] sum = sums[k];
    int to = index(k, centre + WING_PER_CM);
    for (int i = index(k, centre - WING_PER_CM); i < to; i++) {
      double x = offset + i * step;
      double u = x * x;
      double q = (inner * inner - u) / s;
      double line = q > 0 ? a / s * (1 + q * (1 + q * (1 + q))) : a / (u + c);
      sum[i] += line - flat + curvature * u;
    }
  }

  private static void refine(double[] coarse, double[] fine) {
    for (int j = 0; j < fine.length; j++) {
      int at = j - PAD;
      int m = Math.floorDiv(at, RATIO);
      double[] weight = WEIGHTS[at - RATIO * m];
      int first = m - 2 + PAD;
      double value = 0;
      for (int n = 0; n < weight.length; n++) {
        value += weight[n] * coarse[first + n];
      }
      fine[j] += value;
    }
  }

  /// Weights of the points -2 to 3 at 0, 1/4, 1/2, 3/4.
  private static double[][] lagrange() {
    double[][] weights = new double[RATIO][6];
    for (int phase = 0; phase < RATIO; phase++) {
      double t = (double) phase / RATIO;
      for (int n = 0; n < 6; n++) {
        double product = 1;
        for (int m = 0; m < 6; m++) {
          if (m != n) {
            product *= (t - (m - 2)) / (n - m);
          }
        }
        weights[phase][n] = product;
      }
    }
    return weights;
  }
}
