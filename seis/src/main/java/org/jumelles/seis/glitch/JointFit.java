package org.jumelles.seis.glitch;

import java.util.Optional;

/// Least squares of one glitch on all three components with one onset.
///
/// @param onset in samples of the recording
/// @param parts one a component
@SuppressWarnings("ArrayRecordComponent") // made here, never changed, never a key
record JointFit(double onset, StepFit[] parts, double[] whiteVariance) {

  /// The onset is where the residuals, each over its component's noise, are least: first every half
  /// sample, then every eighth, then by the parabola through three of them.
  ///
  /// Next to an end of what can be fitted there is no parabola, and the best eighth stays.
  ///
  /// @param whiteVariance of each component's counts, as large as makes the scatter of amplitudes
  /// @return empty where no window about such an onset lies within the counts
  static Optional<JointFit> within(
      Recording recording, double[][] counts, double[] whiteVariance, double at, double reachS) {
    int phases = GlitchModel.PHASES;
    long middle = Math.round(at * phases);
    long reach = Math.max(1, Math.round(reachS * recording.samplingRateHz() * phases));
    long best = middle;
    double least = Double.POSITIVE_INFINITY;
    for (long x = middle - reach; x <= middle + reach; x += phases / 2) {
      double cost = cost(recording, counts, whiteVariance, x);
      if (cost < least) {
        least = cost;
        best = x;
      }
    }
    long coarse = best;
    for (long x = coarse - phases / 2; x <= coarse + phases / 2; x++) {
      double cost = cost(recording, counts, whiteVariance, x);
      if (cost < least) {
        least = cost;
        best = x;
      }
    }
    if (least == Double.POSITIVE_INFINITY) {
      return Optional.empty();
    }
    double left = cost(recording, counts, whiteVariance, best - 1);
    double right = cost(recording, counts, whiteVariance, best + 1);
    double bend = left - 2 * least + right;
    boolean between = bend > 0 && bend < Double.POSITIVE_INFINITY;
    double fine = between ? Math.clamp(0.5 * (left - right) / bend, -0.5, 0.5) : 0;
    return Optional.of(at(recording, counts, whiteVariance, (best + fine) / phases));
  }

  /// With the onset given.
  static JointFit at(Recording recording, double[][] counts, double[] whiteVariance, double onset) {
    double rateHz = recording.samplingRateHz();
    int whole = (int) Math.floor(onset);
    int from = whole - StepFit.before(rateHz);
    StepFit[] parts = new StepFit[3];
    for (int c = 0; c < 3; c++) {
      GlitchModel model = recording.sensors().get(c).model();
      int at = model.before() - StepFit.before(rateHz);
      double[] glitch = model.glitch(onset - whole);
      double[] spike = model.spike(onset - whole);
      int n = StepFit.count(rateHz);
      parts[c] = StepFit.of(counts[c], from, n, glitch, at, spike, at);
    }
    return new JointFit(onset, parts, whiteVariance);
  }

  /// Adds `times` the fitted waveforms to the counts.
  void add(Recording recording, double[][] counts, double times) {
    int whole = (int) Math.floor(onset);
    for (int c = 0; c < 3; c++) {
      GlitchModel model = recording.sensors().get(c).model();
      int from = whole - model.before();
      add(counts[c], from, model.glitch(onset - whole), times * parts[c].glitch());
      add(counts[c], from, model.spike(onset - whole), times * parts[c].spike());
    }
  }

  static void add(double[] counts, int from, double[] wave, double times) {
    int last = Math.min(wave.length, counts.length - from);
    for (int j = Math.max(0, -from); j < last; j++) {
      counts[from + j] += times * wave[j];
    }
  }

  double varianceReduction() {
    double residual = 0;
    double total = 0;
    for (int c = 0; c < 3; c++) {
      // One gain for all: the counts of 1 m/s^2.
      double weight = parts[c].glitchVariance();
      residual += parts[c].residual() * weight;
      total += parts[c].total() * weight;
    }
    return total > 0 ? 1 - residual / total : 0;
  }

  private static double cost(
      Recording recording, double[][] counts, double[] whiteVariance, long x) {
    double rateHz = recording.samplingRateHz();
    int phase = (int) Math.floorMod(x, (long) GlitchModel.PHASES);
    int from = (int) Math.floorDiv(x, (long) GlitchModel.PHASES) - StepFit.before(rateHz);
    int n = StepFit.count(rateHz);
    if (from < 0 || from + n > counts[0].length) {
      return Double.POSITIVE_INFINITY;
    }
    double cost = 0;
    for (int c = 0; c < 3; c++) {
      GlitchModel model = recording.sensors().get(c).model();
      int at = model.before() - StepFit.before(rateHz);
      double[] spike = model.spikeOfPhase(phase);
      cost +=
          StepFit.of(counts[c], from, n, model.glitchOfPhase(phase), at, spike, at).residual()
              / whiteVariance[c];
    }
    return cost;
  }
}
