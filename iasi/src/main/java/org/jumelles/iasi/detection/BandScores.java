package org.jumelles.iasi.detection;

/// What the principal components of one band make of the pixels of one line. Arrays are shared, not
/// copied; where the line has no spectrum all is NaN.
///
/// @param scores one array a pixel
/// @param residuals one array a pixel: y minus its reconstruction, in units of the noise
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record BandScores(BandBasis basis, double[][] scores, double[][] residuals) {

  /// Root of the mean square of a pixel's residuals; one for a spectrum that the components span.
  public double residualRms(int pixel) {
    double[] residual = residuals[pixel];
    return Math.sqrt(Combination.product(residual, residual) / residual.length);
  }

  /// The residual RMS over what pure noise would leave, `sqrt(1 - components / channels)`: above
  /// one the spectrum has something that the components do not know.
  public double outlierScore(int pixel) {
    return residualRms(pixel) / Math.sqrt(1 - basis.size() / (double) basis.channels());
  }

  /// The largest absolute residual of a pixel.
  public double largestResidual(int pixel) {
    double largest = Double.NaN;
    for (double residual : residuals[pixel]) {
      if (!(Math.abs(residual) <= largest)) {
        largest = Math.abs(residual);
      }
    }
    return largest;
  }

  /// The residual RMS if scores were stored as whole multiples of a step, as the products of
  /// EUMETSAT do (step 0.5): rounding errors are orthogonal to the residual.
  public double quantisedRms(int pixel, double step) {
    double sum = Combination.product(residuals[pixel], residuals[pixel]);
    for (double score : scores[pixel]) {
      double error = score - Math.rint(score / step) * step;
      sum += error * error;
    }
    return Math.sqrt(sum / basis.channels());
  }
}
