package org.jumelles.ryugu.matrix;

import java.util.Arrays;

/// Spectra less an origin, times a matrix: coordinates along directions. Safe from several threads.
public final class Projection {
  /// Spectra at once: whole groups, as [Panels] takes them, and of four.
  private static final int TILE = (Vectors.ARE_HERE ? 8 : 4) * Panels.STEP;

  private final double[] origin;
  private final double[][] matrix;
  private final double[] laid;
  private final int directions;
  private final boolean upper;

  /// @param origin one number a band
  /// @param matrix a row a band, a column a direction
  public Projection(double[] origin, double[][] matrix) {
    this(origin, matrix, false);
  }

  private Projection(double[] origin, double[][] matrix, boolean upper) {
    this.origin = origin.clone();
    this.upper = upper;
    directions = matrix[0].length;
    this.matrix = Panels.rows(matrix.length, directions);
    for (int k = 0; k < matrix.length; k++) {
      System.arraycopy(matrix[k], 0, this.matrix[k], 0, directions);
    }
    laid = Vectors.ARE_HERE ? Vectors.rows(matrix.length, directions) : new double[0];
    if (Vectors.ARE_HERE) {
      Vectors.lay(matrix, matrix.length, directions, laid);
    }
  }

  /// For a square matrix of which all below the diagonal is zero, in half of the time.
  public static Projection upper(double[] origin, double[][] matrix) {
    return new Projection(origin, matrix, true);
  }

  public int directions() {
    return directions;
  }

  /// Coordinates of each spectrum, one row a spectrum.
  public double[][] of(double[] spectra, int count) {
    double[][] out = new double[count][];
    each(
        spectra,
        count,
        (first, filled, tile) -> {
          for (int i = 0; i < filled; i++) {
            out[first + i] = Arrays.copyOf(tile[i], directions);
          }
        });
    return out;
  }

  /// The sum of the squares of each spectrum's coordinates; NaN where a value is no number.
  public double[] squares(double[] spectra, int count) {
    double[] out = new double[count];
    double[] sums = new double[TILE];
    each(
        spectra,
        count,
        (first, filled, tile) -> {
          for (int i = 0; i < TILE; i += 4) {
            fourSquares(tile, i, sums);
          }
          for (int i = 0; i < filled; i++) {
            out[first + i] = Double.isFinite(sums[i]) ? sums[i] : Double.NaN;
          }
        });
    return out;
  }

  /// Each a chain of its own in the order of the directions.
  private void fourSquares(double[][] tile, int i, double[] sums) {
    double[] x0 = tile[i];
    double[] x1 = tile[i + 1];
    double[] x2 = tile[i + 2];
    double[] x3 = tile[i + 3];
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int j = 0; j < directions; j++) {
      s0 = Math.fma(x0[j], x0[j], s0);
      s1 = Math.fma(x1[j], x1[j], s1);
      s2 = Math.fma(x2[j], x2[j], s2);
      s3 = Math.fma(x3[j], x3[j], s3);
    }
    sums[i] = s0;
    sums[i + 1] = s1;
    sums[i + 2] = s2;
    sums[i + 3] = s3;
  }

  /// Takes the coordinates of the spectra of a tile; its rows are used again.
  @FunctionalInterface
  private interface Taker {
    void take(int first, int filled, double[][] tile);
  }

  private void each(double[] spectra, int count, Taker taker) {
    double[][] rows = Panels.rows(TILE, origin.length);
    double[][] tile = Panels.rows(TILE, Vectors.whole(directions));
    double[] turned = new double[Vectors.ARE_HERE ? TILE * origin.length : 0];
    for (int first = 0; first < count; first += TILE) {
      int filled = Math.min(TILE, count - first);
      for (int i = 0; i < TILE; i++) {
        Arrays.fill(tile[i], 0);
        if (i < filled) {
          take(spectra, first + i, rows[i]);
        } else {
          Arrays.fill(rows[i], 0);
        }
      }
      if (Vectors.ARE_HERE) {
        Vectors.turn(rows, TILE, origin.length, turned);
        Vectors.addProducts(tile, turned, filled, laid, origin.length, directions, upper);
      } else {
        multiply(tile, rows, (filled + Panels.STEP - 1) / Panels.STEP * Panels.STEP);
      }
      taker.take(first, filled, tile);
    }
  }

  private void take(double[] spectra, int pixel, double[] into) {
    for (int k = 0; k < origin.length; k++) {
      into[k] = spectra[pixel * origin.length + k] - origin[k];
    }
  }

  /// Three rows of the matrix at a time for all pixels of a tile, so that they are fetched once.
  private void multiply(double[][] tile, double[][] rows, int filled) {
    int bands = origin.length;
    int k = 0;
    for (; k + Panels.STEP <= bands; k += Panels.STEP) {
      int from = upper ? k : 0;
      for (int i = 0; i < filled; i += Panels.STEP) {
        Panels.addThree(tile, rows, i, matrix, k, from, directions);
      }
    }
    for (; k < bands; k++) {
      for (int i = 0; i < filled; i++) {
        Panels.add(tile[i], rows[i][k], matrix[k], upper ? k : 0, directions);
      }
    }
  }
}
