package org.jumelles.iasi.level3;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jumelles.iasi.calibration.Planck;
import org.jumelles.iasi.detection.BtDifference;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.ScanLine;

/// What is gathered on grids: brightness temperatures at some wavenumbers and the SO2 index, in
/// kelvin. A pixel whose band is flagged bad has none.
public final class Measures {
  private static final int SO2_BAND = 2;

  private final int[] channels;

  private Measures(int[] channels) {
    this.channels = channels;
  }

  /// @param wavenumbersPerCm each is moved to the nearest channel
  public static Measures of(List<Double> wavenumbersPerCm) {
    return new Measures(wavenumbersPerCm.stream().mapToInt(Channels::nearest).toArray());
  }

  /// In the order of the values.
  public List<DailyGrids.Quantity> quantities() {
    List<DailyGrids.Quantity> all = new ArrayList<>();
    for (int channel : channels) {
      String number = String.format(Locale.ROOT, "%.2f", Channels.wavenumberPerCm(channel));
      all.add(
          new DailyGrids.Quantity(
              "bt_" + number.replace('.', '_'),
              "brightness temperature at " + number + " cm-1",
              "K"));
    }
    all.add(new DailyGrids.Quantity("so2_index", "SO2 brightness temperature difference", "K"));
    return all;
  }

  /// The values of each pixel of a line; NaN where there is none.
  public double[][] of(ScanLine line) {
    double[][] values = new double[ScanLine.PIXELS][channels.length + 1];
    double[] factors = line.scale().factors();
    double[] so2 = BtDifference.SO2.of(line);
    for (int pixel = 0; pixel < values.length; pixel++) {
      Arrays.fill(values[pixel], Double.NaN);
      for (int i = 0; i < channels.length; i++) {
        int channel = channels[i];
        if (!line.quality().bad(pixel, Channels.band(channel))) {
          double radiance = line.counts()[ScanLine.at(pixel) + channel - 1] * factors[channel - 1];
          double perM = 100 * Channels.wavenumberPerCm(channel);
          values[pixel][i] = Planck.temperatureK(perM, radiance);
        }
      }
      if (!line.quality().bad(pixel, SO2_BAND)) {
        values[pixel][channels.length] = so2[pixel];
      }
    }
    return values;
  }
}
