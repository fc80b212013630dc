package org.jumelles.ryugu.parameter;

/// The loops over lanes: fits side by side, lane after lane in each array. Written so that the
/// compiler makes vectors of them: separate arrays, one index, no branch. What a lane comes to does
/// not depend on the others.
final class LaneLoops {
  private LaneLoops() {}

  /// `off` = (x - centre) narrow, and [Bell] of it up to the power of two `k`: `part` 2^k.
  static void bell(
      double x, double[] centre, double[] narrow, double[] off, double[] part, double[] k, int n) {
    for (int l = 0; l < n; l++) {
      double z = (x - centre[l]) * narrow[l];
      double e = Math.max(-0.5 * z * z, Bell.LEAST);
      double whole = Math.fma(e, Bell.PER_LN2, Bell.ROUND) - Bell.ROUND;
      double r = Math.fma(-whole, Bell.LN2_REST, Math.fma(-whole, Bell.LN2, e));
      double q = Math.fma(Math.fma(Bell.C11, r, Bell.C10), r, Bell.C9);
      q = Math.fma(Math.fma(Math.fma(q, r, Bell.C8), r, Bell.C7), r, Bell.C6);
      q = Math.fma(Math.fma(Math.fma(q, r, Bell.C5), r, Bell.C4), r, Bell.C3);
      q = Math.fma(Math.fma(q, r, Bell.C2), r * r, r);
      off[l] = z;
      part[l] = 1 + q;
      k[l] = whole;
    }
  }

  /// `dip` = -part 2^k.
  static void scale(double[] part, double[] k, double[] dip, int n) {
    for (int l = 0; l < n; l++) {
      dip[l] = -(part[l] * Double.longBitsToDouble(((long) k[l] + 1023) << 52));
    }
  }

  static void line(double[] p0, double[] p1, double t, double[] line, double[] left, int n) {
    for (int l = 0; l < n; l++) {
      line[l] = Math.fma(p1[l], t, p0[l]);
      left[l] = 1;
    }
  }

  static void inverse(double[] of, double[] to, int n) {
    for (int l = 0; l < n; l++) {
      to[l] = 1 / of[l];
    }
  }

  /// The slopes by depth, centre and width, as [DipModel].
  static void slopes(double[][] in, double[] depths, double[] centres, double[] widths, int n) {
    double[] dip = in[0];
    double[] off = in[1];
    double[] narrow = in[2];
    double[] depth = in[3];
    double[] line = in[4];
    for (int l = 0; l < n; l++) {
      double one = dip[l] * off[l] * narrow[l];
      double steep = line[l] * (depth[l] * one);
      depths[l] = line[l] * dip[l];
      centres[l] = steep;
      widths[l] = steep * off[l];
    }
  }

  static void less(double[] depth, double[] dip, double[] left, int n) {
    for (int l = 0; l < n; l++) {
      left[l] = Math.fma(depth[l], dip[l], left[l]);
    }
  }

  static void lineSlopes(double[] left, double t, double[] per, double[] s0, double[] s1, int n) {
    for (int l = 0; l < n; l++) {
      s0[l] = left[l] * per[l];
      s1[l] = t * left[l] * per[l];
    }
  }

  static void times(double[] by, double[] a, int n) {
    for (int l = 0; l < n; l++) {
      a[l] *= by[l];
    }
  }

  /// What is left of y, and chi square.
  static void rest(double[][] in, double[] off, double[] weighed, double[] chiSquare, int n) {
    double[] y = in[0];
    double[] line = in[1];
    double[] left = in[2];
    double[] per = in[3];
    for (int l = 0; l < n; l++) {
      double one = (y[l] - line[l] * left[l]) * per[l];
      off[l] = one;
      weighed[l] = one * per[l];
      chiSquare[l] = Math.fma(one, one, chiSquare[l]);
    }
  }

  /// Bends of the line with depth, centre, width: -bend weighed, added.
  static void bendLine(double[][] in, double t, double[][] to, int n) {
    double[] dip = in[0];
    double[] off = in[1];
    double[] narrow = in[2];
    double[] depth = in[3];
    double[] weighed = in[5];
    double[] b0 = to[0];
    double[] b1 = to[1];
    double[] b2 = to[2];
    double[] b3 = to[3];
    double[] b4 = to[4];
    double[] b5 = to[5];
    for (int l = 0; l < n; l++) {
      double w = weighed[l];
      double d = dip[l];
      double two = depth[l] * (d * off[l] * narrow[l]);
      b0[l] = Math.fma(-d, w, b0[l]);
      b1[l] = Math.fma(-(t * d), w, b1[l]);
      b2[l] = Math.fma(-two, w, b2[l]);
      b3[l] = Math.fma(-(two * t), w, b3[l]);
      b4[l] = Math.fma(-(two * off[l]), w, b4[l]);
      b5[l] = Math.fma(-(two * off[l] * t), w, b5[l]);
    }
  }

