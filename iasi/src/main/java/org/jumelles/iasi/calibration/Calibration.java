package org.jumelles.iasi.calibration;

import java.util.Objects;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.ScaleFactors;
import org.jumelles.iasi.spectrum.ScanLine;

/// Turns the integers of whole pixels into radiance and brightness temperature.
///
/// Made once for a table of scale factors, which is that of a granule; then without allocation and
/// for any number of threads.
///
/// ```text
/// L = n f        T = c2 nu / ln(1 + (c1 nu^3 / f) / n)        NaN where n <= 0
/// ```
public final class Calibration {
  private final double[] factors;
  private final double[] numerators;
  private final double[] quotients;

  public Calibration(ScaleFactors scale) {
    factors = scale.factors();
    numerators = new double[Channels.COUNT];
    quotients = new double[Channels.COUNT];
    for (int i = 0; i < Channels.COUNT; i++) {
      double wavenumberPerM = 100 * Channels.wavenumberPerCm(i + 1);
      numerators[i] = Planck.C2 * wavenumberPerM;
      quotients[i] = Planck.C1 * wavenumberPerM * wavenumberPerM * wavenumberPerM / factors[i];
    }
  }

  /// Radiances of one pixel in W m-2 sr-1 (m-1)-1.
  ///
  /// @param to 8461 numbers from `at` on
  /// @throws IndexOutOfBoundsException where there is no room for them, or no such pixel
  public void radiances(ScanLine line, int pixel, double[] to, int at) {
    Objects.checkIndex(pixel, ScanLine.PIXELS);
    Objects.checkFromIndexSize(at, Channels.COUNT, to.length);
    scale(line.counts(), ScanLine.at(pixel), factors, to, at);
  }

  /// Brightness temperatures of one pixel in K; NaN where the radiance is not above zero.
  ///
  /// @param to 8461 numbers from `at` on
  /// @throws IndexOutOfBoundsException where there is no room for them, or no such pixel
  public void temperaturesK(ScanLine line, int pixel, double[] to, int at) {
    Objects.checkIndex(pixel, ScanLine.PIXELS);
    Objects.checkFromIndexSize(at, Channels.COUNT, to.length);
    temperatures(line.counts(), ScanLine.at(pixel), numerators, quotients, to, at);
  }

  private static void scale(short[] counts, int from, double[] factors, double[] to, int at) {
    for (int i = 0; i < factors.length; i++) {
      to[at + i] = counts[from + i] * factors[i];
    }
  }

  private static void temperatures(
      short[] counts, int from, double[] numerators, double[] quotients, double[] to, int at) {
    for (int i = 0; i < numerators.length; i++) {
      double count = counts[from + i];
      double temperature = numerators[i] / Logarithm.ln(1 + quotients[i] / count);
      to[at + i] = count > 0 ? temperature : Double.NaN;
    }
  }
}
