package org.jumelles.ryugu.unmixing;

import java.util.Arrays;
import org.jumelles.ryugu.matrix.Products;

/// One pixel after another: solution, certificate, residual and sigma. A workspace.
final class PixelUnmixing {
  /// A squared residual below this part of x'x is lost in rounding of x'x - 2 b'a + a'G a.
  private static final double LOST = 1e-10;

  private final Endmembers endmembers;
  private final int columns;
  private final int bands;
  private final boolean sumToOne;
  private final boolean refined;
  private final double penalty;
  private final double gap;
  private final ActiveSet set;
  private final double[] right;
  private final double[] step;
  private final double[] diagonal;
  private final double[] residual;

  PixelUnmixing(Endmembers endmembers, UnmixingMethod method, boolean refined) {
    this.endmembers = endmembers;
    this.refined = refined;
    columns = endmembers.count();
    bands = endmembers.usedBands();
    sumToOne = method instanceof UnmixingMethod.FullyConstrained;
    switch (method) {
      case UnmixingMethod.Sparse(double wanted, double most) -> {
        penalty = wanted;
        gap = most;
      }
      case UnmixingMethod.NonNegative _, UnmixingMethod.FullyConstrained _ -> {
        penalty = 0;
        gap = Double.NaN;
      }
    }
    set = new ActiveSet(endmembers, sumToOne);
    right = new double[columns];
    step = new double[columns];
    diagonal = new double[columns];
    residual = new double[bands];
  }

  void solve(double[] x, int pixel, double[] b, double square, Abundances made) {
    double size = Math.sqrt(square);
    double scale = size;
    for (int j = 0; j < columns; j++) {
      right[j] = b[pixel * columns + j] - penalty;
      if (sumToOne) {
        scale = Math.max(scale, endmembers.norm(j));
      }
    }
    set.solve(right, scale);
    double left = refined ? refine(x, pixel * bands) : left(x, pixel * bands, square);
    int from = pixel * columns;
    System.arraycopy(set.a, 0, made.fractions(), from, columns);
    made.rmse()[pixel] = Math.sqrt(left / bands);
    made.violation()[pixel] = violation(scale);
    sigma(left, made.sigma(), from);
    made.gap()[pixel] = penalty > 0 ? dualityGap(left, square, b, from) : Double.NaN;
    made.state()[pixel] = state(made, pixel, scale);
  }

  private byte state(Abundances made, int pixel, double scale) {
    boolean solved =
        penalty > 0
            ? made.gap()[pixel] <= gap
            : made.violation()[pixel] <= Abundances.WORST_VIOLATION;
    if (!solved) {
      return Abundances.UNSOLVED;
    }
    for (int j = 0; j < columns; j++) {
      if (!set.in[j] && set.s[j] <= Abundances.WORST_VIOLATION * endmembers.norm(j) * scale) {
        return Abundances.DEGENERATE;
      }
    }
    return Abundances.SOLVED;
  }

  /// |x - E a|^2 from products, or from the spectra where the products have lost it.
  private double left(double[] x, int from, double square) {
    double sum = square;
    for (int i = 0; i < set.factor().size(); i++) {
      int j = set.factor().member(i);
      // x'x - 2 b'a + a'G a with G a = s + right - multiplier
      double correlation = right[j] + penalty;
      sum += set.a[j] * (set.s[j] - set.multiplier + right[j] - 2 * correlation);
    }
    return sum > LOST * square ? sum : squaredResidual(x, from);
  }

  private double squaredResidual(double[] x, int from) {
    System.arraycopy(x, from, residual, 0, bands);
    double[] rows = endmembers.rows();
    for (int i = 0; i < set.factor().size(); i++) {
      int j = set.factor().member(i);
      double fraction = set.a[j];
      for (int k = 0; k < bands; k++) {
        residual[k] = Math.fma(-fraction, rows[j * bands + k], residual[k]);
      }
    }
    return Products.dot(residual, 0, residual, 0, bands);
  }

  /// One step of the corrected seminormal equations [Bjorck1996]: what the normal equations have
  /// lost comes back from the residual of the spectrum itself. The certificate follows from it.
  private double refine(double[] x, int from) {
    double left = squaredResidual(x, from);
    SubFactor factor = set.factor();
    double sum = 0;
    for (int i = 0; i < factor.size(); i++) {
      step[i] = slope(factor.member(i));
      sum += set.a[factor.member(i)];
    }
    factor.solve(step, step);
    double kept = set.multiplier;
    if (sumToOne) {
      set.constrain(step, 1 - sum);
    }
    boolean stays = true;
    for (int i = 0; i < factor.size(); i++) {
      stays &= set.a[factor.member(i)] + step[i] > 0;
    }
    if (stays) {
      for (int i = 0; i < factor.size(); i++) {
        set.a[factor.member(i)] += step[i];
      }
      left = squaredResidual(x, from);
    } else {
      set.multiplier = kept;
    }
    for (int j = 0; j < columns; j++) {
      set.s[j] = set.multiplier - slope(j);
    }
    return left;
  }

  private double slope(int j) {
    return Products.dot(residual, 0, endmembers.rows(), j * bands, bands) - penalty;
  }

  private double violation(double scale) {
    double worst = 0;
    double sum = 0;
    for (int j = 0; j < columns; j++) {
      double slack = set.in[j] ? Math.abs(set.s[j]) : Math.max(0, -set.s[j]);
      double size = endmembers.norm(j) * scale;
      if (size > 0) {
        worst = Math.max(worst, slack / size);
      }
      worst = Math.max(worst, -set.a[j]);
      sum += set.a[j];
    }
    return sumToOne ? Math.max(worst, Math.abs(1 - sum)) : worst;
  }

  /// (P - D) / P for the residual scaled into the dual's bounds, E_j'theta <= penalty.
  private double dualityGap(double left, double square, double[] b, int from) {
    double sum = 0;
    double fitted = 0;
    double most = 0;
    for (int j = 0; j < columns; j++) {
      sum += set.a[j];
      fitted += set.a[j] * b[from + j];
      most = Math.max(most, penalty - set.s[j]);
    }
    double share = most > penalty ? penalty / most : 1;
    double primal = left / 2 + penalty * sum;
    double dual = share * (square - fitted) - share * share * left / 2;
    return primal > 0 ? Math.max(0, primal - dual) / primal : 0;
  }

  /// Of those above zero: the residual's variance times the diagonal of their inverse Gram matrix,
  /// less what the sum takes away.
  private void sigma(double left, double[] sigma, int from) {
    SubFactor factor = set.factor();
    int size = factor.size();
    int free = bands - size + (sumToOne ? 1 : 0);
    Arrays.fill(sigma, from, from + columns, Double.NaN);
    if (free <= 0) {
      return;
    }
    double variance = left / free;
    factor.inverseDiagonal(diagonal, step);
    double[] ones = set.onesSolved();
    double weight = 0;
    for (int i = 0; sumToOne && i < size; i++) {
      weight += ones[i];
    }
    for (int i = 0; i < size; i++) {
      double taken = sumToOne ? ones[i] * ones[i] / weight : 0;
      sigma[from + factor.member(i)] = Math.sqrt(variance * Math.max(0, diagonal[i] - taken));
    }
  }
}
