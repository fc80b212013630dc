package org.jumelles.ryugu.matrix;

import java.util.Arrays;

/// Spectra less an origin, times a matrix: coordinates along directions. Safe from several threads.
public final class Projection {
  /// An even number of spectra.
  private static final int TILE = 8;

  private final double[] origin;
  private final double[][] matrix;
  private final int directions;
  private final boolean upper;

  /// @param origin one number a band
  /// @param matrix a row a band, a column a direction; shared, not copied
  public Projection(double[] origin, double[][] matrix) {
    this(origin, matrix, false);
  }

  private Projection(double[] origin, double[][] matrix, boolean upper) {
    this.origin = origin.clone();
    this.matrix = matrix;
    this.upper = upper;
    directions = matrix[0].length;
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
    double[][] out = new double[count][directions];
    double[][] rows = new double[TILE][origin.length];
    double[] spare = new double[directions];
    for (int first = 0; first < count; first += TILE) {
      int last = Math.min(count, first + TILE);
      for (int i = first; i < first + TILE; i++) {
        if (i < last) {
          take(spectra, i, rows[i - first]);
        } else {
          Arrays.fill(rows[i - first], 0);
        }
      }
      tile(out, rows, spare, first, last);
    }
    return out;
  }

  private void take(double[] spectra, int pixel, double[] into) {
    for (int k = 0; k < into.length; k++) {
      into[k] = spectra[pixel * into.length + k] - origin[k];
    }
  }

  /// Four rows of the matrix at a time for all pixels of a tile, so that they are fetched once.
  private void tile(double[][] out, double[][] rows, double[] spare, int first, int last) {
    int bands = origin.length;
    int k = 0;
    for (; k + 4 <= bands; k += 4) {
      int from = upper ? k : 0;
      for (int i = first; i < last; i += 2) {
        double[] other = i + 1 < last ? out[i + 1] : spare;
        Panels.add(
            out[i], rows[i - first], other, rows[i - first + 1], matrix, k, from, directions);
      }
    }
    for (; k < bands; k++) {
      for (int i = first; i < last; i++) {
        Panels.add(out[i], rows[i - first][k], matrix[k], upper ? k : 0, directions);
      }
    }
  }
}
