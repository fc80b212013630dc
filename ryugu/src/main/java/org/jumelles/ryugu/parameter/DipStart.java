package org.jumelles.ryugu.parameter;

import java.util.ArrayList;
import java.util.List;
import org.jumelles.ryugu.matrix.Products;

/// Where a fit starts: the dips, of a few widths on each channel, that take most off the squares of
/// what a straight line leaves; band after band, each beside the others as they are by then. What a
/// dip leaves beside the line is the same for all spectra, so that it is a product a dip. A fit
/// that starts at the nearest minimum only finds that one: this finds the deepest of them, mostly.
/// Sigmas are not asked here. A workspace: not for two threads.
final class DipStart {
  private static final double LEAST_DEPTH = 0.005;
  private static final double MOST_DEPTH = 0.95;
  private static final int SWEEPS = 3;
  private static final double[] WIDTHS = {1.0 / 6, 1.0 / 2, 5.0 / 6};

  private final DipDesign design;
  private final double[] level;
  private final double[] slope;

  /// The dips of band b: from `first[b]` to `first[b + 1]`.
  private final int[] first;

  private final double[] centreUm;
  private final double[] centreT;
  private final double[] sigmaUm;

  /// What a line leaves of each dip, of length one; that length; the line that it takes.
  private final double[] shapes;

  private final double[] lengths;
  private final double[] lines;
  private final double[] crossed;

  private final double[] filled;
  private final double[] found;
  private final int[] chosen;
  private final double[] amount;

  DipStart(DipDesign design) {
    this.design = design;
    int channels = design.channels();
    level = new double[channels];
    slope = new double[channels];
    line(design.t(), level, slope);
    List<double[]> dips = new ArrayList<>();
    first = new int[design.bands() + 1];
    for (int band = 0; band < design.bands(); band++) {
      dips(band, dips);
      first[band + 1] = dips.size();
    }
    int count = dips.size();
    centreUm = dips.stream().mapToDouble(dip -> dip[0]).toArray();
    centreT = dips.stream().mapToDouble(dip -> design.t(dip[0])).toArray();
    sigmaUm = dips.stream().mapToDouble(dip -> dip[1]).toArray();
    shapes = new double[count * channels];
    lengths = new double[count];
    lines = new double[2 * count];
    for (int i = 0; i < count; i++) {
      shape(i);
    }
    crossed = new double[count * count];
    Products.of(shapes, count, channels, shapes, count, crossed);
    filled = new double[channels];
    found = new double[count];
    chosen = new int[design.bands()];
    amount = new double[design.bands()];
  }

  /// Two vectors of length one, at right angles, that all straight lines are made of.
  private static void line(double[] t, double[] level, double[] slope) {
    double mean = 0;
    for (double at : t) {
      mean += at / t.length;
    }
    double squares = 0;
    for (double at : t) {
      squares += (at - mean) * (at - mean);
    }
    for (int k = 0; k < t.length; k++) {
      level[k] = 1 / Math.sqrt(t.length);
      slope[k] = (t[k] - mean) / Math.sqrt(squares);
    }
  }

  private void dips(int band, List<double[]> dips) {
    BandWindow window = design.windows().get(band);
    double low = design.low()[DipModel.width(band)];
    double high = design.high()[DipModel.width(band)];
    dips.add(new double[] {window.centreUm(), Math.clamp(window.sigmaUm(), low, high)});
    for (double um : design.um()) {
      if (um > window.lowUm() && um < window.highUm() && isNearest(um, window)) {
        for (double width : WIDTHS) {
          dips.add(new double[] {um, low * StrictMath.pow(high / low, width)});
        }
      }
    }
  }

  /// Of windows that overlap a dip is that one's whose expected centre is nearest.
  private boolean isNearest(double um, BandWindow window) {
    return design.windows().stream()
        .allMatch(other -> Math.abs(um - other.centreUm()) >= Math.abs(um - window.centreUm()));
  }

