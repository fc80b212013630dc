package org.jumelles.ryugu.matrix;

/// Scalar products of a block that is turned first, so that the compiler's vectors run over
/// spectra: each product is still one chain of fused multiply-adds in the order of the bands.
final class TurnedProducts {
  /// Spectra and bands of a tile: 16 KiB beside the sums.
  private static final int LANES = 128;

  private static final int DEPTH = 16;

  private TurnedProducts() {}

  static void of(double[] spectra, int count, int bands, double[] rows, int vectors, double[] out) {
    double[][] turned = new double[DEPTH][LANES];
    double[][] sums = new double[vectors + 1][LANES];
    for (int first = 0; first < count; first += LANES) {
      int lanes = Math.min(LANES, count - first);
      for (double[] sum : sums) {
        java.util.Arrays.fill(sum, 0);
      }
      for (int band = 0; band < bands; band += DEPTH) {
        int depth = Math.min(DEPTH, bands - band);
        turn(spectra, first * bands + band, bands, lanes, turned, depth);
        for (int j = 0; j < vectors; j += 2) {
          int other = Math.min(j + 1, vectors - 1);
          add(
              sums[j],
              sums[j + 1],
              rows,
              j * bands + band,
              other * bands + band,
              turned,
              depth,
              lanes);
        }
      }
      for (int j = 0; j < vectors; j++) {
        for (int i = 0; i < lanes; i++) {
          out[(first + i) * vectors + j] = sums[j][i];
        }
      }
    }
  }

  private static void turn(
      double[] x, int from, int bands, int lanes, double[][] turned, int depth) {
    int k = 0;
    for (; k + 4 <= depth; k += 4) {
      turnFour(x, from + k, bands, lanes, turned, k);
    }
    for (; k < depth; k++) {
      for (int i = 0; i < lanes; i++) {
        turned[k][i] = x[from + k + i * bands];
      }
    }
  }

  private static void turnFour(
      double[] x, int from, int bands, int lanes, double[][] turned, int k) {
    double[] t0 = turned[k];
    double[] t1 = turned[k + 1];
    double[] t2 = turned[k + 2];
    double[] t3 = turned[k + 3];
    for (int i = 0; i < lanes; i++) {
      int at = from + i * bands;
      t0[i] = x[at];
      t1[i] = x[at + 1];
      t2[i] = x[at + 2];
      t3[i] = x[at + 3];
    }
  }

  // A kernel: two rows of the vectors, c by those from a on, d by those from b on.
  private static void add(
      double[] c, double[] d, double[] rows, int a, int b, double[][] x, int depth, int lanes) {
    int k = 0;
    for (; k + 4 <= depth; k += 4) {
      addFour(c, d, rows, a + k, b + k, x, k, lanes);
    }
    for (; k < depth; k++) {
      Panels.add(c, rows[a + k], x[k], 0, lanes);
      Panels.add(d, rows[b + k], x[k], 0, lanes);
    }
  }

  private static void addFour(
      double[] c, double[] d, double[] rows, int a, int b, double[][] x, int k, int lanes) {
    double[] x0 = x[k];
    double[] x1 = x[k + 1];
    double[] x2 = x[k + 2];
    double[] x3 = x[k + 3];
    double a0 = rows[a];
    double a1 = rows[a + 1];
    double a2 = rows[a + 2];
    double a3 = rows[a + 3];
    double b0 = rows[b];
    double b1 = rows[b + 1];
    double b2 = rows[b + 2];
    double b3 = rows[b + 3];
    for (int i = 0; i < lanes; i++) {
      double y0 = x0[i];
      double y1 = x1[i];
      double y2 = x2[i];
      double y3 = x3[i];
      c[i] = Math.fma(a3, y3, Math.fma(a2, y2, Math.fma(a1, y1, Math.fma(a0, y0, c[i]))));
      d[i] = Math.fma(b3, y3, Math.fma(b2, y2, Math.fma(b1, y1, Math.fma(b0, y0, d[i]))));
    }
  }
}
