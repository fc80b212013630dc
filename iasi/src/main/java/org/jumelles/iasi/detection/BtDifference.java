package org.jumelles.iasi.detection;

import java.util.List;
import org.jumelles.iasi.calibration.Planck;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.ScanLine;

/// The mean brightness temperature of some channels less that of others, in K.
///
/// @param positive and `negative`: wavenumbers in cm-1, each taken at its nearest channel
public record BtDifference(String name, List<Double> positive, List<Double> negative) {
  /// Sulphur dioxide in its nu3 band, against a window in the same water lines [Clarisse2012].
  public static final BtDifference SO2 =
      new BtDifference("so2", List.of(1407.25, 1408.75), List.of(1371.50, 1371.75));

  /// 11 less 12 um: below zero for silicates, above for water [Prata1989].
  public static final BtDifference SPLIT_WINDOW =
      new BtDifference("bt11_bt12", List.of(909.0), List.of(833.25));

  /// 8.5 less 11 um, high for dust [Ackerman1997].
  public static final BtDifference EIGHT_ELEVEN =
      new BtDifference("bt8_bt11", List.of(1176.5), List.of(909.0));

  public BtDifference {
    positive = List.copyOf(positive);
    negative = List.copyOf(negative);
  }

  /// The difference for one pixel; NaN where there is no spectrum or a radiance is not above zero.
  ///
  /// @param factors of the line, [org.jumelles.iasi.spectrum.ScaleFactors#factors]
  public double of(ScanLine line, int pixel, double[] factors) {
    return line.present()[pixel]
        ? mean(positive, line, pixel, factors) - mean(negative, line, pixel, factors)
        : Double.NaN;
  }

  /// For all 120 pixels of a line.
  public double[] of(ScanLine line) {
    double[] factors = line.scale().factors();
    double[] all = new double[ScanLine.PIXELS];
    for (int pixel = 0; pixel < all.length; pixel++) {
      all[pixel] = of(line, pixel, factors);
    }
    return all;
  }

  private static double mean(
      List<Double> wavenumbersPerCm, ScanLine line, int pixel, double[] factors) {
    double sum = 0;
    for (double wavenumber : wavenumbersPerCm) {
      sum += temperatureK(line, pixel, wavenumber, factors);
    }
    return sum / wavenumbersPerCm.size();
  }

  static double temperatureK(ScanLine line, int pixel, double wavenumberPerCm, double[] factors) {
    int channel = Channels.nearest(wavenumberPerCm);
    double radiance = line.counts()[ScanLine.at(pixel) + channel - 1] * factors[channel - 1];
    return Planck.temperatureK(100 * Channels.wavenumberPerCm(channel), radiance);
  }
}
