package org.jumelles.ryugu.matrix;

import java.util.Arrays;

/// Spectra less an origin, times a matrix: coordinates along directions. Safe from several threads.
public final class Projection {
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
    int bands = origin.length;
    double[][] out = new double[count][directions];
    double[] a = new double[bands];
    double[] b = new double[bands];
    double[] spare = new double[directions];
    for (int i = 0; i < count; i += 2) {
      boolean pair = i + 1 < count;
      take(spectra, i, a);
      if (pair) {
        take(spectra, i + 1, b);
      } else {
        Arrays.fill(b, 0);
      }
      both(out[i], a, pair ? out[i + 1] : spare, b);
    }
    return out;
  }

  private void take(double[] spectra, int pixel, double[] into) {
    for (int k = 0; k < into.length; k++) {
      into[k] = spectra[pixel * into.length + k] - origin[k];
    }
  }

  private void both(double[] c, double[] a, double[] d, double[] b) {
    int bands = origin.length;
    int k = 0;
    for (; k + 4 <= bands; k += 4) {
      Panels.add(c, a, d, b, matrix, k, upper ? k : 0, directions);
    }
    for (; k < bands; k++) {
      Panels.add(c, a[k], matrix[k], upper ? k : 0, directions);
      Panels.add(d, b[k], matrix[k], upper ? k : 0, directions);
    }
  }
}
