package org.jumelles.ryugu.parameter;

import java.util.Arrays;

/// A few normal equations, scaled to a diagonal of one before they are factored.
final class NormalEquations {
  private final int n;
  private final double[] m;
  private final double[] right;
  private final double[] lower;
  private final double[] inverse;
  private final double[] unit;

  NormalEquations(int n) {
    this.n = n;
    m = new double[n * n];
    right = new double[n];
    lower = new double[n * n];
    inverse = new double[n * n];
    unit = new double[n];
  }

  void clear() {
    Arrays.fill(m, 0);
    Arrays.fill(right, 0);
  }

  void add(double[] slopes, double off, double weight) {
    for (int i = 0; i < n; i++) {
      double one = weight * slopes[i];
      right[i] = Math.fma(one, off, right[i]);
      for (int j = 0; j <= i; j++) {
        m[i * n + j] = Math.fma(one, slopes[j], m[i * n + j]);
      }
    }
  }

  double diagonal(int i) {
    return m[i * n + i];
  }

  /// Solves with each diagonal element raised by its `damping` part.
  ///
  /// @return false where the equations are not independent
  boolean solve(double damping, double[] step) {
    if (!factor(damping)) {
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

  boolean invert() {
    if (!factor(0)) {
      return false;
    }
    Arrays.fill(inverse, 0);
    for (int c = 0; c < n; c++) {
      inverse[c * n + c] = 1;
      substitute(inverse, c * n);
      for (int i = 0; i < n; i++) {
        inverse[c * n + i] *= unit[c] * unit[i];
      }
    }
    return true;
  }

  double inverse(int i, int j) {
    return inverse[i * n + j];
  }

  private boolean factor(double damping) {
    for (int i = 0; i < n; i++) {
      unit[i] = 1 / Math.sqrt(m[i * n + i]);
      if (!Double.isFinite(unit[i])) {
        return false;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = m[i * n + j] * unit[i] * unit[j] + (i == j ? damping : 0);
        for (int t = 0; t < j; t++) {
          sum -= lower[i * n + t] * lower[j * n + t];
        }
        if (i == j) {
          if (!(sum > 1e-14)) {
            return false;
          }
          lower[i * n + i] = Math.sqrt(sum);
        } else {
          lower[i * n + j] = sum / lower[j * n + j];
        }
      }
    }
    return true;
  }

  private void substitute(double[] v, int from) {
    for (int i = 0; i < n; i++) {
      double sum = v[from + i];
      for (int t = 0; t < i; t++) {
        sum -= lower[i * n + t] * v[from + t];
      }
      v[from + i] = sum / lower[i * n + i];
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = v[from + i];
      for (int t = i + 1; t < n; t++) {
        sum -= lower[t * n + i] * v[from + t];
      }
      v[from + i] = sum / lower[i * n + i];
    }
  }
}
