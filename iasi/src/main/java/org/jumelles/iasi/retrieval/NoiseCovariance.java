package org.jumelles.iasi.retrieval;

import org.ejml.data.DMatrixRMaj;
import org.jumelles.iasi.transfer.ApodisedNoise;
import org.jumelles.iasi.transfer.LineShape;

/// The covariance of a spectrum's noise and its Cholesky root, both banded: channels more than 4
/// cm-1 apart count as independent (their correlation is below 2e-5).
///
/// Any number of threads may use one.
public final class NoiseCovariance {
  private static final int BAND = 16;

  private final int band;

  /// By channel: the row of the lower root from `band` channels before it to itself.
  private final double[][] root;

  private NoiseCovariance(int band, double[][] root) {
    this.band = band;
    this.root = root;
  }

  /// Each channel has its own noise.
  ///
  /// @param sigma standard deviation by channel, above zero
  public static NoiseCovariance independent(double[] sigma) {
    double[][] root = new double[sigma.length][1];
    for (int i = 0; i < sigma.length; i++) {
      check(i, sigma[i]);
      root[i][0] = sigma[i];
    }
    return new NoiseCovariance(0, root);
  }

  /// Noise that apodisation has correlated, and a part that each channel has alone.
  ///
  /// @param wavenumberPerCm of the channels, ascending
  /// @param sigma of the apodised noise, above zero
  /// @param alone standard deviation of what each channel has alone: the model's error, rounding
  /// @throws IllegalArgumentException where the two are no positive covariance
  public static NoiseCovariance apodised(double[] wavenumberPerCm, double[] sigma, double[] alone) {
    double[] correlation = ApodisedNoise.correlation(BAND + 1);
    double[][] covariance = new double[sigma.length][BAND + 1];
    for (int i = 0; i < sigma.length; i++) {
      check(i, sigma[i]);
      for (int j = Math.max(0, i - BAND); j <= i; j++) {
        long lag = Math.round((wavenumberPerCm[i] - wavenumberPerCm[j]) / LineShape.CHANNEL_PER_CM);
        if (lag <= BAND) {
          covariance[i][j - i + BAND] = correlation[(int) lag] * sigma[i] * sigma[j];
        }
      }
      covariance[i][BAND] += alone[i] * alone[i];
    }
    factor(covariance, BAND);
    return new NoiseCovariance(BAND, covariance);
  }

  private static void check(int channel, double sigma) {
    if (!(sigma > 0 && Double.isFinite(sigma))) {
      throw new IllegalArgumentException("noise " + sigma + " in channel " + channel);
    }
  }

  public int channels() {
    return root.length;
  }

  /// The standard deviation of a channel.
  public double sigma(int channel) {
    double sum = 0;
    for (double one : root[channel]) {
      sum += one * one;
    }
    return Math.sqrt(sum);
  }

  /// Turns a spectrum into one whose noise is white with standard deviation 1, in place: L x = y.
  void whiten(double[] spectrum) {
    for (int i = 0; i < root.length; i++) {
      double sum = spectrum[i];
      for (int j = Math.max(0, i - band); j < i; j++) {
        sum -= root[i][j - i + band] * spectrum[j];
      }
      spectrum[i] = sum / root[i][band];
    }
  }

  /// The same with each column of a matrix of channels x states.
  void whiten(DMatrixRMaj columns) {
    int n = columns.getNumCols();
    double[] data = columns.getData();
    for (int i = 0; i < root.length; i++) {
      double inverse = 1 / root[i][band];
      for (int j = Math.max(0, i - band); j < i; j++) {
        subtract(root[i][j - i + band], data, j * n, i * n, n);
      }
      for (int k = i * n; k < (i + 1) * n; k++) {
        data[k] *= inverse;
      }
    }
  }

  private static void subtract(double factor, double[] data, int from, int to, int count) {
    for (int k = 0; k < count; k++) {
      data[to + k] -= factor * data[from + k];
    }
  }

  /// Cholesky's factor of a banded matrix, in place: A = L L'.
  private static void factor(double[][] a, int band) {
    for (int i = 0; i < a.length; i++) {
      int first = Math.max(0, i - band);
      for (int j = first; j <= i; j++) {
        double sum = a[i][j - i + band];
        for (int k = Math.max(first, j - band); k < j; k++) {
          sum -= a[i][k - i + band] * a[j][k - j + band];
        }
        if (j < i) {
          a[i][j - i + band] = sum / a[j][band];
        } else if (sum > 0) {
          a[i][band] = Math.sqrt(sum);
        } else {
          throw new IllegalArgumentException("covariance of noise: not positive at channel " + i);
        }
      }
    }
  }
}
