package org.jumelles.iasi.absorption;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/// The rotational levels of H2O in its ground state: Watson's Hamiltonian, A reduction, up to the
/// sixth degree, constants of [DeLucia1974] in MHz, diagonalised for each J.
final class WaterRotor {
  private static final double MHZ_PER_CM = 29979.2458;
  private static final int GREATEST_J = 24;
  private static final double A = 835840.288;
  private static final double B = 435351.717;
  private static final double C = 278138.700;
  private static final double DELTA_J = 37.59422;
  private static final double DELTA_JK = -172.9128;
  private static final double DELTA_K = 973.2905;
  private static final double LITTLE_DELTA_J = 15.210402;
  private static final double LITTLE_DELTA_K = 41.0502;
  private static final double H_J = 1.56556e-2;
  private static final double H_JK = -4.20681e-2;
  private static final double H_KJ = -5.09508e-1;
  private static final double H_K = 3.733028;
  private static final double LITTLE_H_J = 7.79579e-3;
  private static final double LITTLE_H_JK = -2.52244e-2;
  private static final double LITTLE_H_K = 1.09838;

  private static final double[][] LEVELS_PER_CM = levels();

  private WaterRotor() {}

  /// The rotational sum with the mean weight 2 of ortho (3) and para (1) states, which differs from
  /// the sum by states by less than 1e-6 above 100 K.
  static double sum(double temperatureK) {
    double sum = 0;
    for (int j = 0; j < LEVELS_PER_CM.length; j++) {
      for (double level : LEVELS_PER_CM[j]) {
        sum += (2 * j + 1) * Math.exp(-Physics.C2_CM_K * level / temperatureK);
      }
    }
    return 2 * sum;
  }

  private static double[][] levels() {
    double[][] levels = new double[GREATEST_J + 1][];
    for (int j = 0; j <= GREATEST_J; j++) {
      levels[j] = levels(j);
    }
    return levels;
  }

  private static double[] levels(int j) {
    int size = 2 * j + 1;
    DMatrixRMaj hamiltonian = new DMatrixRMaj(size, size);
    double jj = j * (j + 1.0);
    for (int k = -j; k <= j; k++) {
      hamiltonian.set(k + j, k + j, diagonal(jj, (double) k * k) / MHZ_PER_CM);
      if (k + 2 <= j) {
        double off = coupling(jj, k) / MHZ_PER_CM;
        hamiltonian.set(k + j, k + j + 2, off);
        hamiltonian.set(k + j + 2, k + j, off);
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(size, false, true);
    if (!decomposition.decompose(hamiltonian)) {
      throw new AssertionError("no levels of H2O for J = " + j);
    }
    double[] energies = new double[size];
    for (int i = 0; i < size; i++) {
      energies[i] = decomposition.getEigenvalue(i).getReal();
    }
    return energies;
  }

  private static double diagonal(double jj, double kk) {
    return (B + C) / 2 * jj
        + (A - (B + C) / 2) * kk
        - DELTA_J * jj * jj
        - DELTA_JK * jj * kk
        - DELTA_K * kk * kk
        + H_J * jj * jj * jj
        + H_JK * jj * jj * kk
        + H_KJ * jj * kk * kk
        + H_K * kk * kk * kk;
  }

  /// Between k and k + 2.
  private static double coupling(double jj, int k) {
    double ladder = Math.sqrt((jj - k * (k + 1.0)) * (jj - (k + 1.0) * (k + 2.0)));
    double k2 = (double) k * k;
    double m2 = (k + 2.0) * (k + 2.0);
    return ladder
        * ((B - C) / 4
            - LITTLE_DELTA_J * jj
            - LITTLE_DELTA_K / 2 * (k2 + m2)
            + LITTLE_H_J * jj * jj
            + LITTLE_H_JK / 2 * jj * (k2 + m2)
            + LITTLE_H_K / 2 * (k2 * k2 + m2 * m2));
  }
}
