package org.jumelles.ryugu.parameter;

/// Least squares for [DipModel] between the bounds of [DipDesign]. A workspace: not for two
/// threads.
///
/// Damped steps [Marquardt1963], the damping by how well the last one was foretold [Nielsen1999].
/// The first few see the model as straight, the later ones with its bends, as far as there is one
/// deepest point then: among noise the straight model of a dip leads astray, step after step. A
/// parameter at its bound is held there while chi square, or the step, would drive it out, and the
/// step is solved anew among the others; a step that crosses a bound ends there [GillEtAl1981]. At
/// the next point it is asked again who is held.
final class DipFit {
  /// A residual below this part of the spectrum is taken for it: sums of squares tell no less.
  private static final double LEAST_NOISE = 1e-9;

  private static final double LEAST_SIGMAS_DEEP = 3;

  private final DipDesign design;
  private final DipStart start;
  private final int parameters;
  private final int[][] bendRows;
  private final int[][] bendColumns;
  private final double[] y;
  private final double[] perSigma;
  private final double[] slopes;
  private final double[] bends;
  private final double[] step;
  private final boolean[] held;
  private double[] p;
  private double[] tried;
  private NormalEquations equations;
  private NormalEquations others;
  private final DipDescent descent = new DipDescent();
  private int size;
  private double leastChiSquare;
  private int steps;
  private double reducedChiSquare;
  private double scale;

  DipFit(DipDesign design) {
    this.design = design;
    start = new DipStart(design);
    parameters = design.parameters();
    bendRows = new int[design.bands()][];
    bendColumns = new int[design.bands()][];
    for (int band = 0; band < design.bands(); band++) {
      bendRows[band] = DipModel.bendRows(band);
      bendColumns[band] = DipModel.bendColumns(band);
    }
    y = new double[design.channels()];
    perSigma = new double[design.channels()];
    slopes = new double[parameters];
    bends = new double[DipModel.BENDS * design.bands()];
    step = new double[parameters];
    held = new boolean[parameters];
    p = new double[parameters];
    tried = new double[parameters];
    equations = new NormalEquations(parameters);
    others = new NormalEquations(parameters);
  }

  void clear() {
    size = 0;
    leastChiSquare = 0;
  }

  /// Each channel once. What is no number, or has no sigma above zero, does not count.
  void add(int channel, double value, double sigma) {
    boolean known = Double.isFinite(value) && sigma > 0 && sigma < Double.POSITIVE_INFINITY;
    y[channel] = known ? value : 0;
    perSigma[channel] = known ? 1 / sigma : 0;
    if (known) {
      size++;
      double part = LEAST_NOISE * value * perSigma[channel];
      leastChiSquare = Math.fma(part, part, leastChiSquare);
    }
  }

  /// @return false where there is nothing to be fitted
  boolean begin() {
    return size > parameters && start.at(y, perSigma, p);
  }

  /// @param absolute whether the sigmas are known; else the residual tells their common size
  /// @return a state of [BandFits], of all bands together
  byte run(boolean absolute) {
    if (!begin()) {
      return BandFits.NO_DATA;
    }
    descend();
    return end(descent, absolute);
  }

  /// What the parameters and equations that are here now tell.
  byte end(DipDescent by, boolean absolute) {
    reducedChiSquare = by.reducedChiSquare();
    steps = by.steps();
    if (!by.isAtRest()) {
      return BandFits.RESTLESS;
    }
    equations.invert(held);
    scale = absolute ? 1 : reducedChiSquare;
    return BandFits.FITTED;
  }

  private void descend() {
    descent.begin(evaluate(p), leastChiSquare, freedom());
    hold();
    while (descent.goesOn()) {
      if (!equations.solve(descent.damping(), descent.bent(), held, step)) {
        descent.noneDeepest();
        continue;
      }
      if (holdsBack()) {
        continue;
      }
      double foretold = equations.fall(descent.bent(), step);
      if (!descent.tells(foretold)) {
        attempt(cut() ? equations.fall(descent.bent(), step) : foretold);
      }
    }
  }

