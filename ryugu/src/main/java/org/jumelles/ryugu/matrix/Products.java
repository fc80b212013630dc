package org.jumelles.ryugu.matrix;

import java.util.Objects;

/// Scalar products of every spectrum of a block with every one of a few vectors.
///
/// Each product is one chain of fused multiply-adds in the order of the bands, however many spectra
/// stand beside it: a spectrum's products do not depend on its neighbours.
public final class Products {
  private static final int TILE = 4;
  private static final int LEAST_TURNED = 32;

  private Products() {}

  /// `out[i * vectors + j]` = sum over k of `spectra[i * bands + k] * rows[j * bands + k]`.
  ///
  /// @param spectra `count` spectra of `bands` each, one after another
  /// @param rows `vectors` rows of `bands` each
  /// @param out at least `count * vectors` long; none of the others
  public static void of(
      double[] spectra, int count, int bands, double[] rows, int vectors, double[] out) {
    Objects.checkFromIndexSize(0, count * bands, spectra.length);
    Objects.checkFromIndexSize(0, vectors * bands, rows.length);
    Objects.checkFromIndexSize(0, count * vectors, out.length);
    if (isTurned(count, bands, vectors)) {
      TurnedProducts.of(spectra, count, bands, rows, vectors, out);
    } else {
      plainly(spectra, count, bands, rows, vectors, out);
    }
  }

  /// Whether there are enough of all to turn the block before.
  static boolean isTurned(int count, int bands, int vectors) {
    return count >= LEAST_TURNED && bands >= LEAST_TURNED && vectors > 1;
  }

  /// The twin of [TurnedProducts], bit for bit.
  static void plainly(
      double[] spectra, int count, int bands, double[] rows, int vectors, double[] out) {
    int i = 0;
    for (; i + TILE <= count; i += TILE) {
      int j = 0;
      for (; j + 2 <= vectors; j += 2) {
        fourByTwo(spectra, i * bands, bands, rows, j * bands, out, i * vectors + j, vectors);
      }
      if (j < vectors) {
        for (int more = 0; more < TILE; more++) {
          out[(i + more) * vectors + j] = dot(spectra, (i + more) * bands, rows, j * bands, bands);
        }
      }
    }
    for (; i < count; i++) {
      for (int j = 0; j < vectors; j++) {
        out[i * vectors + j] = dot(spectra, i * bands, rows, j * bands, bands);
      }
    }
  }

  /// Sum of `a[fromA + k] * b[fromB + k]`, in order.
  public static double dot(double[] a, int fromA, double[] b, int fromB, int length) {
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum = Math.fma(a[fromA + k], b[fromB + k], sum);
    }
    return sum;
  }

  /// Whether there are only numbers among so many; eight at once.
  public static boolean allFinite(double[] values, int from, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int end = from + length;
    int k = from;
    // Zero for a number, NaN for all else; it adds up to what it was.
    for (; k + 8 <= end; k += 8) {
      s0 += values[k] * 0;
      s1 += values[k + 1] * 0;
      s2 += values[k + 2] * 0;
      s3 += values[k + 3] * 0;
      s4 += values[k + 4] * 0;
      s5 += values[k + 5] * 0;
      s6 += values[k + 6] * 0;
      s7 += values[k + 7] * 0;
    }
    for (; k < end; k++) {
      s0 += values[k] * 0;
    }
    return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 == 0;
  }

  /// Sum of squares of each spectrum.
  public static void squares(double[] spectra, int count, int bands, double[] out) {
    Objects.checkFromIndexSize(0, count * bands, spectra.length);
    int i = 0;
    for (; i + TILE <= count; i += TILE) {
      fourSquares(spectra, i * bands, bands, out, i);
    }
    for (; i < count; i++) {
      out[i] = dot(spectra, i * bands, spectra, i * bands, bands);
    }
  }

  private static void fourSquares(double[] x, int from, int bands, double[] out, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int k = from; k < from + bands; k++) {
      double x0 = x[k];
      double x1 = x[k + bands];
      double x2 = x[k + 2 * bands];
      double x3 = x[k + 3 * bands];
      s0 = Math.fma(x0, x0, s0);
      s1 = Math.fma(x1, x1, s1);
      s2 = Math.fma(x2, x2, s2);
      s3 = Math.fma(x3, x3, s3);
    }
    out[to] = s0;
    out[to + 1] = s1;
    out[to + 2] = s2;
    out[to + 3] = s3;
  }

  // A kernel: four spectra by two rows keep eight sums in registers.
  private static void fourByTwo(
      double[] x, int from, int bands, double[] e, int row, double[] out, int to, int stride) {
    double s00 = 0;
    double s01 = 0;
    double s10 = 0;
    double s11 = 0;
    double s20 = 0;
    double s21 = 0;
    double s30 = 0;
    double s31 = 0;
    for (int k = 0; k < bands; k++) {
      double e0 = e[row + k];
      double e1 = e[row + bands + k];
      double x0 = x[from + k];
      double x1 = x[from + bands + k];
      double x2 = x[from + 2 * bands + k];
      double x3 = x[from + 3 * bands + k];
      s00 = Math.fma(x0, e0, s00);
      s01 = Math.fma(x0, e1, s01);
      s10 = Math.fma(x1, e0, s10);
      s11 = Math.fma(x1, e1, s11);
      s20 = Math.fma(x2, e0, s20);
      s21 = Math.fma(x2, e1, s21);
      s30 = Math.fma(x3, e0, s30);
      s31 = Math.fma(x3, e1, s31);
    }
    out[to] = s00;
    out[to + 1] = s01;
    out[to + stride] = s10;
    out[to + stride + 1] = s11;
    out[to + 2 * stride] = s20;
    out[to + 2 * stride + 1] = s21;
    out[to + 3 * stride] = s30;
    out[to + 3 * stride + 1] = s31;
  }
}
