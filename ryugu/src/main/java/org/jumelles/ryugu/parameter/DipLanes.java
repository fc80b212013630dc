package org.jumelles.ryugu.parameter;

import java.util.Arrays;

/// Many fits as [DipFit] makes one, bit for bit, side by side in lanes. Each lane has its own
/// [DipDescent]; at rest it is taken out and the next spectrum put in, so that no fit waits for
/// another. A lane that is to be solved anew where it stands is solved by itself. A workspace: not
/// for two threads.
final class DipLanes {
  static final int LANES = 128;

  private final DipDesign design;
  private final int n;
  private final int channels;
  private final double[][] y;
  private final double[][] perSigma;
  private final double[][] p;
  private final double[][] tried;
  private final double[][] step;
  private final double[][] free;
  private final LaneEquations equations;
  private final LaneEquations kept;
  private final double[] damping = new double[LANES];
  private final double[] bent = new double[LANES];
  private final double[] foretold = new double[LANES];
  private final DipDescent[] descents = new DipDescent[LANES];
  private final boolean[] fresh = new boolean[LANES];
  private final boolean[] ended = new boolean[LANES];
  private final int[] freedom = new int[LANES];
  private final double[] leastChiSquare = new double[LANES];
  private final int[] pixel = new int[LANES];
  private final NormalEquations alone;
  private final double[] stepAlone;
  private final boolean[] held;
  private int active;

  DipLanes(DipDesign design) {
    this.design = design;
    n = design.parameters();
    channels = design.channels();
    y = new double[channels][LANES];
    perSigma = new double[channels][LANES];
    p = new double[n][LANES];
    tried = new double[n][LANES];
    step = new double[n][LANES];
    free = new double[n][LANES];
    equations = new LaneEquations(design, LANES);
    kept = new LaneEquations(design, LANES);
    Arrays.setAll(descents, _ -> new DipDescent());
    alone = new NormalEquations(n);
    stepAlone = new double[n];
    held = new boolean[n];
  }

  boolean isFull() {
    return active == LANES;
  }

  boolean isEmpty() {
    return active == 0;
  }

  /// @param fit begun
  void put(DipFit fit, int number) {
    int l = active++;
    for (int k = 0; k < channels; k++) {
      y[k][l] = fit.values()[k];
      perSigma[k][l] = fit.perSigma()[k];
    }
    for (int i = 0; i < n; i++) {
      tried[i][l] = fit.parameters()[i];
    }
    freedom[l] = fit.freedom();
    leastChiSquare[l] = fit.leastChiSquare();
    pixel[l] = number;
    fresh[l] = true;
    ended[l] = false;
  }

  /// One step of all lanes: all are evaluated where they are tried, and solved for the next place.
  void step() {
    equations.copyTo(kept, active);
    equations.evaluate(y, perSigma, tried, active);
    judge();
    equations.solve(damping, bent, free, step, active);
    equations.fall(bent, step, foretold, active);
    move();
  }

  private void judge() {
    for (int l = 0; l < active; l++) {
      judge(l);
      ended[l] = !descents[l].goesOn();
      damping[l] = descents[l].damping();
      bent[l] = descents[l].bent();
    }
  }

  private void move() {
    for (int l = 0; l < active; l++) {
      if (!ended[l]) {
        move(l);
      }
    }
  }

  private void judge(int l) {
    double value = equations.chiSquare(l);
    if (fresh[l]) {
      descents[l].begin(value, leastChiSquare[l], freedom[l]);
      fresh[l] = false;
      settle(l);
    } else if (descents[l].takes(value, foretold[l])) {
      settle(l);
    } else {
      kept.copyLane(l, equations, l);
    }
  }

  private void settle(int l) {
    for (int i = 0; i < n; i++) {
      double at = tried[i][l];
      double descent = equations.descent(i, l);
      p[i][l] = at;
      boolean held =
          (at <= design.low()[i] && descent < 0) || (at >= design.high()[i] && descent > 0);
      free[i][l] = held ? 0 : 1;
    }
  }

  private void move(int l) {
    boolean isSolved = equations.isSolved(l);
    while (!leads(l, isSolved)) {
      if (!descents[l].goesOn()) {
        ended[l] = true;
        return;
      }
      isSolved = solveAlone(l);
    }
  }

  /// Whether the step leads to a place that is to be tried.
  private boolean leads(int l, boolean isSolved) {
    if (!isSolved) {
      descents[l].noneDeepest();
      return false;
    }
    if (holdsBack(l) || descents[l].tells(foretold[l])) {
      return false;
    }
    if (cut(l)) {
      foretold[l] = equations.fall(descents[l].bent(), step, l);
    }
    return true;
  }

  private boolean solveAlone(int l) {
    equations.giveTo(alone, l);
    for (int i = 0; i < n; i++) {
      held[i] = free[i][l] == 0;
    }
    double bends = descents[l].bent();
    if (!alone.solve(descents[l].damping(), bends, held, stepAlone)) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      step[i][l] = stepAlone[i];
    }
    foretold[l] = alone.fall(bends, stepAlone);
    return true;
  }

  private boolean holdsBack(int l) {
    boolean back = false;
    for (int i = 0; i < n; i++) {
      double s = step[i][l];
      if ((s < 0 && p[i][l] <= design.low()[i]) || (s > 0 && p[i][l] >= design.high()[i])) {
        free[i][l] = 0;
        back = true;
      }
    }
    return back;
  }

  private boolean cut(int l) {
    double part = 1;
    int first = -1;
    for (int i = 0; i < n; i++) {
      double s = step[i][l];
      double way = (s < 0 ? design.low()[i] : design.high()[i]) - p[i][l];
      if (Math.abs(s) * part > Math.abs(way)) {
        part = way / s;
        first = i;
      }
    }
    for (int i = 0; i < n; i++) {
      step[i][l] *= part;
      double to = p[i][l] + step[i][l];
      tried[i][l] = Math.min(Math.max(to, design.low()[i]), design.high()[i]);
    }
    if (first >= 0) {
      tried[first][l] = step[first][l] < 0 ? design.low()[first] : design.high()[first];
    }
    return first >= 0;
  }

  /// A lane that has ended; -1 where there is none.
  int ended() {
    for (int l = 0; l < active; l++) {
      if (ended[l]) {
        return l;
      }
    }
    return -1;
  }

  int pixel(int lane) {
    return pixel[lane];
  }

  /// Takes a lane out, the last one into its place.
  ///
  /// @param fit gets its parameters and equations
  byte take(int lane, DipFit fit, boolean absolute) {
    for (int i = 0; i < n; i++) {
      fit.parameters()[i] = p[i][lane];
      fit.held()[i] = free[i][lane] == 0;
    }
    equations.giveTo(fit.equations(), lane);
    byte end = fit.end(descents[lane], absolute);
    int last = --active;
    if (lane != last) {
      bring(last, lane);
    }
    return end;
  }

  private void bring(int from, int to) {
    for (double[][] rows : new double[][][] {y, perSigma, p, tried, step, free}) {
      for (double[] row : rows) {
        row[to] = row[from];
      }
    }
    equations.copyLane(from, equations, to);
    DipDescent left = descents[to];
    descents[to] = descents[from];
    descents[from] = left;
    foretold[to] = foretold[from];
    ended[to] = ended[from];
    fresh[to] = fresh[from];
    freedom[to] = freedom[from];
    leastChiSquare[to] = leastChiSquare[from];
    pixel[to] = pixel[from];
  }
}
