package org.jumelles.iasi.detection;

import java.util.Arrays;
import org.jumelles.iasi.spectrum.ScanLine;

/// Turns spectra into scores of one band and back. Any number of threads may share one.
public final class Compression {
  private final BandBasis basis;

  /// E', one row a channel: what the sum over channels runs along.
  private final double[][] byChannel;

  public Compression(BandBasis basis) {
    this.basis = basis;
    this.byChannel = new double[basis.channels()][basis.size()];
    for (int v = 0; v < basis.size(); v++) {
      for (int c = 0; c < basis.channels(); c++) {
        byChannel[c][v] = basis.vectors()[v][c];
      }
    }
  }

  public BandBasis basis() {
    return basis;
  }

  /// The pixels of a line in units of the noise, less the mean; NaN where there is no spectrum.
  public double[][] normalised(ScanLine line) {
    double[] factors = line.scale().factors();
    double[][] normalised = new double[ScanLine.PIXELS][basis.channels()];
    double[] perNoise = new double[basis.channels()];
    for (int c = 0; c < perNoise.length; c++) {
      perNoise[c] = factors[basis.firstChannel() - 1 + c] / basis.noise()[c];
    }
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      if (line.present()[pixel]) {
        int from = ScanLine.at(pixel) + basis.firstChannel() - 1;
        normalise(line.counts(), from, perNoise, normalised[pixel]);
      } else {
        Arrays.fill(normalised[pixel], Double.NaN);
      }
    }
    return normalised;
  }

  private void normalise(short[] counts, int from, double[] perNoise, double[] out) {
    double[] mean = basis.mean();
    for (int c = 0; c < out.length; c++) {
      out[c] = counts[from + c] * perNoise[c] - mean[c];
    }
  }

  /// Scores of spectra that are [#normalised] already.
  public double[][] scores(double[][] normalised) {
    double[][] scores = new double[normalised.length][basis.size()];
    Combination.add(normalised, byChannel, scores);
    return scores;
  }

  /// Scores and residuals of all pixels of a line.
  public BandScores compress(ScanLine line) {
    double[][] residuals = normalised(line);
    double[][] scores = scores(residuals);
    double[][] opposite = new double[scores.length][basis.size()];
    for (int p = 0; p < scores.length; p++) {
      for (int v = 0; v < basis.size(); v++) {
        opposite[p][v] = -scores[p][v];
      }
    }
    Combination.add(opposite, basis.vectors(), residuals);
    return new BandScores(basis, scores, residuals);
  }

  /// Radiances in W m-2 sr-1 (m-1)-1 from scores: the spectra without most of their noise.
  public double[][] reconstruct(double[][] scores) {
    double[][] radiances = new double[scores.length][];
    Arrays.setAll(radiances, _ -> basis.mean().clone());
    Combination.add(scores, basis.vectors(), radiances);
    for (double[] radiance : radiances) {
      for (int c = 0; c < radiance.length; c++) {
        radiance[c] *= basis.noise()[c];
      }
    }
    return radiances;
  }
}
