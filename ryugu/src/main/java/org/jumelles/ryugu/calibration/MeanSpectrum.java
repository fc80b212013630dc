package org.jumelles.ryugu.calibration;

import java.util.Arrays;

/// The mean spectrum of some pixels with its uncertainty, by what the pixels share.
///
/// With n numbers in a band, u the part of the noise that is each pixel's own, s and w what the
/// filter's draw under the sample and under the white makes of each pixel, c what the reference's
/// uncertainty makes of it:
/// ```
/// noise^2 = (sum u^2 + (sum s)^2 + (sum w)^2) / n^2
/// sigma^2 = noise^2 + (sum c)^2 / n^2
/// ```
/// One draw serves all pixels of a band, so that s and w are summed with their signs before they
/// are squared, and do not fall with n; nor does c, which goes together over bands too and is no
/// noise to a fit.
public final class MeanSpectrum {
  private final double[] sum;
  private final double[] own;
  private final double[] raw;
  private final double[] white;
  private final double[] reference;
  private final int[] counts;

  public MeanSpectrum(int bands) {
    sum = new double[bands];
    own = new double[bands];
    raw = new double[bands];
    white = new double[bands];
    reference = new double[bands];
    counts = new int[bands];
  }

  /// Some pixels, as [Calibrated] has them; arrays are shared, not copied.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Pixels(
      double[] reflectance,
      double[] sigma,
      double[] noise,
      double[] rawTuning,
      double[] whiteTuning) {
    public Pixels {
      if (sigma.length != reflectance.length
          || noise.length != reflectance.length
          || rawTuning.length != reflectance.length
          || whiteTuning.length != reflectance.length) {
        throw new IllegalArgumentException(
            reflectance.length + " values with uncertainties of another number");
      }
    }
  }

  /// Adds one pixel; values that are no number are left out, and not counted. Where a value's
  /// noise is not known, the mean's is not.
  ///
  /// @param pixel its place in the block, from 0
  public void add(Pixels pixels, int pixel) {
    int bands = counts.length;
    for (int b = 0; b < bands; b++) {
      int i = pixel * bands + b;
      double value = pixels.reflectance()[i];
      if (Double.isNaN(value)) {
        continue;
      }
      double noise = pixels.noise()[i];
      double s = pixels.rawTuning()[i];
      double w = pixels.whiteTuning()[i];
      double sigma = pixels.sigma()[i];
      counts[b]++;
      sum[b] += value;
      own[b] += Math.max(0, noise * noise - s * s - w * w);
      raw[b] += s;
      white[b] += w;
      double rest = Math.sqrt(Math.max(0, sigma * sigma - noise * noise));
      reference[b] += Math.copySign(rest, value);
    }
  }

  /// How many numbers are in the mean of each band.
  public int[] counts() {
    return counts.clone();
  }

  /// NaN for a band of no number.
  public double[] mean() {
    double[] mean = new double[sum.length];
    Arrays.setAll(mean, b -> sum[b] / counts[b]);
    return mean;
  }

  /// One sigma of the mean without the reference's part: what a fit wants.
  public double[] noise() {
    double[] noise = new double[sum.length];
    Arrays.setAll(noise, b -> Math.sqrt(variance(b)) / counts[b]);
    return noise;
  }

  /// One sigma of the mean, of all.
  public double[] sigma() {
    double[] sigma = new double[sum.length];
    Arrays.setAll(sigma, b -> Math.sqrt(variance(b) + reference[b] * reference[b]) / counts[b]);
    return sigma;
  }

  private double variance(int b) {
    return own[b] + raw[b] * raw[b] + white[b] * white[b];
  }
}
