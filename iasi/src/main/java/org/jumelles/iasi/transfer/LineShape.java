package org.jumelles.iasi.transfer;

import org.jumelles.iasi.absorption.SpectralGrid;
import org.jumelles.kernel.signal.Fft;

/// IASI's Level 1C line shape on one grid: the apodisation exp(-(pi F x)^2 / (4 ln 2)), F = 0.5
/// cm-1, up to a path difference x of 2 cm, applied to the spectrum mirrored at both ends.
///
/// The grid begins and ends on a channel (a multiple of 0.25 cm-1) and its step is 0.25 cm-1 over a
/// whole number.
public final class LineShape {
  /// What a window needs on either side, so that its mirrored ends are not seen.
  public static final double MARGIN_PER_CM = 5;

  /// Between two channels.
  public static final double CHANNEL_PER_CM = 0.25;

  private static final double FULL_WIDTH_PER_CM = 0.5;
  private static final double GREATEST_PATH_CM = 2;

  private final SpectralGrid grid;
  private final int channels;
  private final Fft fine;
  private final Fft coarse;

  public LineShape(SpectralGrid grid) {
    this.grid = grid;
    double perChannel = CHANNEL_PER_CM / grid.stepPerCm();
    int samples = (int) Math.round(perChannel);
    double intervals = (grid.count() - 1.0) / samples;
    if (Math.abs(perChannel - samples) > 1e-9 * samples || intervals != Math.rint(intervals)) {
      throw new IllegalArgumentException("channels do not fall on a grid of " + grid.stepPerCm());
    }
    this.channels = (int) intervals;
    this.fine = Fft.ofLength(2 * (grid.count() - 1));
    this.coarse = Fft.ofLength(2 * channels);
  }

  /// The apodisation at a path difference.
  public static double apodisation(double pathCm) {
    double a = Math.PI * FULL_WIDTH_PER_CM * pathCm;
    return Math.abs(pathCm) > GREATEST_PATH_CM ? 0 : Math.exp(-a * a / (4 * Math.log(2)));
  }

  /// A fine spectrum, as long as the grid, in channels 0.25 cm-1 apart, both ends included.
  public double[] apply(double[] spectrum) {
    int n = grid.count();
    double[] mirrored = new double[2 * (n - 1)];
    System.arraycopy(spectrum, 0, mirrored, 0, n);
    for (int i = 1; i < n - 1; i++) {
      mirrored[mirrored.length - i] = spectrum[i];
    }
    double[] interferogram = fine.forward(mirrored);
    double[] kept = new double[2 * coarse.bins()];
    double scale = (double) coarse.length() / fine.length();
    double pathStepCm = 1 / (fine.length() * grid.stepPerCm());
    for (int k = 0; k < coarse.bins(); k++) {
      // The last bin is the greatest path difference, on either side, where the two fall together:
      // half of each bin lies within it, as in the trapezoidal rule, so that it counts once.
      kept[2 * k] = interferogram[2 * k] * scale * apodisation(k * pathStepCm * (1 - 1e-12));
    }
    double[] all = coarse.inverse(kept);
    double[] seen = new double[channels + 1];
    System.arraycopy(all, 0, seen, 0, channels + 1);
    return seen;
  }
}
