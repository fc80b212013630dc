package org.jumelles.ryugu.matrix;

import org.jumelles.ryugu.matrix.vector.Tile;

/// The loops of [Panels] in the processor's vectors, bit for bit: for a JVM that was started with
/// `--add-modules jdk.incubator.vector`, on a processor with vectors of eight doubles.
final class Vectors {
  /// Whether there are such vectors here.
  static final boolean ARE_HERE =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && Tile.fits();

  private Vectors() {}

  /// How long a row of sums must be for `length` of them: whole tiles, where there are vectors.
  static int whole(int length) {
    return ARE_HERE ? length + Tile.COLUMNS : length;
  }

  /// Rows one after another, zero, so long that whole tiles can be read from each.
  static double[] rows(int count, int length) {
    return new double[Math.multiplyExact(count, stride(length)) + Tile.COLUMNS];
  }

  /// From a row to the next.
  static int stride(int length) {
    return (length + 7) / 8 * 8 + 8;
  }

  /// Copies rows to where [#rows] has them.
  static void lay(double[][] from, int count, int length, double[] into) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(from[i], 0, into, i * stride(length), length);
    }
  }

  /// As [Panels#addSquares], of rows that stand as [#rows] has them; what stands beyond the sums'
  /// last column is of no meaning.
  static void addSquares(double[][] sum, double[] x, int count, int n) {
    int stride = stride(n);
    int whole = n / Tile.ROWS * Tile.ROWS;
    for (int i = 0; i < whole; i += Tile.ROWS) {
      for (int j = i; j < n; j += Tile.COLUMNS) {
        Tile.add(sum, i, j, x, i, stride, x, j, stride, count);
      }
    }
    for (int i = whole; i < n; i++) {
      for (int p = 0; p < count; p++) {
        double one = x[p * stride + i];
        for (int j = i; j < n; j++) {
          sum[i][j] = Math.fma(one, x[p * stride + j], sum[i][j]);
        }
      }
    }
  }

  /// Copies rows, six at a time side by side, as [#addProducts] takes them.
  ///
  /// @param count whole tiles
  static void turn(double[][] from, int count, int length, double[] into) {
    for (int i = 0; i < count; i++) {
      int to = i / Tile.ROWS * Tile.ROWS * length + i % Tile.ROWS;
      double[] row = from[i];
      for (int k = 0; k < length; k++) {
        into[to + k * Tile.ROWS] = row[k];
      }
    }
  }

  /// `c[i][j] += sum over k of a[i][k] * matrix[k][j]`.
  ///
  /// @param a as [#turn] has its rows
  /// @param count rows of c; those of a are there up to a whole tile
  /// @param matrix as [#rows] has its rows
  /// @param isUpper whether it is zero below its diagonal
  static void addProducts(
      double[][] c,
      double[] a,
      int count,
      double[] matrix,
      int depth,
      int columns,
      boolean isUpper) {
    int stride = stride(columns);
    for (int j = 0; j < columns; j += Tile.COLUMNS) {
      int last = isUpper ? Math.min(depth, j + Tile.COLUMNS) : depth;
      for (int i = 0; i < count; i += Tile.ROWS) {
        Tile.add(c, i, j, a, i * depth, Tile.ROWS, matrix, j, stride, last);
      }
    }
  }
}