  /// Bends of depth, centre and width with one another.
  static void bendDip(double[][] in, double[][] to, int n) {
    double[] dip = in[0];
    double[] off = in[1];
    double[] narrow = in[2];
    double[] depth = in[3];
    double[] line = in[4];
    double[] weighed = in[5];
    double[] b6 = to[6];
    double[] b7 = to[7];
    double[] b8 = to[8];
    double[] b9 = to[9];
    double[] b10 = to[10];
    for (int l = 0; l < n; l++) {
      double w = weighed[l];
      double z = off[l];
      double one = dip[l] * z * narrow[l];
      double square = z * z;
      double round = line[l] * dip[l] * (depth[l] * narrow[l] * narrow[l]);
      b6[l] = Math.fma(-(line[l] * one), w, b6[l]);
      b7[l] = Math.fma(-(line[l] * one * z), w, b7[l]);
      b8[l] = Math.fma(-(round * (square - 1)), w, b8[l]);
      b9[l] = Math.fma(-(round * z * (square - 2)), w, b9[l]);
      b10[l] = Math.fma(-(round * square * (square - 3)), w, b10[l]);
    }
  }

  /// `sum += a b`.
  static void add(double[] a, double[] b, double[] sum, int n) {
    for (int l = 0; l < n; l++) {
      sum[l] = Math.fma(a[l], b[l], sum[l]);
    }
  }

  /// `sum += a b` for three rows, in their order.
  static void addThree(double[][] a, int i, double[][] b, int j, double[] sum, int n) {
    double[] a0 = a[i];
    double[] b0 = b[j];
    double[] a1 = a[i + 1];
    double[] b1 = b[j + 1];
    double[] a2 = a[i + 2];
    double[] b2 = b[j + 2];
    for (int l = 0; l < n; l++) {
      sum[l] = Math.fma(a2[l], b2[l], Math.fma(a1[l], b1[l], Math.fma(a0[l], b0[l], sum[l])));
    }
  }

  /// `sum -= a b`.
  static void take(double[] a, double[] b, double[] sum, int n) {
    for (int l = 0; l < n; l++) {
      sum[l] = Math.fma(-a[l], b[l], sum[l]);
    }
  }

  static void unit(double[] square, double[] free, double[] unit, int n) {
    for (int l = 0; l < n; l++) {
      unit[l] = free[l] / Math.sqrt(Math.max(square[l], NormalEquations.LEAST_SQUARE));
    }
  }

  static void element(double[][] in, double[] unitI, double[] unitJ, double[] to, int n) {
    double[] bent = in[0];
    double[] bend = in[1];
    double[] square = in[2];
    for (int l = 0; l < n; l++) {
      to[l] = Math.fma(bent[l], bend[l], square[l]) * unitI[l] * unitJ[l];
    }
  }

  static void diagonal(double[][] in, double[] unit, double[] damping, double[] to, int n) {
    double[] bent = in[0];
    double[] bend = in[1];
    for (int l = 0; l < n; l++) {
      to[l] = Math.fma(bent[l] * bend[l], unit[l] * unit[l], 1 + damping[l]);
    }
  }

  static void pivot(double[] sum, double[] least, double[] pivot, int n) {
    for (int l = 0; l < n; l++) {
      least[l] = Math.min(least[l], sum[l]);
      pivot[l] = 1 / Math.sqrt(sum[l]);
    }
  }

  static void product(double[] a, double[] b, double[] to, int n) {
    for (int l = 0; l < n; l++) {
      to[l] = a[l] * b[l];
    }
  }

  /// `row -= element step`, the element with its bend.
  static void fallRow(double[][] in, double[] step, double part, double[] row, int n) {
    double[] bent = in[0];
    double[] bend = in[1];
    double[] square = in[2];
    for (int l = 0; l < n; l++) {
      double element = Math.fma(bent[l], bend[l], square[l]);
      row[l] = Math.fma(-part * element, step[l], row[l]);
    }
  }

  static void fall(double[] step, double[] row, double[] sum, int n) {
    for (int l = 0; l < n; l++) {
      sum[l] = Math.fma(2 * step[l], row[l], sum[l]);
    }
  }
}
