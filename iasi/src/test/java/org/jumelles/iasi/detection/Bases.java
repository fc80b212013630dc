package org.jumelles.iasi.detection;

import java.util.Random;

/// Small bases of principal components with known properties.
final class Bases {
  private Bases() {}

  /// Orthonormal by Gram and Schmidt, eigenvalues falling from 1000 to 3.
  static BandBasis of(int firstChannel, int channels, int size, long seed) {
    Random random = new Random(seed);
    double[][] vectors = new double[size][channels];
    double[] eigenvalues = new double[size];
    for (int v = 0; v < size; v++) {
      for (int c = 0; c < channels; c++) {
        vectors[v][c] = random.nextGaussian();
      }
      for (int u = 0; u < v; u++) {
        double along = Combination.product(vectors[v], vectors[u]);
        for (int c = 0; c < channels; c++) {
          vectors[v][c] -= along * vectors[u][c];
        }
      }
      double length = Math.sqrt(Combination.product(vectors[v], vectors[v]));
      for (int c = 0; c < channels; c++) {
        vectors[v][c] /= length;
      }
      eigenvalues[v] = 1000 * Math.pow(3.0 / 1000, size == 1 ? 0 : v / (size - 1.0));
    }
    double[] mean = new double[channels];
    double[] noise = new double[channels];
    for (int c = 0; c < channels; c++) {
      mean[c] = 50 + random.nextDouble();
      noise[c] = 1e-6 * (1 + random.nextDouble());
    }
    return new BandBasis(firstChannel, vectors, eigenvalues, mean, noise);
  }
}
