package org.jumelles.pipeline.recipe.ryugu;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.ryugu.calibration.MeanSpectrum;
import org.jumelles.ryugu.parameter.BandFits;
import org.jumelles.ryugu.parameter.BandFitting;
import org.jumelles.ryugu.unmixing.Abundances;
import org.jumelles.ryugu.unmixing.Endmembers;

/// The mean spectrum of a grain with its noise, fitted, and the mean share of each phase.
final class GrainMean {
  private final MeanSpectrum spectrum;
  private final List<List<Double>> chiSquares = new ArrayList<>();
  private double[] shares = new double[0];
  private long unmixed;
  private long pixels;
  private double worstViolation;

  GrainMean(int bands) {
    spectrum = new MeanSpectrum(bands);
    CompositionRecipe.windows().forEach(_ -> chiSquares.add(new ArrayList<>()));
  }

  void add(MeanSpectrum.Pixels block, BandFits fits, Abundances found, int pixel) {
    pixels++;
    spectrum.add(block, pixel);
    for (int w = 0; w < fits.bands(); w++) {
      double chiSquare = fits.reducedChiSquare()[pixel * fits.bands() + w];
      if (Double.isFinite(chiSquare)) {
        chiSquares.get(w).add(chiSquare);
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
    BandFits fits = fitting.fit(spectrum.mean(), Optional.of(spectrum.noise()), 1);
    for (int w = 0; w < fits.bands(); w++) {
      String name = CompositionRecipe.windows().get(w).name();
      told.put(name + " state", BandFits.STATES.get(fits.state()[w]));
      told.put(name + " centre um", CompositionRecipe.number(fits.centreUm(0, w)));
      told.put(name + " centre sigma um", CompositionRecipe.number(fits.centreSigmaUm(0, w)));
      told.put(name + " depth", CompositionRecipe.number(fits.depth(0, w)));
      told.put(name + " reduced chi square", CompositionRecipe.number(fits.reducedChiSquare()[w]));
      told.put(name + " pixels' median reduced chi square", median(chiSquares.get(w)));
      told.put(name + " depth sigma", CompositionRecipe.number(fits.depthSigma(0, w)));
    }
    return told;
  }

  private static String median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return CompositionRecipe.number(sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2]);
  }
}