  private void shape(int i) {
    int channels = design.channels();
    double[] dip = new double[channels];
    for (int k = 0; k < channels; k++) {
      dip[k] = Bell.at((design.um()[k] - centreUm[i]) / sigmaUm[i]);
    }
    lines[2 * i] = Products.dot(dip, 0, level, 0, channels);
    lines[2 * i + 1] = Products.dot(dip, 0, slope, 0, channels);
    double squares = 0;
    for (int k = 0; k < channels; k++) {
      dip[k] -= lines[2 * i] * level[k] + lines[2 * i + 1] * slope[k];
      squares += dip[k] * dip[k];
    }
    lengths[i] = Math.sqrt(squares);
    for (int k = 0; k < channels; k++) {
      shapes[i * channels + k] = dip[k] / lengths[i];
    }
  }

  /// @param y the spectrum, of which only channels with a number in `perSigma` count
  /// @param p filled in
  /// @return false where the continuum is not above zero
  boolean at(double[] y, double[] perSigma, double[] p) {
    fill(y, perSigma);
    int channels = design.channels();
    for (int i = 0; i < found.length; i++) {
      found[i] = -Products.dot(shapes, i * channels, filled, 0, channels);
    }
    for (int band = 0; band < chosen.length; band++) {
      chosen[band] = first[band];
      amount[band] = 0;
    }
    for (int sweep = 0; sweep < (chosen.length == 1 ? 1 : SWEEPS); sweep++) {
      for (int band = 0; band < chosen.length; band++) {
        choose(band);
      }
    }
    return parameters(p);
  }

  /// Straight lines over what is missing.
  private void fill(double[] y, double[] perSigma) {
    int last = -1;
    for (int k = 0; k < y.length; k++) {
      if (perSigma[k] > 0) {
        filled[k] = y[k];
        double[] t = design.t();
        for (int j = last + 1; j < k; j++) {
          double share = last < 0 ? 1 : (t[j] - t[last]) / (t[k] - t[last]);
          filled[j] = (last < 0 ? 0 : (1 - share) * y[last]) + share * y[k];
        }
        last = k;
      }
    }
    for (int j = last + 1; j < y.length; j++) {
      filled[j] = last < 0 ? 0 : y[last];
    }
  }

  private void choose(int band) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = first[band]; i < first[band + 1]; i++) {
      double left = found[i];
      for (int other = 0; other < chosen.length; other++) {
        if (other != band) {
          left -= amount[other] * crossed[i * found.length + chosen[other]];
        }
      }
      if (left > most) {
        most = left;
        chosen[band] = i;
        amount[band] = Math.max(left, 0);
      }
    }
  }

  private boolean parameters(double[] p) {
    int channels = design.channels();
    double height = Products.dot(level, 0, filled, 0, channels);
    double tilt = Products.dot(slope, 0, filled, 0, channels);
    for (int band = 0; band < chosen.length; band++) {
      double deep = amount[band] / lengths[chosen[band]];
      height += deep * lines[2 * chosen[band]];
      tilt += deep * lines[2 * chosen[band] + 1];
    }
    double[] t = design.t();
    p[1] = tilt * (slope[channels - 1] - slope[0]) / (t[channels - 1] - t[0]);
    p[0] = height * level[0] + tilt * slope[0] - p[1] * t[0];
    for (int band = 0; band < chosen.length; band++) {
      double line = p[0] + p[1] * centreT[chosen[band]];
      double depth = amount[band] / lengths[chosen[band]] / line;
      p[DipModel.depth(band)] = Math.clamp(depth, LEAST_DEPTH, MOST_DEPTH);
      p[DipModel.centre(band)] = centreUm[chosen[band]];
      p[DipModel.width(band)] = sigmaUm[chosen[band]];
    }
    return p[0] > 0 && Double.isFinite(p[1]);
  }
}
