package org.jumelles.pipeline.recipe.ryugu;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.ryugu.parameter.BandFits;
import org.jumelles.ryugu.parameter.BandFitting;
import org.jumelles.ryugu.unmixing.Abundances;
import org.jumelles.ryugu.unmixing.Endmembers;

/// The mean spectrum of a grain with its sigma, and the mean share of each phase.
///
/// The sigma is that of independent pixels: what they share, such as the reference and the filter's
/// tuning, is not in it, and a centre's sigma is a lower bound.
final class GrainMean {
  private final int bands;
  private final double[] sum;
  private final double[] variance;
  private final long[] counts;
  private double[] shares = new double[0];
  private long unmixed;
  private long pixels;
  private double worstViolation;

  GrainMean(int bands) {
    this.bands = bands;
    sum = new double[bands];
    variance = new double[bands];
    counts = new long[bands];
  }

  void add(double[] spectra, double[] sigmas, Abundances found, int pixel) {
    pixels++;
    for (int b = 0; b < bands; b++) {
      double value = spectra[pixel * bands + b];
      double sigma = sigmas[pixel * bands + b];
      if (!Double.isNaN(value) && !Double.isNaN(sigma)) {
        sum[b] += value;
        variance[b] += sigma * sigma;
        counts[b]++;
      }
    }
    int n = found.endmembers();
    if (shares.length == 0) {
      shares = new double[n];
    }
    if (found.state()[pixel] == Abundances.SOLVED
        || found.state()[pixel] == Abundances.DEGENERATE) {
      unmixed++;
      worstViolation = Math.max(worstViolation, found.violation()[pixel]);
      for (int p = 0; p < n; p++) {
        shares[p] += found.fractions()[pixel * n + p];
      }
    }
  }

  Map<String, String> told(BandFitting fitting, Endmembers endmembers) {
    Map<String, String> told = new TreeMap<>();
    told.put("grain_pixels", Long.toString(pixels));
    told.put("unmixed_pixels", Long.toString(unmixed));
    told.put("worst_violation", CompositionRecipe.number(worstViolation));
    told.put("condition_number", CompositionRecipe.number(endmembers.conditionNumber()));
    for (int p = 0; p < shares.length && unmixed > 0; p++) {
      told.put("share " + endmembers.names().get(p), CompositionRecipe.number(shares[p] / unmixed));
    }
    double[] mean = new double[bands];
    double[] sigma = new double[bands];
    for (int b = 0; b < bands; b++) {
      mean[b] = sum[b] / counts[b];
      sigma[b] = Math.sqrt(variance[b]) / counts[b];
    }
    BandFits fits = fitting.fit(mean, Optional.of(sigma), 1);
    for (int w = 0; w < fits.bands(); w++) {
      String name = CompositionRecipe.windows().get(w).name();
      told.put(name + " state", BandFits.STATES.get(fits.state()[w]));
      told.put(name + " centre um", CompositionRecipe.number(fits.centreUm(0, w)));
      told.put(name + " centre sigma um", CompositionRecipe.number(fits.centreSigmaUm(0, w)));
      told.put(name + " depth", CompositionRecipe.number(fits.depth(0, w)));
      told.put(name + " reduced chi square", CompositionRecipe.number(fits.reducedChiSquare()[w]));
      told.put(name + " depth sigma", CompositionRecipe.number(fits.depthSigma(0, w)));
    }
    return told;
  }
}
