package org.jumelles.ryugu.parameter;

import java.util.List;

/// What all spectra have in common that are fitted in the same windows: where the channels lie, and
/// between which bounds each parameter of [DipModel] may move.
///
/// A depth is held to -1 to 1: at 1 no light is left, and below zero it may go as far as above, so
/// that noise where no band is has a mean of none; two dips that overlap cannot run off with
/// opposite depths. A centre is held to the window as far as there are channels: beyond the last
/// one its place and its depth are not told apart. The full width at half depth is held to between
/// the channels' mean distance and its window: what is narrower is one channel's noise, what is
/// wider a bend of the continuum. The continuum is free.
///
/// @param um wavelengths, rising
/// @param t the same on the windows, -1 to 1
/// @param low by parameter, as high
@SuppressWarnings("ArrayRecordComponent") // shared, compared by nobody
record DipDesign(List<BandWindow> windows, double[] um, double[] t, double[] low, double[] high) {
  private static final double DEEPEST = 1;

  /// Full width at half depth over sigma.
  static final double FWHM = 2 * Math.sqrt(2 * Math.log(2));

  static DipDesign of(List<BandWindow> windows, double[] um) {
    double from = windows.stream().mapToDouble(BandWindow::lowUm).min().orElseThrow();
    double to = windows.stream().mapToDouble(BandWindow::highUm).max().orElseThrow();
    double[] t = new double[um.length];
    for (int k = 0; k < t.length; k++) {
      t[k] = t(um[k], from, to);
    }
    double[] low = new double[DipModel.parameters(windows.size())];
    double[] high = new double[low.length];
    low[0] = Double.NEGATIVE_INFINITY;
    low[1] = Double.NEGATIVE_INFINITY;
    high[0] = Double.POSITIVE_INFINITY;
    high[1] = Double.POSITIVE_INFINITY;
    for (int band = 0; band < windows.size(); band++) {
      BandWindow window = windows.get(band);
      low[DipModel.depth(band)] = -DEEPEST;
      high[DipModel.depth(band)] = DEEPEST;
      low[DipModel.centre(band)] = Math.max(window.lowUm(), um[0]);
      high[DipModel.centre(band)] = Math.min(window.highUm(), um[um.length - 1]);
      low[DipModel.width(band)] = (to - from) / um.length / FWHM;
      high[DipModel.width(band)] = (window.highUm() - window.lowUm()) / FWHM;
    }
    return new DipDesign(List.copyOf(windows), um, t, low, high);
  }

  private static double t(double um, double from, double to) {
    return (um - (from + to) / 2) / ((to - from) / 2);
  }

  double t(double at) {
    double from = windows.stream().mapToDouble(BandWindow::lowUm).min().orElseThrow();
    double to = windows.stream().mapToDouble(BandWindow::highUm).max().orElseThrow();
    return t(at, from, to);
  }

  int bands() {
    return windows.size();
  }

  int parameters() {
    return low.length;
  }

  int channels() {
    return um.length;
  }

  boolean isAtBound(double[] p, int i) {
    return p[i] <= low[i] || p[i] >= high[i];
  }
}
