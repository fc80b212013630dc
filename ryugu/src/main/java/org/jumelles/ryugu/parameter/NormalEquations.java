package org.jumelles.ryugu.parameter;

import java.util.Arrays;

/// A few normal equations, scaled to a diagonal of one before they are factored: the squares of the
/// slopes, and apart from them what the bends of the model add to make them the second derivatives
/// of half of chi square. A parameter may be held: its row and column are then those of the unit
/// matrix, its step is zero.
final class NormalEquations {
  static final double LEAST_PIVOT = 1e-14;

  /// Below it a parameter changes nothing.
  static final double LEAST_SQUARE = 1e-300;

  private final int n;
  private final double[] squares;
  private final double[] bends;
  private final double[] right;
  private final double[] lower;
  private final double[] pivot;
  private final double[] inverse;
  private final double[] unit;

  NormalEquations(int n) {
    this.n = n;
    squares = new double[n * n];
    bends = new double[n * n];
    right = new double[n];
    lower = new double[n * n];
    pivot = new double[n];
    inverse = new double[n * n];
    unit = new double[n];
  }

  void clear() {
    Arrays.fill(squares, 0);
    Arrays.fill(bends, 0);
    Arrays.fill(right, 0);
  }

  /// @param slopes over their sigma, as `off`
  void add(double[] slopes, double off) {
    for (int i = 0; i < n; i++) {
      right[i] = Math.fma(slopes[i], off, right[i]);
      for (int j = 0; j <= i; j++) {
        squares[i * n + j] = Math.fma(slopes[i], slopes[j], squares[i * n + j]);
      }
    }
  }

  /// @param i not below j
  void bend(int i, int j, double bend, double off) {
    bends[i * n + j] = Math.fma(-bend, off, bends[i * n + j]);
  }

  /// Half of what chi square falls by, a unit of the parameter.
  double descent(int i) {
    return right[i];
  }

  /// @param i not below j
  void put(int i, int j, double square, double bend) {
    squares[i * n + j] = square;
    bends[i * n + j] = bend;
  }

  void put(int i, double descent) {
    right[i] = descent;
  }

  double square(int i) {
    return squares[i * n + i];
  }

  /// Solves with each diagonal element raised by its `damping` part.
  ///
  /// @param bent 1 where bends count, else 0
  /// @return false where there is no one deepest point
  boolean solve(double damping, double bent, boolean[] held, double[] step) {
    if (!factor(damping, bent, held)) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      step[i] = right[i] * unit[i];
    }
    substitute(step, 0);
    for (int i = 0; i < n; i++) {
      step[i] *= unit[i];
    }
    return true;
  }

  /// By how much chi square falls along a step, to second order: 2 g's - s'Ms.
  double fall(double bent, double[] step) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double row = Math.fma(-0.5 * element(i, i, bent), step[i], right[i]);
      for (int j = 0; j < i; j++) {
        row = Math.fma(-element(i, j, bent), step[j], row);
      }
      sum = Math.fma(2 * step[i], row, sum);
    }
    return sum;
  }

  /// The inverse of the squares over what is not held; NaN in the rows and columns of what is, and
  /// all NaN where the equations are not independent.
  void invert(boolean[] held) {
    Arrays.fill(inverse, Double.NaN);
    if (!factor(0, 0, held)) {
      return;
    }
    Arrays.fill(inverse, 0);
    for (int c = 0; c < n; c++) {
      inverse[c * n + c] = 1;
      substitute(inverse, c * n);
      for (int i = 0; i < n; i++) {
        boolean known = isKnown(c, held) && isKnown(i, held);
        inverse[c * n + i] = known ? inverse[c * n + i] * unit[c] * unit[i] : Double.NaN;
      }
    }
  }

  private boolean isKnown(int i, boolean[] held) {
    return !held[i] && squares[i * n + i] > LEAST_SQUARE;
  }

  double inverse(int i, int j) {
    return inverse[i * n + j];
  }

  private double element(int i, int j, double bent) {
    return Math.fma(bent, bends[i * n + j], squares[i * n + j]);
  }

  private boolean factor(double damping, double bent, boolean[] held) {
    for (int i = 0; i < n; i++) {
      unit[i] = (held[i] ? 0 : 1) / Math.sqrt(Math.max(squares[i * n + i], LEAST_SQUARE));
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double sum = element(i, j, bent) * unit[i] * unit[j];
        for (int t = 0; t < j; t++) {
          sum = Math.fma(-lower[i * n + t], lower[j * n + t], sum);
        }
        lower[i * n + j] = sum * pivot[j];
      }
      double sum = Math.fma(bent * bends[i * n + i], unit[i] * unit[i], 1 + damping);
      for (int t = 0; t < i; t++) {
        sum = Math.fma(-lower[i * n + t], lower[i * n + t], sum);
      }
      if (!(sum > LEAST_PIVOT)) {
        return false;
      }
      pivot[i] = 1 / Math.sqrt(sum);
    }
    return true;
  }

  private void substitute(double[] v, int from) {
    for (int i = 0; i < n; i++) {
      double sum = v[from + i];
      for (int t = 0; t < i; t++) {
        sum = Math.fma(-lower[i * n + t], v[from + t], sum);
      }
      v[from + i] = sum * pivot[i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = v[from + i];
      for (int t = i + 1; t < n; t++) {
        sum = Math.fma(-lower[t * n + i], v[from + t], sum);
      }
      v[from + i] = sum * pivot[i];
    }
  }
}
