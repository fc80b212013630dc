package org.jumelles.iasi.simulation;

import java.util.Arrays;
import org.jumelles.iasi.calibration.Planck;
import org.jumelles.iasi.spectrum.Imager;
import org.jumelles.iasi.spectrum.ScanLine;

/// What the imager would say: clear ground as class one, cloud as class two, radiances of black
/// bodies in channels 3B, 4 and 5, nothing in the solar ones.
final class SimulatedImager {
  private static final int CLASSES = 7;
  private static final int CHANNELS = 6;
  private static final double[] CENTRES_PER_CM = {2685, 927, 837};
  private static final int FIRST_INFRARED = 3;
  private static final float SPREAD = 0.005f;

  private SimulatedImager() {}

  static Imager of(Column[] columns) {
    float[] cloud = new float[ScanLine.PIXELS];
    float[] weights = new float[ScanLine.PIXELS * CLASSES];
    float[] means = new float[weights.length * CHANNELS];
    float[] spreads = new float[means.length];
    for (int pixel = 0; pixel < columns.length; pixel++) {
      Column column = columns[pixel];
      double fraction = column.cloudFraction();
      cloud[pixel] = Math.round(100 * fraction);
      double cloudK =
          Atmosphere.temperatureK(column.surfaceK(), Atmosphere.heightKm(column.cloudLevel()));
      double[] shares = {1 - fraction, fraction};
      double[] kelvins = {column.surfaceK(), cloudK};
      for (int k = 0; k < shares.length; k++) {
        int at = pixel * CLASSES + k;
        weights[at] = (float) shares[k];
        for (int c = 0; shares[k] > 0 && c < CENTRES_PER_CM.length; c++) {
          int to = at * CHANNELS + FIRST_INFRARED + c;
          means[to] = (float) Planck.radiance(100 * CENTRES_PER_CM[c], kelvins[k]);
          spreads[to] = SPREAD * means[to];
        }
      }
    }
    float[] land = new float[ScanLine.PIXELS];
    Arrays.fill(land, 0);
    return new Imager(cloud, land, weights, means, spreads);
  }
}
