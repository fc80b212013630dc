package org.jumelles.service.cube;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.parameter.BandFits;
import org.jumelles.ryugu.parameter.BandFitting;
import org.jumelles.ryugu.parameter.BandPlan;
import org.jumelles.ryugu.parameter.BandWindow;
import org.jumelles.ryugu.parameter.Continuum;

/// What is told of a spectrum: itself, its continuum, its bands.
///
/// @param um wavelengths; empty where the file gives none
/// @param continuum the upper hull; NaN where there is none
/// @param bands fitted, in the order of the plan
/// @param notes what could not be told, and why
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record RegionSpectrum(
    Optional<double[]> um,
    RegionMean mean,
    double[] continuum,
    List<Band> bands,
    List<String> notes) {

  /// One band of the plan.
  ///
  /// @param fields as in [BandFits]: centre, depth, width, area, each with its sigma
  /// @param state a word of [BandFits#STATES]
  record Band(BandWindow window, double[] fields, double reducedChiSquare, String state) {
    boolean isFitted() {
      return state.equals(BandFits.STATES.get(BandFits.FITTED));
    }

    double centreUm() {
      return fields[0];
    }

    double depth() {
      return fields[2];
    }
  }

  static RegionSpectrum of(String source, Axis axis, RegionMean mean) {
    List<String> notes = new ArrayList<>();
    double[] none = new double[axis.bands()];
    Arrays.fill(none, Double.NaN);
    double[] um;
    try {
      um = axis.micrometres();
    } catch (IllegalStateException e) {
      notes.add("no continuum and no bands: " + e.getMessage());
      return new RegionSpectrum(Optional.empty(), mean, none, List.of(), notes);
    }
    double[] hull = none;
    try {
      hull = hull(Continuum.over(source, um, axis.good()), mean.mean());
    } catch (MalformedDataException e) {
      notes.add("no continuum: " + e.defect().sentence());
    }
    List<Band> bands = fitted(source, um, axis.good(), mean, notes);
    return new RegionSpectrum(Optional.of(um), mean, hull, bands, notes);
  }

  private static double[] hull(Continuum continuum, double[] mean) {
    double[] removed = new double[mean.length];
    continuum.remove(mean, 1, removed);
    double[] hull = new double[mean.length];
    Arrays.setAll(hull, b -> removed[b] == 0 ? Double.NaN : mean[b] / removed[b]);
    return hull;
  }

  /// Fits the windows that the axis covers; the others are told with the reason.
  private static List<Band> fitted(
      String source, double[] um, boolean[] good, RegionMean mean, List<String> notes) {
    List<BandWindow> windows = new ArrayList<>(BandPlan.standard().windows());
    double low = Arrays.stream(um).min().orElseThrow();
    double high = Arrays.stream(um).max().orElseThrow();
    windows.removeIf(
        window -> {
          boolean outside = window.lowUm() < low || window.highUm() > high;
          if (outside) {
            notes.add(window.name() + " is not fitted: its window leaves the axis");
          }
          return outside;
        });
    while (!windows.isEmpty()) {
      try {
        return told(BandFitting.of(source, um, good, windows), mean, windows);
      } catch (MalformedDataException e) {
        String name = e.defect().place().toString();
        List<BandWindow> before = List.copyOf(windows);
        windows.removeIf(window -> name.contains(window.name()));
        notes.add("not fitted: " + e.defect().sentence());
        if (windows.equals(before)) {
          return List.of();
        }
      }
    }
    return List.of();
  }

  private static List<Band> told(BandFitting fitting, RegionMean mean, List<BandWindow> windows) {
    boolean known = Arrays.stream(mean.noise()).anyMatch(sigma -> sigma > 0);
    BandFits fits =
        fitting.fit(mean.mean(), known ? Optional.of(mean.noise()) : Optional.empty(), 1);
    List<Band> bands = new ArrayList<>();
    for (int w = 0; w < windows.size(); w++) {
      double[] fields =
          Arrays.copyOfRange(fits.values(), w * BandFits.FIELDS, (w + 1) * BandFits.FIELDS);
      bands.add(
          new Band(
              windows.get(w),
              fields,
              known ? fits.reducedChiSquare()[w] : Double.NaN,
              BandFits.STATES.get(fits.state()[w])));
    }
    return bands;
  }

  /// Places and values in rising order of wavelength, without what is no number.
  double[] path(double[] values) {
    TreeMap<Double, Double> sorted = new TreeMap<>();
    double[] at = um.orElseThrow();
    for (int b = 0; b < at.length; b++) {
      if (Double.isFinite(values[b])) {
        sorted.put(at[b], values[b]);
      }
    }
    return sorted.entrySet().stream()
        .flatMapToDouble(e -> java.util.stream.DoubleStream.of(e.getKey(), e.getValue()))
        .toArray();
  }
}
