package org.jumelles.ryugu.unmixing;

import java.util.Arrays;

/// One pixel's quadratic problem: the least of 1/2 a'G a - b'a over a >= 0, with 1'a = 1 on
/// request.
///
/// The optimum is the a for which, with one number l for the sum (zero without it),
/// ```
/// s = G a - b + l 1,  a >= 0,  s >= 0,  a's = 0,  1'a = 1
/// ```
/// For few columns whole sets are exchanged at once [JudicePires1994], which mostly needs two or
/// three factors; where that goes round in circles, and for many columns, one at a time goes in and
/// out [LawsonHanson1974], which always ends. Either way the set is solved anew in ascending order,
/// so that the same set gives the same bits. A workspace: not for two threads.
final class ActiveSet {
  /// More columns than this are grown from nothing: few of them will be above zero.
  private static final int MOST_EXCHANGED = 40;

  /// What s may fall short of zero, as a part of |E_j| |x|: rounding of b and G.
  static final double TOLERANCE = 1e-12;

  final double[] a;
  final double[] s;
  final boolean[] in;
  double multiplier;

  private final Endmembers endmembers;
  private final int count;
  private final boolean sumToOne;
  private final SubFactor factor;
  private final boolean[] blocked;
  private final double[] z;
  private final double[] ones;
  private double[] b = {};
  private double scale;

  ActiveSet(Endmembers endmembers, boolean sumToOne) {
    this.endmembers = endmembers;
    this.sumToOne = sumToOne;
    count = endmembers.count();
    factor = new SubFactor(endmembers.gram(), count);
    a = new double[count];
    s = new double[count];
    in = new boolean[count];
    blocked = new boolean[count];
    z = new double[count];
    ones = new double[count];
  }

  /// The factor of the columns above zero, in ascending order, after [#solve].
  SubFactor factor() {
    return factor;
  }

  /// Solves for one pixel; `a`, `s`, `in` and `multiplier` hold the answer.
  ///
  /// @param right the b above
  /// @param scale the size of x, to tell zero by
  void solve(double[] right, double scale) {
    b = right;
    this.scale = scale;
    if (count > MOST_EXCHANGED || !exchange()) {
      grow();
      settle();
    }
  }

  /// The same by growth alone, however few the columns.
  void solveByGrowth(double[] right, double scale) {
    b = right;
    this.scale = scale;
    grow();
    settle();
  }

  private double tolerance(int j) {
    return TOLERANCE * endmembers.norm(j) * scale;
  }

  /// Exchanges all that stand wrong at once, from the columns that are positive without bounds.
  private boolean exchange() {
    Arrays.fill(in, true);
    for (int round = 0; round < 3 + count; round++) {
      if (!solveIn()) {
        return false;
      }
      int wrong = 0;
      int left = factor.size();
      for (int j = 0; j < count; j++) {
        if (in[j] ? a[j] <= 0 : s[j] < -tolerance(j)) {
          left += in[j] ? -1 : 1;
          in[j] = !in[j];
          wrong++;
        }
      }
      if (wrong == 0) {
        return true;
      }
      if (left == 0 && sumToOne) {
        return false;
      }
    }
    return false;
  }

  /// Sets a, s and the multiplier by the columns that are in, in ascending order.
  private boolean solveIn() {
    factor.clear();
    for (int j = 0; j < count; j++) {
      if (in[j] && !factor.append(j)) {
        return false;
      }
    }
    target();
    Arrays.fill(a, 0);
    for (int i = 0; i < factor.size(); i++) {
      a[factor.member(i)] = z[i];
    }
    gradient();
    return true;
  }

  /// The unbounded minimum over the factor's columns into z, and its multiplier.
  private void target() {
    int size = factor.size();
    for (int i = 0; i < size; i++) {
      z[i] = b[factor.member(i)];
    }
    factor.solve(z, z);
    multiplier = 0;
    if (sumToOne) {
      constrain(z, 1);
    }
  }

  /// Moves an unbounded solution by position to where it adds up to `sum`.
  void constrain(double[] solution, double sum) {
    int size = factor.size();
    Arrays.fill(ones, 0, size, 1);
    factor.solve(ones, ones);
    double total = 0;
    double weight = 0;
    for (int i = 0; i < size; i++) {
      total += solution[i];
      weight += ones[i];
    }
    multiplier = (total - sum) / weight;
    for (int i = 0; i < size; i++) {
      solution[i] -= multiplier * ones[i];
    }
  }

  /// G^-1 1 over the factor's columns and its sum, as [#constrain] left it.
  double[] onesSolved() {
    return ones;
  }

