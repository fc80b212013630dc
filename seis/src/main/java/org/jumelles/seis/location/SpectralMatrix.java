package org.jumelles.seis.location;

/// A Hermitian 3 x 3 matrix of up, north and east.
@SuppressWarnings("ArrayRecordComponent") // made here, never changed, never a key
record SpectralMatrix(double[][] real, double[][] imaginary) {
  private static final int SQUARINGS = 12;

  /// The mean of u u* over some times.
  ///
  /// @param u by component, real or imaginary part, time
  static SpectralMatrix smoothed(double[][][] u, int first, int last) {
    double[][] re = new double[3][3];
    double[][] im = new double[3][3];
    for (int i = first; i <= last; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          re[j][k] += u[j][0][i] * u[k][0][i] + u[j][1][i] * u[k][1][i];
          im[j][k] += u[j][1][i] * u[k][0][i] - u[j][0][i] * u[k][1][i];
        }
      }
    }
    return new SpectralMatrix(re, im);
  }

  double trace() {
    return real[0][0] + real[1][1] + real[2][2];
  }

  /// [3 tr(S^2) - (tr S)^2] / [2 (tr S)^2] [Samson1980]: 0 to 1.
  double degreeOfPolarisation() {
    double square = 0;
    for (int j = 0; j < 3; j++) {
      for (int k = 0; k < 3; k++) {
        square += real[j][k] * real[j][k] + imaginary[j][k] * imaginary[j][k];
      }
    }
    double trace = trace();
    return (3 * square - trace * trace) / (2 * trace * trace);
  }

  /// The long axis (up, north, east) of the first vector's ellipse, and as the fourth number its
  /// rectilinearity: one less the ratio of the short axis to the long.
  double[] principalAxis() {
    double[][] v = firstVector();
    double rr = 0;
    double ii = 0;
    double ri = 0;
    for (int k = 0; k < 3; k++) {
      rr += v[0][k] * v[0][k];
      ii += v[1][k] * v[1][k];
      ri += v[0][k] * v[1][k];
    }
    double turn = 0.5 * Math.atan2(-2 * ri, rr - ii);
    double[] axis = new double[4];
    double length = 0;
    double width = 0;
    for (int k = 0; k < 3; k++) {
      axis[k] = v[0][k] * Math.cos(turn) - v[1][k] * Math.sin(turn);
      double across = v[0][k] * Math.sin(turn) + v[1][k] * Math.cos(turn);
      length += axis[k] * axis[k];
      width += across * across;
    }
    axis[3] = 1 - Math.sqrt(width / length);
    return axis;
  }

  /// Of the greatest eigenvalue: the greatest column of a high power of the matrix.
  private double[][] firstVector() {
    SpectralMatrix power = this;
    for (int i = 0; i < SQUARINGS; i++) {
      power = power.scaled(1 / power.trace()).squared();
    }
    int best = 0;
    for (int k = 1; k < 3; k++) {
      best = power.real[k][k] > power.real[best][best] ? k : best;
    }
    double[][] vector = new double[2][3];
    for (int k = 0; k < 3; k++) {
      vector[0][k] = power.real[k][best] / power.trace();
      vector[1][k] = power.imaginary[k][best] / power.trace();
    }
    return vector;
  }

  private SpectralMatrix scaled(double factor) {
    double[][] re = new double[3][3];
    double[][] im = new double[3][3];
    for (int j = 0; j < 3; j++) {
      for (int k = 0; k < 3; k++) {
        re[j][k] = factor * real[j][k];
        im[j][k] = factor * imaginary[j][k];
      }
    }
    return new SpectralMatrix(re, im);
  }

  private SpectralMatrix squared() {
    double[][] re = new double[3][3];
    double[][] im = new double[3][3];
    for (int j = 0; j < 3; j++) {
      for (int k = 0; k < 3; k++) {
        for (int m = 0; m < 3; m++) {
          re[j][k] += real[j][m] * real[m][k] - imaginary[j][m] * imaginary[m][k];
          im[j][k] += real[j][m] * imaginary[m][k] + imaginary[j][m] * real[m][k];
        }
      }
    }
    return new SpectralMatrix(re, im);
  }
}
