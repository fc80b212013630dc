package org.jumelles.iasi.detection;

import java.util.EnumMap;
import java.util.Map;
import org.jumelles.iasi.calibration.Planck;
import org.jumelles.iasi.spectrum.Imager;
import org.jumelles.iasi.spectrum.ScanLine;

/// The quantities behind each [CloudTest], pixel by pixel.
public final class CloudTests {
  private static final int CLASSES = 7;
  private static final int CHANNELS = 6;

  /// AVHRR channel 4 among channels 1, 2, 3A, 3B, 4, 5, and its centre.
  private static final int ELEVEN_UM = 4;

  private static final double ELEVEN_UM_PER_M = 92_700;
  private static final double WINDOW_PER_CM = 900;

  private CloudTests() {}

  /// Values of all tests for one pixel; NaN for a test that cannot be run.
  ///
  /// @param surfaceK the temperature of the surface, NaN where the caller does not know it
  /// @param outlierScore of band 1, NaN without a basis
  public static Map<CloudTest, Double> values(
      ScanLine line, int pixel, double surfaceK, double outlierScore) {
    Map<CloudTest, Double> values = new EnumMap<>(CloudTest.class);
    double[] factors = line.scale().factors();
    double window = BtDifference.temperatureK(line, pixel, WINDOW_PER_CM, factors);
    values.put(CloudTest.IMAGER_FRACTION, (double) line.imager().cloudPercent()[pixel]);
    values.put(CloudTest.IMAGER_HOMOGENEITY, homogeneityK(line.imager(), pixel));
    values.put(CloudTest.WINDOW, surfaceK - window);
    values.put(CloudTest.RESIDUAL, outlierScore);
    return values;
  }

  /// The standard deviation of 11 um brightness temperature in a pixel, within and between classes.
  static double homogeneityK(Imager imager, int pixel) {
    double weight = 0;
    double sum = 0;
    double squares = 0;
    for (int k = 0; k < CLASSES; k++) {
      int at = pixel * CLASSES + k;
      double share = imager.classWeights()[at];
      double mean = imager.classMeans()[at * CHANNELS + ELEVEN_UM];
      double spread = imager.classSpreads()[at * CHANNELS + ELEVEN_UM];
      double kelvin = Planck.temperatureK(ELEVEN_UM_PER_M, mean);
      if (!(share > 0) || Double.isNaN(kelvin) || !(spread >= 0)) {
        continue;
      }
      double slope = kelvin - Planck.temperatureK(ELEVEN_UM_PER_M, mean * 0.999);
      double spreadK = spread * slope / (0.001 * mean);
      weight += share;
      sum += share * kelvin;
      squares += share * (kelvin * kelvin + spreadK * spreadK);
    }
    if (!(weight > 0)) {
      return Double.NaN;
    }
    double mean = sum / weight;
    return Math.sqrt(Math.max(0, squares / weight - mean * mean));
  }
}