  /// Goes to p and the step where chi square is less there.
  private void attempt(double foretold) {
    NormalEquations here = equations;
    equations = others;
    others = here;
    if (descent.takes(evaluate(tried), foretold)) {
      double[] left = p;
      p = tried;
      tried = left;
      hold();
    } else {
      others = equations;
      equations = here;
    }
  }

  /// At a bound, and chi square falls outwards.
  private void hold() {
    for (int i = 0; i < parameters; i++) {
      held[i] =
          (p[i] <= design.low()[i] && equations.descent(i) < 0)
              || (p[i] >= design.high()[i] && equations.descent(i) > 0);
    }
  }

  /// Whether the step leads out from a bound, which is then held.
  private boolean holdsBack() {
    boolean back = false;
    for (int i = 0; i < parameters; i++) {
      if ((step[i] < 0 && p[i] <= design.low()[i]) || (step[i] > 0 && p[i] >= design.high()[i])) {
        held[i] = true;
        back = true;
      }
    }
    return back;
  }

  /// Where the step leads to; one that crosses a bound ends there.
  private boolean cut() {
    double part = 1;
    int first = -1;
    for (int i = 0; i < parameters; i++) {
      double way = (step[i] < 0 ? design.low()[i] : design.high()[i]) - p[i];
      if (Math.abs(step[i]) * part > Math.abs(way)) {
        part = way / step[i];
        first = i;
      }
    }
    for (int i = 0; i < parameters; i++) {
      step[i] *= part;
      tried[i] = Math.min(Math.max(p[i] + step[i], design.low()[i]), design.high()[i]);
    }
    if (first >= 0) {
      tried[first] = step[first] < 0 ? design.low()[first] : design.high()[first];
    }
    return first >= 0;
  }

  /// Chi square at q; the equations stand there afterwards.
  private double evaluate(double[] q) {
    equations.clear();
    double sum = 0;
    for (int k = 0; k < y.length; k++) {
      double one = perSigma[k];
      double made = DipModel.at(design.um()[k], design.t()[k], q, design.bands(), slopes, bends);
      double off = (y[k] - made) * one;
      for (int i = 0; i < parameters; i++) {
        slopes[i] *= one;
      }
      equations.add(slopes, off);
      double weighed = off * one;
      for (int band = 0; band < design.bands(); band++) {
        for (int i = 0; i < DipModel.BENDS; i++) {
          double bend = bends[DipModel.BENDS * band + i];
          equations.bend(bendRows[band][i], bendColumns[band][i], bend, weighed);
        }
      }
      sum = Math.fma(off, off, sum);
    }
    return sum;
  }

  byte state(int band) {
    if (design.isAtBound(p, DipModel.depth(band))
        || design.isAtBound(p, DipModel.centre(band))
        || design.isAtBound(p, DipModel.width(band))) {
      return BandFits.AT_BOUND;
    }
    double sigma = Math.sqrt(covariance(DipModel.depth(band), DipModel.depth(band)));
    return depth(band) > LEAST_SIGMAS_DEEP * sigma ? BandFits.FITTED : BandFits.NO_BAND;
  }

  double depth(int band) {
    return p[DipModel.depth(band)];
  }

  double centreUm(int band) {
    return p[DipModel.centre(band)];
  }

  double sigmaUm(int band) {
    return p[DipModel.width(band)];
  }

  /// NaN where either is held at a bound, or the channels do not tell the parameters apart.
  double covariance(int i, int j) {
    return scale * equations.inverse(i, j);
  }

  double reducedChiSquare() {
    return reducedChiSquare;
  }

  int freedom() {
    return size - parameters;
  }

  double leastChiSquare() {
    return leastChiSquare;
  }

  NormalEquations equations() {
    return equations;
  }

  double[] parameters() {
    return p;
  }

  double[] values() {
    return y;
  }

  double[] perSigma() {
    return perSigma;
  }

  boolean[] held() {
    return held;
  }

  int steps() {
    return steps;
  }

  double parameter(int i) {
    return p[i];
  }

  /// Half of what chi square falls by, a sigma of the parameter alone.
  double descent(int i) {
    double square = equations.square(i);
    return square > 0 ? equations.descent(i) / Math.sqrt(square) : 0;
  }
}
