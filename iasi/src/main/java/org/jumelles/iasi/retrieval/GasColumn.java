package org.jumelles.iasi.retrieval;

import org.jumelles.iasi.atmosphere.Atmosphere;

/// One gas out of one spectrum. Arrays are shared, not copied.
///
/// @param molecule HITRAN's number
/// @param column with its sigma and kernel
/// @param priorLayersPerCm2 vertical partial columns of the prior, bottom first
/// @param layersPerCm2 the same of the estimate
/// @param surfaceTemperatureK of the ground, fitted
/// @param degreesOfFreedom of the gas's own layers
/// @param warmerK what each layer is found to be warmer than the air that it started from; empty
/// where temperatures were not asked for
/// @param estimate all states: ln(layer / prior layer) of the gas, temperatures of the layers where
/// asked for, ln(scale) of the other gases, ground
/// @param atmosphere that it started from
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record GasColumn(
    int molecule,
    Column column,
    double[] priorLayersPerCm2,
    double[] layersPerCm2,
    double surfaceTemperatureK,
    double degreesOfFreedom,
    double[] warmerK,
    Estimate estimate,
    Atmosphere atmosphere) {

  /// What this estimate would be for a true profile on its layers, had there been no noise: the
  /// prior moved by the kernel [Rodgers2000] eq. 3.12, in logarithms.
  ///
  /// @param truePerCm2 vertical partial columns, all positive
  /// @return vertical partial columns
  public double[] smoothed(double[] truePerCm2) {
    int n = priorLayersPerCm2.length;
    if (truePerCm2.length != n) {
      throw new IllegalArgumentException(truePerCm2.length + " layers for a kernel of " + n);
    }
    double[] smoothed = new double[n];
    for (int i = 0; i < n; i++) {
      double moved = 0;
      for (int j = 0; j < n; j++) {
        moved += estimate.kernel().get(i, j) * Math.log(truePerCm2[j] / priorLayersPerCm2[j]);
      }
      smoothed[i] = priorLayersPerCm2[i] * Math.exp(moved);
    }
    return smoothed;
  }

  /// Degrees of freedom of the layers' temperatures.
  public double temperatureDegreesOfFreedom() {
    double sum = 0;
    for (int l = 0; l < warmerK.length; l++) {
      sum += estimate.kernel().get(warmerK.length + l, warmerK.length + l);
    }
    return sum;
  }

  /// The standard uncertainty of each layer's temperature; empty where not asked for.
  public double[] temperatureSigmaK() {
    double[] sigma = new double[warmerK.length];
    for (int l = 0; l < sigma.length; l++) {
      sigma[l] = Math.sqrt(estimate.covariance().get(sigma.length + l, sigma.length + l));
    }
    return sigma;
  }
}
