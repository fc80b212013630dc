package org.jumelles.iasi.retrieval;

import org.ejml.data.DMatrixRMaj;

/// A gas's vertical column out of an estimate of the logarithms of its layers. Arrays are shared.
///
/// With partial columns c of the estimate, the column is the sum of c, its variance c' S c, and its
/// kernel in relative layers is the row c' A: what one unit more of ln(layer) adds to the column.
/// In partial columns, layer by layer: `kernel[j] = (c' A)_j / c_j`, 1 where a molecule counts as
/// one.
///
/// @param perCm2 molecules cm-2
/// @param sigmaPerCm2 measurement noise and what the measurement cannot see
/// @param noisePerCm2 measurement noise alone
/// @param priorPerCm2 the prior's column
/// @param priorSigmaPerCm2 its uncertainty
/// @param kernel by layer, bottom first, for partial columns about the estimate
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Column(
    double perCm2,
    double sigmaPerCm2,
    double noisePerCm2,
    double priorPerCm2,
    double priorSigmaPerCm2,
    double[] kernel) {

  /// The first states are ln(layer / prior layer), one a layer.
  /// @param priorLayersPerCm2 the prior's vertical partial columns
  public static Column of(Estimate estimate, Prior prior, double[] priorLayersPerCm2) {
    int layers = priorLayersPerCm2.length;
    double[] partial = new double[layers];
    double sum = 0;
    double before = 0;
    for (int i = 0; i < layers; i++) {
      partial[i] = priorLayersPerCm2[i] * Math.exp(estimate.state()[i]);
      sum += partial[i];
      before += priorLayersPerCm2[i];
    }
    double[] kernel = new double[layers];
    for (int j = 0; j < layers; j++) {
      double row = 0;
      for (int i = 0; i < layers; i++) {
        row += partial[i] * estimate.kernel().get(i, j);
      }
      kernel[j] = partial[j] > 0 ? row / partial[j] : 0;
    }
    return new Column(
        sum,
        Math.sqrt(variance(estimate.covariance(), partial)),
        Math.sqrt(variance(estimate.noise(), partial)),
        before,
        Math.sqrt(variance(prior.covariance(), priorLayersPerCm2)),
        kernel);
  }

  /// c' S c over the first states.
  static double variance(DMatrixRMaj covariance, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        sum += weights[i] * weights[j] * covariance.get(i, j);
      }
    }
    return sum;
  }
}
