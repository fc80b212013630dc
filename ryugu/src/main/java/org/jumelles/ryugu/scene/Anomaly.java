package org.jumelles.ryugu.scene;

import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.ryugu.matrix.Projection;
import org.jumelles.ryugu.matrix.Scatter;

/// How far each spectrum is from the scene's mean in its own covariance, (x - m)' C^-1 (x - m)
/// [ReedYu1990]: where all is Gaussian, chi square of as many degrees of freedom as bands. Safe
/// from several threads.
public final class Anomaly {
  private final Projection white;

  private Anomaly(Projection white) {
    this.white = white;
  }

  /// @throws MalformedDataException where the covariance has no inverse, naming the band
  public static Anomaly of(String source, Scatter scatter) {
    double[][] inverse = Whitening.inverseFactor(source, "covariance", scatter.covariance());
    int n = inverse.length;
    double[][] upper = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k <= i; k++) {
        upper[k][i] = inverse[i][k];
      }
    }
    return new Anomaly(Projection.upper(scatter.mean(), upper));
  }

  /// One number a spectrum; NaN where a value is no number.
  public double[] of(double[] spectra, int count) {
    return white.squares(spectra, count);
  }
}
