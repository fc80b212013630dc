package org.jumelles.iasi.calibration;

import org.jumelles.iasi.spectrum.Imager;

/// What the imager's classes inside of one pixel come to.
///
/// @param classes how many of the seven cover some of the pixel; 0 where nothing is known
/// @param largestShare of the pixel, 0 to 1, that one class covers; NaN where nothing is known
/// @param mean radiance in AVHRR channels 1, 2, 3A, 3B, 4, 5, in the imager's units
/// @param spread its standard deviation over the pixel: within the classes and between them
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Clusters(int classes, double largestShare, double[] mean, double[] spread) {
  private static final int CLASSES = 7;
  private static final int CHANNELS = 6;

  /// ```text
  /// M = sum w m / sum w      S^2 = sum w (s^2 + m^2) / sum w - M^2
  /// ```
  ///
  /// over classes with share w > 0, mean m and standard deviation s.
  public static Clusters of(Imager imager, int pixel) {
    int classes = 0;
    double total = 0;
    double largest = 0;
    double[] sum = new double[CHANNELS];
    double[] squares = new double[CHANNELS];
    for (int k = pixel * CLASSES; k < (pixel + 1) * CLASSES; k++) {
      double share = imager.classWeights()[k];
      if (!(share > 0)) {
        continue;
      }
      classes++;
      total += share;
      largest = Math.max(largest, share);
      for (int c = 0; c < CHANNELS; c++) {
        double mean = imager.classMeans()[k * CHANNELS + c];
        double spread = imager.classSpreads()[k * CHANNELS + c];
        sum[c] += share * mean;
        squares[c] += share * (spread * spread + mean * mean);
      }
    }
    double[] mean = new double[CHANNELS];
    double[] spread = new double[CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
      mean[c] = sum[c] / total;
      spread[c] = Math.sqrt(Math.max(0, squares[c] / total - mean[c] * mean[c]));
      spread[c] = classes == 0 ? Double.NaN : spread[c];
    }
    return new Clusters(classes, classes == 0 ? Double.NaN : largest, mean, spread);
  }
}
