package org.jumelles.ryugu.matrix.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Six rows by three vectors of sums, which stay in the processor's registers while all products
/// are added to them. A loop that the compiler makes vectors of by itself loads and stores its sums
/// for every three products. Written out: vectors in an array are objects in memory, not registers.
public final class Tile {
  /// Rows of sums at once.
  public static final int ROWS = 6;

  private static final VectorSpecies<Double> EIGHT = DoubleVector.SPECIES_512;
  private static final int LANES = 8;

  /// Columns of sums at once.
  public static final int COLUMNS = 3 * LANES;

  private Tile() {}

  /// Whether the processor has registers for a tile: vectors of eight doubles.
  public static boolean fits() {
    return DoubleVector.SPECIES_PREFERRED.length() == LANES;
  }

  /// `sum[i + r][j + c] += sum over k of a[fromA + k * stepA + r] * b[fromB + k * stepB + c]`, k
  /// below `depth` in their order.
  ///
  /// @param sum of rows that hold whole tiles, as those of b
  public static void add(
      double[][] sum,
      int i,
      int j,
      double[] a,
      int fromA,
      int stepA,
      double[] b,
      int fromB,
      int stepB,
      int depth) {
    DoubleVector s00 = DoubleVector.fromArray(EIGHT, sum[i], j);
    DoubleVector s01 = DoubleVector.fromArray(EIGHT, sum[i], j + LANES);
    DoubleVector s02 = DoubleVector.fromArray(EIGHT, sum[i], j + 2 * LANES);
    DoubleVector s10 = DoubleVector.fromArray(EIGHT, sum[i + 1], j);
    DoubleVector s11 = DoubleVector.fromArray(EIGHT, sum[i + 1], j + LANES);
    DoubleVector s12 = DoubleVector.fromArray(EIGHT, sum[i + 1], j + 2 * LANES);
    DoubleVector s20 = DoubleVector.fromArray(EIGHT, sum[i + 2], j);
    DoubleVector s21 = DoubleVector.fromArray(EIGHT, sum[i + 2], j + LANES);
    DoubleVector s22 = DoubleVector.fromArray(EIGHT, sum[i + 2], j + 2 * LANES);
    DoubleVector s30 = DoubleVector.fromArray(EIGHT, sum[i + 3], j);
    DoubleVector s31 = DoubleVector.fromArray(EIGHT, sum[i + 3], j + LANES);
    DoubleVector s32 = DoubleVector.fromArray(EIGHT, sum[i + 3], j + 2 * LANES);
    DoubleVector s40 = DoubleVector.fromArray(EIGHT, sum[i + 4], j);
    DoubleVector s41 = DoubleVector.fromArray(EIGHT, sum[i + 4], j + LANES);
    DoubleVector s42 = DoubleVector.fromArray(EIGHT, sum[i + 4], j + 2 * LANES);
    DoubleVector s50 = DoubleVector.fromArray(EIGHT, sum[i + 5], j);
    DoubleVector s51 = DoubleVector.fromArray(EIGHT, sum[i + 5], j + LANES);
    DoubleVector s52 = DoubleVector.fromArray(EIGHT, sum[i + 5], j + 2 * LANES);
    int atA = fromA;
    int atB = fromB;
    for (int k = 0; k < depth; k++, atA += stepA, atB += stepB) {
      DoubleVector b0 = DoubleVector.fromArray(EIGHT, b, atB);
      DoubleVector b1 = DoubleVector.fromArray(EIGHT, b, atB + LANES);
      DoubleVector b2 = DoubleVector.fromArray(EIGHT, b, atB + 2 * LANES);
      DoubleVector one = DoubleVector.broadcast(EIGHT, a[atA]);
      s00 = one.fma(b0, s00);
      s01 = one.fma(b1, s01);
      s02 = one.fma(b2, s02);
      one = DoubleVector.broadcast(EIGHT, a[atA + 1]);
      s10 = one.fma(b0, s10);
      s11 = one.fma(b1, s11);
      s12 = one.fma(b2, s12);
      one = DoubleVector.broadcast(EIGHT, a[atA + 2]);
      s20 = one.fma(b0, s20);
      s21 = one.fma(b1, s21);
      s22 = one.fma(b2, s22);
      one = DoubleVector.broadcast(EIGHT, a[atA + 3]);
      s30 = one.fma(b0, s30);
      s31 = one.fma(b1, s31);
      s32 = one.fma(b2, s32);
      one = DoubleVector.broadcast(EIGHT, a[atA + 4]);
      s40 = one.fma(b0, s40);
      s41 = one.fma(b1, s41);
      s42 = one.fma(b2, s42);
      one = DoubleVector.broadcast(EIGHT, a[atA + 5]);
      s50 = one.fma(b0, s50);
      s51 = one.fma(b1, s51);
      s52 = one.fma(b2, s52);
    }
    s00.intoArray(sum[i], j);
    s01.intoArray(sum[i], j + LANES);
    s02.intoArray(sum[i], j + 2 * LANES);
    s10.intoArray(sum[i + 1], j);
    s11.intoArray(sum[i + 1], j + LANES);
    s12.intoArray(sum[i + 1], j + 2 * LANES);
    s20.intoArray(sum[i + 2], j);
    s21.intoArray(sum[i + 2], j + LANES);
    s22.intoArray(sum[i + 2], j + 2 * LANES);
    s30.intoArray(sum[i + 3], j);
    s31.intoArray(sum[i + 3], j + LANES);
    s32.intoArray(sum[i + 3], j + 2 * LANES);
    s40.intoArray(sum[i + 4], j);
    s41.intoArray(sum[i + 4], j + LANES);
    s42.intoArray(sum[i + 4], j + 2 * LANES);
    s50.intoArray(sum[i + 5], j);
    s51.intoArray(sum[i + 5], j + LANES);
    s52.intoArray(sum[i + 5], j + 2 * LANES);
  }
}
