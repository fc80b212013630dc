package org.jumelles.iasi.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jumelles.iasi.calibration.Planck;
import org.jumelles.iasi.detection.BandBasis;
import org.jumelles.iasi.detection.Basis;
import org.jumelles.iasi.detection.Compression;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.ScanLine;

/// Spectra about the mean of the user's principal components: each score is drawn from a clipped
/// normal distribution of a part of its own spread, alike within a view. Channels outside of the
/// basis stay zero.
final class BasisClear implements Clear {
  private static final double PART = 0.4;
  private static final double CLIP = 1.5;
  private static final double WITHIN_VIEW = 0.1;

  private final long seed;
  private final List<Compression> bands;

  BasisClear(long seed, Basis basis) {
    this.seed = seed;
    this.bands = basis.bands().stream().map(Compression::new).toList();
  }

  @Override
  public void radiance(
      int line, int pixel, Column column, float[] absorbed, int plumeLevel, float[] out) {
    int view = pixel / ScanLine.PIXELS_PER_VIEW;
    RandomGenerator shared = Draw.of(seed, Draw.SCORES, line * ScanLine.VIEWS + view);
    RandomGenerator own = Draw.of(seed + 1, Draw.SCORES, line * ScanLine.PIXELS + pixel);
    for (Compression band : bands) {
      BandBasis basis = band.basis();
      double[] scores = new double[basis.size()];
      Arrays.setAll(
          scores,
          v -> {
            double drawn = Math.clamp(shared.nextGaussian(), -CLIP, CLIP);
            double mixed = drawn + WITHIN_VIEW * own.nextGaussian();
            return PART * mixed * Math.sqrt(basis.eigenvalues()[v]);
          });
      double[] radiance = band.reconstruct(new double[][] {scores})[0];
      for (int c = 0; c < radiance.length; c++) {
        out[basis.firstChannel() - 1 + c] = (float) radiance[c];
      }
    }
    if (plumeLevel != NO_PLUME) {
      double temperatureK = 225;
      for (int c = 0; c < Channels.COUNT; c++) {
        double perM = 100 * Channels.wavenumberPerCm(c + 1);
        double emitted = absorbed[c] * Planck.radiance(perM, temperatureK);
        out[c] = (float) ((1 - absorbed[c]) * out[c] + emitted);
      }
    }
  }
}
