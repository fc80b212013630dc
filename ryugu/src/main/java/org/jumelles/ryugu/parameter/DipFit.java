package org.jumelles.ryugu.parameter;

import java.util.List;

/// Least squares for [DipModel] by damped steps [Marquardt1963]. A workspace: not for two threads.
final class DipFit {
  private static final int MOST_STEPS = 100;

  /// A step below this part of a parameter's sigma is rest.
  private static final double REST = 1e-4;

  private static final double MOST_DAMPING = 1e12;
  private static final double LEAST_SIGMAS_DEEP = 3;

  private final List<BandWindow> windows;
  private final int parameters;
  private final double[] x;
  private final double[] t;
  private final double[] y;
  private final double[] weight;
  private final double middleUm;
  private final double halfUm;
  private final double[] slopes;
  private final double[] p;
  private final double[] tried;
  private final double[] step;
  private NormalEquations equations;
  private NormalEquations others;
  private int size;
  private double chiSquare;
  private double scale;

  DipFit(List<BandWindow> windows, int most) {
    this.windows = windows;
    parameters = DipModel.parameters(windows.size());
    x = new double[most];
    t = new double[most];
    y = new double[most];
    weight = new double[most];
    double low = windows.stream().mapToDouble(BandWindow::lowUm).min().orElseThrow();
    double high = windows.stream().mapToDouble(BandWindow::highUm).max().orElseThrow();
    middleUm = (low + high) / 2;
    halfUm = (high - low) / 2;
    slopes = new double[parameters];
    equations = new NormalEquations(parameters);
    others = new NormalEquations(parameters);
    p = new double[parameters];
    tried = new double[parameters];
    step = new double[parameters];
  }

  void clear() {
    size = 0;
  }

  /// Leaves out what is no number, or has no sigma above zero.
  void add(double um, double value, double sigma) {
    if (Double.isFinite(value) && sigma > 0 && sigma < Double.POSITIVE_INFINITY) {
      x[size] = um;
      t[size] = (um - middleUm) / halfUm;
      y[size] = value;
      weight[size++] = 1 / (sigma * sigma);
    }
  }

  /// @param absolute whether the sigmas are known; else the residual tells their common size
  /// @return a state of [BandFits], of all bands together
  byte run(boolean absolute) {
    if (size <= parameters || !start()) {
      return BandFits.NO_DATA;
    }
    boolean atRest = descend();
    chiSquare = evaluate(p);
    if (!atRest || !equations.invert()) {
      return BandFits.RESTLESS;
    }
    scale = absolute ? 1 : reducedChiSquare();
    return BandFits.FITTED;
  }

  /// The continuum by the ends of the window, each depth by what is missing at its centre.
  private boolean start() {
    int end = Math.max(2, size / 6);
    double left = 0;
    double right = 0;
    double leftT = 0;
    double rightT = 0;
    for (int k = 0; k < end; k++) {
      left += y[k] / end;
      leftT += t[k] / end;
      right += y[size - 1 - k] / end;
      rightT += t[size - 1 - k] / end;
    }
    p[1] = (right - left) / (rightT - leftT);
    p[0] = left - p[1] * leftT;
    for (int band = 0; band < windows.size(); band++) {
      BandWindow window = windows.get(band);
      int deepest = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 1; k + 1 < size; k++) {
        boolean near = Math.abs(x[k] - window.centreUm()) <= 2 * window.sigmaUm();
        double line = p[0] + p[1] * t[k];
        double dip = 1 - (y[k - 1] + y[k] + y[k + 1]) / (3 * line);
        if (near && x[k] > window.lowUm() && x[k] < window.highUm() && dip > most) {
          most = dip;
          deepest = k;
        }
      }
      p[DipModel.depth(band)] = deepest < 0 ? 0.01 : Math.clamp(most, 0.005, 0.95);
      boolean alone = windows.size() == 1 && deepest >= 0;
      p[DipModel.centre(band)] = alone ? x[deepest] : window.centreUm();
      p[DipModel.width(band)] = window.sigmaUm();
    }
    return p[0] > 0 && Double.isFinite(p[1]);
  }

  private boolean descend() {
    double damping = 1e-3;
    chiSquare = evaluate(p);
    for (int round = 0; round < MOST_STEPS; round++) {
      if (!equations.solve(damping, step)) {
        damping *= 10;
        if (damping > MOST_DAMPING) {
          return false;
        }
        continue;
      }
      for (int i = 0; i < parameters; i++) {
        tried[i] = p[i] + step[i];
      }
      bound(tried);
      boolean rest = small() < REST;
      swap();
      double value = evaluate(tried);
      if (value <= chiSquare) {
        System.arraycopy(tried, 0, p, 0, parameters);
        damping = Math.max(damping / 10, 1e-9);
        chiSquare = value;
      } else {
        swap();
        damping *= 10;
      }
      if (rest || damping > MOST_DAMPING) {
        return rest;
      }
    }
    return false;
  }

  /// The equations at p are kept for where the step is not taken.
  private void swap() {
    NormalEquations at = equations;
    equations = others;
    others = at;
  }

  /// The largest move from p to tried, in units of the sigma that the diagonal alone gives.
  private double small() {
    double unit = Math.sqrt(chiSquare / (size - parameters));
    double most = 0;
    for (int i = 0; i < parameters; i++) {
      double sigma = unit / Math.sqrt(equations.diagonal(i));
      // Where there is no noise: a ten thousand millionth of the parameter itself.
      double floor = 1e-6 * Math.abs(i == 1 ? p[0] : p[i]);
      most = Math.max(most, Math.abs(tried[i] - p[i]) / Math.max(sigma, floor));
    }
    return most;
  }

  private void bound(double[] q) {
    for (int band = 0; band < windows.size(); band++) {
      BandWindow window = windows.get(band);
      int centre = DipModel.centre(band);
      int width = DipModel.width(band);
      q[centre] = Math.clamp(q[centre], window.lowUm(), window.highUm());
      q[width] = Math.clamp(q[width], leastSigmaUm(), mostSigmaUm(window));
    }
  }

  private double leastSigmaUm() {
    return halfUm * 2 / (4 * size);
  }

  private static double mostSigmaUm(BandWindow window) {
    return window.highUm() - window.lowUm();
  }

  /// Chi square at q; the equations stand there afterwards.
  private double evaluate(double[] q) {
    equations.clear();
    double sum = 0;
    for (int k = 0; k < size; k++) {
      double off = y[k] - DipModel.at(x[k], t[k], q, windows.size(), slopes);
      equations.add(slopes, off, weight[k]);
      sum += weight[k] * off * off;
    }
    return sum;
  }

  byte state(int band) {
    BandWindow window = windows.get(band);
    double centre = centreUm(band);
    double width = sigmaUm(band);
    if (centre <= window.lowUm()
        || centre >= window.highUm()
        || width <= leastSigmaUm()
        || width >= mostSigmaUm(window)) {
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

  double covariance(int i, int j) {
    return scale * equations.inverse(i, j);
  }

  double reducedChiSquare() {
    return chiSquare / (size - parameters);
  }
}
