package org.jumelles.iasi.detection;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jumelles.iasi.spectrum.ScanLine;

/// Tells dust from ash where a pixel shows silicates: which of two shapes of optical depth fits its
/// window channels better.
///
/// The measured vector f is the brightness temperature of four windows less that at 909 cm-1, less
/// the mean of the granule's ordinary pixels; C is their covariance. To first order a thin silicate
/// layer makes it a contrast times `s = depth at 909 - depth`. For each kind the contrast, not
/// below zero, is fitted, and what is left is weighed:
///
/// ```text
/// chi2 = (f - c s)' C^-1 (f - c s)      c = s' C^-1 f / s' C^-1 s
/// ```
final class Silicates {
  static final String DUST_RESIDUAL = "dust_chi2";
  static final String ASH_RESIDUAL = "ash_chi2";

  private static final double REFERENCE_PER_CM = 909;
  private static final double[] WINDOWS_PER_CM = {833.25, 961.25, 1128.75, 1176.5};

  /// One chi2 must be this much the smaller for a verdict.
  private static final double CLEARLY = 0.7;

  /// Noise of a temperature difference, K: no covariance is smaller.
  private static final double NOISE_K = 0.2;

  private final double[] ordinary;
  private final DMatrixRMaj inverse;

  private Silicates(double[] ordinary, DMatrixRMaj inverse) {
    this.ordinary = ordinary;
    this.inverse = inverse;
  }

  static int windows() {
    return WINDOWS_PER_CM.length;
  }

  static double[] features(ScanLine line, int pixel, double[] factors) {
    double reference = BtDifference.temperatureK(line, pixel, REFERENCE_PER_CM, factors);
    double[] features = new double[WINDOWS_PER_CM.length];
    for (int i = 0; i < features.length; i++) {
      features[i] = BtDifference.temperatureK(line, pixel, WINDOWS_PER_CM[i], factors) - reference;
    }
    return features;
  }

  /// @param features of the granule's ordinary pixels, without NaN
  static Silicates against(List<double[]> features) {
    int n = windows();
    double[] mean = new double[n];
    for (double[] row : features) {
      for (int i = 0; i < n; i++) {
        mean[i] += row[i] / features.size();
      }
    }
    DMatrixRMaj covariance = new DMatrixRMaj(n, n);
    for (double[] row : features) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          covariance.add(i, j, (row[i] - mean[i]) * (row[j] - mean[j]) / features.size());
        }
      }
    }
    for (int i = 0; i < n; i++) {
      covariance.add(i, i, NOISE_K * NOISE_K);
    }
    CommonOps_DDRM.invert(covariance);
    return new Silicates(mean, covariance);
  }

  /// What a kind's shape leaves unexplained of a pixel's features.
  double chi2(PlumeKind kind, double[] features) {
    double[] f = new double[windows()];
    double[] s = new double[windows()];
    for (int i = 0; i < f.length; i++) {
      f[i] = features[i] - ordinary[i];
      s[i] = kind.shape(REFERENCE_PER_CM) - kind.shape(WINDOWS_PER_CM[i]);
    }
    double contrast = Math.max(0, weighed(s, f) / weighed(s, s));
    for (int i = 0; i < f.length; i++) {
      f[i] -= contrast * s[i];
    }
    return weighed(f, f);
  }

  private double weighed(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        sum += a[i] * inverse.get(i, j) * b[j];
      }
    }
    return sum;
  }

  static Alert.Kind verdict(double dustChi2, double ashChi2) {
    if (dustChi2 < CLEARLY * ashChi2) {
      return Alert.Kind.DUST;
    }
    return ashChi2 < CLEARLY * dustChi2 ? Alert.Kind.ASH : Alert.Kind.DUST_OR_ASH;
  }
}
