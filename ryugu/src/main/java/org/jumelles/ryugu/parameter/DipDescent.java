package org.jumelles.ryugu.parameter;

/// How one fit goes down: its damping, whether it sees the model's bends, what chi square is, and
/// whether it is at rest. The same for [DipFit] and each lane of [DipLanes].
final class DipDescent {
  private static final int MOST_STEPS = 100;

  /// Rest: the next step would lower chi square by less than this part of its mean a degree of
  /// freedom. It is then some ten thousandth of a sigma long.
  private static final double REST = 1e-8;

  /// Above it, a short step is no sign of rest.
  private static final double FREE_DAMPING = 1e-2;

  private static final double FIRST_DAMPING = 0.03;
  private static final double LEAST_DAMPING = 1e-9;
  private static final double MOST_DAMPING = 1e12;

  /// The most of it that goes after a good step. In a bent valley what goes must come back, an
  /// evaluation each time: so it goes slowly and comes back fast.
  private static final double LEAST_LEFT = 1.0 / 3;

  private static final double FIRST_GROWTH = 4;

  /// Steps that see the model as straight.
  private static final int STRAIGHT_STEPS = 2;

  private double damping;
  private double growth;
  private boolean bent;
  private int steps;
  private double chiSquare;
  private double leastChiSquare;
  private int freedom;
  private boolean atRest;

  /// @param leastChiSquare below it chi square tells nothing
  void begin(double chiSquare, double leastChiSquare, int freedom) {
    this.chiSquare = chiSquare;
    this.leastChiSquare = leastChiSquare;
    this.freedom = freedom;
    damping = FIRST_DAMPING;
    growth = FIRST_GROWTH;
    bent = false;
    steps = 0;
    atRest = false;
  }

  double damping() {
    return damping;
  }

  /// What bends count for: 1 or 0.
  double bent() {
    return bent ? 1 : 0;
  }

  double chiSquare() {
    return chiSquare;
  }

  int steps() {
    return steps;
  }

  boolean isAtRest() {
    return atRest;
  }

  double reducedChiSquare() {
    return chiSquare / freedom;
  }

  /// Whether there is another step to be made.
  boolean goesOn() {
    return !atRest && steps++ < MOST_STEPS && damping < MOST_DAMPING;
  }

  /// There is no one deepest point.
  void noneDeepest() {
    damping = bent ? damping : damping * 10;
    bent = false;
  }

  /// @param foretold by how much chi square would fall along the step, uncut
  /// @return whether so little that the step is not made: this is rest, or is asked again undamped
  boolean tells(double foretold) {
    if (!(foretold <= REST * Math.max(chiSquare, leastChiSquare) / freedom)) {
      return false;
    }
    atRest = damping <= FREE_DAMPING;
    damping = Math.min(damping, FREE_DAMPING);
    return true;
  }

  /// @return whether the step is taken
  boolean takes(double value, double foretold) {
    double gain = foretold > 0 ? (chiSquare - value) / foretold : 0;
    if (gain > 0) {
      double odd = 2 * gain - 1;
      damping = Math.max(damping * Math.max(LEAST_LEFT, 1 - odd * odd * odd), LEAST_DAMPING);
      growth = FIRST_GROWTH;
      bent = steps >= STRAIGHT_STEPS;
      chiSquare = value;
      return true;
    }
    damping *= growth;
    growth *= 2;
    bent |= steps >= STRAIGHT_STEPS;
    return false;
  }
}
