package org.jumelles.seis.glitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Subtracts glitches sensor by sensor [Scholz2020] 6: the model slid about the joint onset, then
/// the spike slid about it, and only where the variance falls enough.
final class GlitchRemover {
  private static final double LEAST_FALL = 0.8;
  private static final double SLIDE_S = 2;
  private static final int SPIKE_SLIDE_SAMPLES = 7;

  /// A second wave and its place must earn so many times the residual's variance.
  private static final double LEAST_SPIKE_F = 12;

  private GlitchRemover() {}

  /// One sensor's best fit: its onset and that of its spike, in eighths of a sample.
  private record Slid(long glitch, long spike, StepFit fit) {}

  /// @param counts of the recording, changed
  /// @param rest the counts without all that was found, so that a neighbour does not disturb
  static List<Deglitched.Removal> remove(
      Recording recording, List<GlitchDetector.Found> found, double[][] rest, double[][] counts) {
    List<Deglitched.Removal> removals = new ArrayList<>();
    for (GlitchDetector.Found one : found) {
      double[][] alone = alone(recording, one.fit(), rest);
      int from = windowStart(recording, one.fit());
      List<Deglitched.Part> parts = new ArrayList<>();
      for (int c = 0; c < 3; c++) {
        parts.add(part(recording, one, c, alone[c], from, counts[c]));
      }
      removals.add(new Deglitched.Removal(one.glitch(), parts));
    }
    return removals;
  }

  /// Counts about one glitch with it and without its neighbours.
  private static double[][] alone(Recording recording, JointFit fit, double[][] rest) {
    int from = windowStart(recording, fit);
    int margin = margin(recording);
    int to =
        Math.min(rest[0].length, from + 2 * margin + StepFit.count(recording.samplingRateHz()));
    double[][] window = new double[3][];
    for (int c = 0; c < 3; c++) {
      window[c] = Arrays.copyOfRange(rest[c], from, to);
    }
    new JointFit(fit.onset() - from, fit.parts(), fit.whiteVariance()).add(recording, window, 1);
    return window;
  }

  private static int windowStart(Recording recording, JointFit fit) {
    int before = StepFit.before(recording.samplingRateHz()) + margin(recording);
    return Math.max(0, (int) Math.floor(fit.onset()) - before);
  }

  private static int margin(Recording recording) {
    return (int) Math.ceil(SLIDE_S * recording.samplingRateHz()) + 2;
  }

  private static Deglitched.Part part(
      Recording recording,
      GlitchDetector.Found found,
      int c,
      double[] window,
      int from,
      double[] counts) {
    GlitchModel model = recording.sensors().get(c).model();
    double onset = found.fit().onset() - from;
    Slid slid = withSpike(model, window, slid(model, window, onset));
    double fall = slid.fit.varianceReduction();
    boolean removed = fall >= LEAST_FALL;
    if (removed) {
      subtract(model, counts, from, slid);
    }
    double shiftS =
        ((double) slid.glitch / GlitchModel.PHASES - onset) / recording.samplingRateHz();
    return new Deglitched.Part(
        recording.sensors().get(c).id(),
        removed,
        fall,
        slid.fit.glitch(),
        shiftS,
        slid.fit.spike());
  }

  private static Slid slid(GlitchModel model, double[] window, double onset) {
    int phases = GlitchModel.PHASES;
    long middle = Math.round(onset * phases);
    long reach = Math.round(SLIDE_S * model.samplingRateHz() * phases);
    Slid best = fit(model, window, middle, middle, false);
    for (long x = middle - reach; x <= middle + reach; x += phases / 2) {
      best = better(best, fit(model, window, x, x, false));
    }
    long coarse = best.glitch;
    long first = Math.max(middle - reach, coarse - phases / 2 + 1);
    long last = Math.min(middle + reach, coarse + phases / 2 - 1);
    for (long x = first; x <= last; x++) {
      best = better(best, fit(model, window, x, x, false));
    }
    return best;
  }

  private static Slid withSpike(GlitchModel model, double[] window, Slid alone) {
    long reach = SPIKE_SLIDE_SAMPLES * GlitchModel.PHASES;
    Slid best = alone;
    for (long x = alone.glitch - reach; x <= alone.glitch + reach; x += 2) {
      best = better(best, fit(model, window, alone.glitch, x, true));
    }
    double freedom = StepFit.count(model.samplingRateHz()) - 6;
    double earned = alone.fit.residual() - best.fit.residual();
    return earned > LEAST_SPIKE_F * best.fit.residual() / freedom ? best : alone;
  }

  private static Slid better(Slid one, Slid other) {
    return other.fit.residual() < one.fit.residual() ? other : one;
  }

  /// Windows that would leave the counts fit nothing.
  private static Slid fit(
      GlitchModel model, double[] window, long glitch, long spike, boolean withSpike) {
    int phases = GlitchModel.PHASES;
    int before = StepFit.before(model.samplingRateHz());
    int n = StepFit.count(model.samplingRateHz());
    int whole = (int) Math.floorDiv(glitch, (long) phases);
    int from = whole - before;
    if (from < 0 || from + n > window.length) {
      double none = Double.POSITIVE_INFINITY;
      return new Slid(glitch, spike, new StepFit(0, 0, none, none, none, none));
    }
    int at = model.before() - before;
    int later = (int) Math.floorDiv(spike, (long) phases) - whole;
    double[] spikes =
        withSpike
            ? model.spikeOfPhase((int) Math.floorMod(spike, (long) phases))
            : StepFit.NO_SPIKE;
    double[] glitches = model.glitchOfPhase((int) Math.floorMod(glitch, (long) phases));
    return new Slid(glitch, spike, StepFit.of(window, from, n, glitches, at, spikes, at - later));
  }

  private static void subtract(GlitchModel model, double[] counts, int from, Slid slid) {
    int phases = GlitchModel.PHASES;
    int start = from - model.before();
    JointFit.add(
        counts,
        start + (int) Math.floorDiv(slid.glitch, (long) phases),
        model.glitchOfPhase((int) Math.floorMod(slid.glitch, (long) phases)),
        -slid.fit.glitch());
    JointFit.add(
        counts,
        start + (int) Math.floorDiv(slid.spike, (long) phases),
        model.spikeOfPhase((int) Math.floorMod(slid.spike, (long) phases)),
        -slid.fit.spike());
  }
}