  private void gradient() {
    double[] gram = endmembers.gram();
    for (int j = 0; j < count; j++) {
      s[j] = multiplier - b[j];
    }
    for (int i = 0; i < factor.size(); i++) {
      int column = factor.member(i);
      double fraction = a[column];
      int row = column * count;
      for (int j = 0; j < count; j++) {
        s[j] = Math.fma(gram[row + j], fraction, s[j]);
      }
    }
  }

  /// Lawson and Hanson's way in the Gram matrix, from nothing or from the best single column.
  private void grow() {
    Arrays.fill(a, 0);
    Arrays.fill(in, false);
    Arrays.fill(blocked, false);
    factor.clear();
    multiplier = 0;
    if (sumToOne) {
      single();
    }
    for (int step = 0; step < 10 * count + 10; step++) {
      gradient();
      int next = steepest();
      if (next < 0) {
        return;
      }
      if (factor.append(next) ? enter(next) : swap(next)) {
        Arrays.fill(blocked, false);
      } else {
        blocked[next] = true;
        target();
      }
    }
  }

  /// @return false where the new column would not rise, by rounding; it is out again
  private boolean enter(int next) {
    target();
    int last = factor.size() - 1;
    if (!(z[last] > 0)) {
      factor.remove(last);
      return false;
    }
    in[next] = true;
    a[next] = 0;
    descend();
    return true;
  }

  /// The new column is a mixture of those that are in: it takes their place, in proportion, until
  /// the first of them is used up.
  ///
  /// @return false where none is
  private boolean swap(int next) {
    int size = factor.size();
    double[] gram = endmembers.gram();
    for (int i = 0; i < size; i++) {
      z[i] = gram[next * count + factor.member(i)];
    }
    factor.solve(z, z);
    int out = -1;
    double reach = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      double one = z[i] > 0 ? a[factor.member(i)] / z[i] : Double.POSITIVE_INFINITY;
      if (one < reach) {
        reach = one;
        out = i;
      }
    }
    if (out < 0) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      a[factor.member(i)] = Math.max(0, a[factor.member(i)] - reach * z[i]);
    }
    in[factor.member(out)] = false;
    a[factor.member(out)] = 0;
    factor.remove(out);
    if (!factor.append(next)) {
      return false;
    }
    in[next] = true;
    a[next] = reach;
    descend();
    return true;
  }

  private void single() {
    double[] gram = endmembers.gram();
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int j = 0; j < count; j++) {
      double value = gram[j * count + j] / 2 - b[j];
      if (value < least) {
        least = value;
        best = j;
      }
    }
    factor.append(best);
    in[best] = true;
    a[best] = 1;
    target();
  }

  private int steepest() {
    int next = -1;
    double most = TOLERANCE * scale;
    for (int j = 0; j < count; j++) {
      double steep = in[j] || blocked[j] ? 0 : -s[j] / endmembers.norm(j);
      if (steep > most) {
        most = steep;
        next = j;
      }
    }
    return next;
  }

  /// Goes from a to the minimum over the columns in, as far as none falls below zero.
  private void descend() {
    while (true) {
      target();
      int size = factor.size();
      double share = share(size);
      for (int i = 0; i < size; i++) {
        int j = factor.member(i);
        a[j] = share == 1 ? z[i] : a[j] + share * (z[i] - a[j]);
      }
      if (share == 1) {
        return;
      }
      drop();
    }
  }

  private double share(int size) {
    double share = 1;
    blocking = -1;
    for (int i = 0; i < size; i++) {
      double from = a[factor.member(i)];
      if (z[i] <= 0) {
        double one = from / (from - z[i]);
        if (one < share) {
          share = one;
          blocking = factor.member(i);
        }
      }
    }
    return share;
  }

  private int blocking;

  private void drop() {
    for (int i = factor.size() - 1; i >= 0; i--) {
      int j = factor.member(i);
      if (j == blocking || a[j] <= 0) {
        a[j] = 0;
        in[j] = false;
        factor.remove(i);
      }
    }
  }

  /// Solves the set that was grown once more in ascending order, unless rounding forbids.
  private void settle() {
    double[] grown = a.clone();
    double grownMultiplier = multiplier;
    boolean settled = solveIn();
    for (int i = 0; i < factor.size(); i++) {
      settled &= a[factor.member(i)] > 0;
    }
    if (!settled) {
      System.arraycopy(grown, 0, a, 0, count);
      multiplier = grownMultiplier;
      gradient();
    }
  }
}
