package org.jumelles.iasi.retrieval;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// What is believed before measuring: a state and its covariance. Arrays are shared, not copied.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Prior(double[] state, DMatrixRMaj covariance) {
  private static final double SCALE_HEIGHT_KM = 7.5;
  private static final double GROUND_HPA = 1013;

  public Prior {
    int n = state.length;
    if (covariance.getNumRows() != n || covariance.getNumCols() != n) {
      throw new IllegalArgumentException(
          n + " states and a covariance of " + covariance.getNumRows());
    }
  }

  /// Covariance of the logarithms of a gas in layers: `sigma^2 exp(-|dz| / length)`, with
  /// z = -7.5 km ln(p / 1013 hPa).
  public static DMatrixRMaj logarithmic(double[] pressureHPa, double sigma, double lengthKm) {
    int n = pressureHPa.length;
    DMatrixRMaj covariance = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double apart = Math.abs(altitudeKm(pressureHPa[i]) - altitudeKm(pressureHPa[j]));
        covariance.set(i, j, sigma * sigma * Math.exp(-apart / lengthKm));
      }
    }
    return covariance;
  }

  /// The same prior with further states that depend on nothing else.
  public Prior with(double[] states, double[] sigmas) {
    int n = state.length;
    double[] all = java.util.Arrays.copyOf(state, n + states.length);
    DMatrixRMaj wider = new DMatrixRMaj(all.length, all.length);
    CommonOps_DDRM.insert(covariance, wider, 0, 0);
    for (int i = 0; i < states.length; i++) {
      all[n + i] = states[i];
      wider.set(n + i, n + i, sigmas[i] * sigmas[i]);
    }
    return new Prior(all, wider);
  }

  /// The same prior and then another one's states, which know nothing of each other.
  Prior and(Prior other) {
    int n = state.length;
    double[] all = java.util.Arrays.copyOf(state, n + other.state.length);
    System.arraycopy(other.state, 0, all, n, other.state.length);
    DMatrixRMaj wider = new DMatrixRMaj(all.length, all.length);
    CommonOps_DDRM.insert(covariance, wider, 0, 0);
    CommonOps_DDRM.insert(other.covariance, wider, n, n);
    return new Prior(all, wider);
  }

  private static double altitudeKm(double pressureHPa) {
    return -SCALE_HEIGHT_KM * Math.log(pressureHPa / GROUND_HPA);
  }
}
