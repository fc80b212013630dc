package org.jumelles.ryugu.unmixing;

/// The Cholesky factor of a few rows and columns of a Gram matrix; columns come and go.
final class SubFactor {
  /// A column whose squared distance from the span of the others is below this part of its own
  /// square cannot be told from it in double precision.
  private static final double LEAST_PIVOT = 1e-13;

  private final double[] gram;
  private final int columns;
  private final int[] members;
  private final double[] lower;
  private final double[] reciprocal;
  private int size;

  SubFactor(double[] gram, int columns) {
    this.gram = gram;
    this.columns = columns;
    members = new int[columns];
    lower = new double[columns * columns];
    reciprocal = new double[columns];
  }

  int size() {
    return size;
  }

  int member(int position) {
    return members[position];
  }

  void clear() {
    size = 0;
  }

  /// Adds a column at the end.
  ///
  /// @return false, and nothing is added, where it lies in the span of the others
  boolean append(int column) {
    members[size] = column;
    if (!row(size)) {
      return false;
    }
    size++;
    return true;
  }

  /// Takes the column at a position out; those behind it move up.
  void remove(int position) {
    size--;
    for (int k = position; k < size; k++) {
      members[k] = members[k + 1];
    }
    for (int k = position; k < size; k++) {
      if (!row(k)) {
        // Fewer columns are no less independent: a pivot below the least here is rounding.
        reciprocal[k] = 1 / Math.sqrt(LEAST_PIVOT * gram[members[k] * columns + members[k]]);
      }
    }
  }

  private boolean row(int k) {
    int from = k * columns;
    int of = members[k] * columns;
    double left = gram[of + members[k]];
    double least = LEAST_PIVOT * left;
    for (int i = 0; i < k; i++) {
      double sum = gram[of + members[i]];
      for (int t = 0; t < i; t++) {
        sum -= lower[from + t] * lower[i * columns + t];
      }
      double entry = sum * reciprocal[i];
      lower[from + i] = entry;
      left -= entry * entry;
    }
    if (!(left > least)) {
      return false;
    }
    reciprocal[k] = 1 / Math.sqrt(left);
    return true;
  }

  /// Solves G z = right over the members; both by position. `z` may be `right`.
  void solve(double[] right, double[] z) {
    for (int i = 0; i < size; i++) {
      double sum = right[i];
      for (int t = 0; t < i; t++) {
        sum -= lower[i * columns + t] * z[t];
      }
      z[i] = sum * reciprocal[i];
    }
    for (int i = size - 1; i >= 0; i--) {
      double sum = z[i] * reciprocal[i];
      z[i] = sum;
      double done = sum;
      for (int t = 0; t < i; t++) {
        z[t] -= lower[i * columns + t] * done;
      }
    }
  }

  /// The diagonal of the inverse, by position.
  ///
  /// @param scratch as long as `diagonal`
  void inverseDiagonal(double[] diagonal, double[] scratch) {
    for (int j = 0; j < size; j++) {
      double sum = 0;
      for (int i = j; i < size; i++) {
        double entry = i == j ? 1 : 0;
        for (int t = j; t < i; t++) {
          entry -= lower[i * columns + t] * scratch[t];
        }
        scratch[i] = entry * reciprocal[i];
        sum += scratch[i] * scratch[i];
      }
      diagonal[j] = sum;
    }
  }
}
