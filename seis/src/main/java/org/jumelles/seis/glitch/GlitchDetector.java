package org.jumelles.seis.glitch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jumelles.seis.calibration.Rotation;

/// Finds glitches jointly on three components: at each sample the least-squares amplitude of a step
/// on each, over its background; the greatest first, fitted and taken off before the next is
/// looked for. Not for several threads.
final class GlitchDetector {
  private static final double SLIDE_S = 2;
  private static final int ROUNDS = 4;

  private final Recording recording;
  private final GlitchParameters parameters;
  private final double[][] rest;
  private final double[][] amplitudes = new double[3][];
  private final SlidingStep[] steps = new SlidingStep[3];
  private final Background[] backgrounds = new Background[3];
  private final double[] score;
  private final boolean[] closed;
  private final PriorityQueue<Peak> peaks =
      new PriorityQueue<>(Comparator.comparingDouble(Peak::score).reversed());

  private record Peak(int sample, double score) {}

  GlitchDetector(Recording recording, GlitchParameters parameters) {
    this.recording = recording;
    this.parameters = parameters;
    int n = recording.counts()[0].length;
    this.rest = new double[3][];
    this.score = new double[n];
    this.closed = new boolean[n];
    for (int c = 0; c < 3; c++) {
      rest[c] = recording.counts()[c].clone();
      steps[c] = new SlidingStep(recording.sensors().get(c).model());
      amplitudes[c] = steps[c].all(rest[c]);
    }
    measureBackground();
  }

  /// A fit, told and measured while the glitch was still in the counts.
  record Found(JointFit fit, Glitch glitch) {}

  /// By onset. Twice, as what the first search takes off has raised the background.
  List<Found> search() {
    List<JointFit> found = new ArrayList<>();
    takeAll(found);
    measureBackground();
    takeAll(found);
    found.sort(Comparator.comparingDouble(JointFit::onset));
    return settled(found);
  }

  private void measureBackground() {
    for (int c = 0; c < 3; c++) {
      backgrounds[c] = Background.of(amplitudes[c], recording.samplingRateHz());
    }
    Arrays.fill(closed, false);
    score(0, score.length);
  }

  private void takeAll(List<JointFit> found) {
    for (Peak peak = peaks.poll(); peak != null; peak = peaks.poll()) {
      int at = peak.sample;
      if (closed[at] || score[at] != peak.score || !isLarge(at)) {
        continue;
      }
      JointFit.within(recording, rest, whiteVariance(at), at, SLIDE_S)
          .filter(fit -> isGlitch(fit) && isApart(fit, found))
          .ifPresent(
              fit -> {
                found.add(fit);
                take(fit);
              });
      close(at);
    }
  }

  /// The counts without what [#search] found.
  double[][] rest() {
    return rest;
  }

  private Glitch described(JointFit fit) {
    List<Glitch.Component> components = new ArrayList<>();
    double n = StepFit.count(recording.samplingRateHz()) - 5;
    for (int c = 0; c < 3; c++) {
      StepFit part = fit.parts()[c];
      double white = Math.max(fit.whiteVariance()[c], part.residual() / n);
      components.add(
          new Glitch.Component(
              recording.sensors().get(c).id(),
              part.glitch(),
              Math.sqrt(part.glitchVariance() * white),
              part.spike(),
              Math.sqrt(part.spikeVariance() * part.residual() / n),
              part.varianceReduction()));
    }
    return new Glitch(
        recording.at(fit.onset()), components, polarisation(fit), fit.varianceReduction());
  }

  /// Each again and again with all others taken off, which settles those that overlap.
  private List<Found> settled(List<JointFit> found) {
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < found.size(); i++) {
        JointFit again = withoutOthers(found.get(i));
        found.set(i, again);
        again.add(recording, rest, -1);
      }
    }
    List<Found> kept = new ArrayList<>();
    for (JointFit fit : found) {
      JointFit last = withoutOthers(fit);
      if (isGlitch(last)) {
        kept.add(new Found(last, described(last)));
        last.add(recording, rest, -1);
      }
    }
    return kept;
  }

  /// Leaves the glitch itself in the rest.
  private JointFit withoutOthers(JointFit fit) {
    fit.add(recording, rest, 1);
    double[] white = whiteVariance((int) fit.onset());
    return JointFit.within(recording, rest, white, fit.onset(), 0.5).orElse(fit);
  }

  /// A slid onset raises an amplitude by a tenth or so.
  private boolean isLarge(int at) {
    double greatest = 0;
    for (int c = 0; c < 3; c++) {
      greatest = Math.max(greatest, Math.abs(amplitudes[c][at]));
    }
    return greatest >= 0.7 * parameters.leastAmplitudeMPerS2();
  }

  private boolean isGlitch(JointFit fit) {
    double snr = 0;
    double greatest = 0;
    for (int c = 0; c < 3; c++) {
      double amplitude = fit.parts()[c].glitch();
      greatest = Math.max(greatest, Math.abs(amplitude));
      double sigma = Math.sqrt(fit.parts()[c].glitchVariance() * fit.whiteVariance()[c]);
      snr += amplitude * amplitude / (sigma * sigma);
    }
    return greatest >= parameters.leastAmplitudeMPerS2()
        && Math.sqrt(snr) >= parameters.leastSnr()
        && fit.varianceReduction() >= parameters.leastVarianceReduction()
        && polarisation(fit) >= parameters.leastPolarisation();
  }

  private boolean isApart(JointFit fit, List<JointFit> found) {
    double least = parameters.leastSpacingS() * recording.samplingRateHz();
    return found.stream().noneMatch(other -> Math.abs(other.onset() - fit.onset()) < least);
  }

  private double polarisation(JointFit fit) {
    double rateHz = recording.samplingRateHz();
    int from = (int) fit.onset();
    int to = from + (int) (StepFit.AFTER_S * rateHz);
    double[][] moved = new double[3][];
    for (int c = 0; c < 3; c++) {
      double gain = Math.sqrt(fit.parts()[c].glitchVariance());
      moved[c] = Arrays.copyOfRange(rest[c], from, to);
      for (int i = 0; i < moved[c].length; i++) {
        moved[c][i] *= gain;
      }
    }
    List<Sensor> sensors = recording.sensors();
    Rotation rotation =
        Rotation.of(
            sensors.get(0).orientation(),
            sensors.get(1).orientation(),
            sensors.get(2).orientation());
    double[][] zne = rotation.toZne(moved[0], moved[1], moved[2]);
    return Polarisation.of(zne[0], zne[1], zne[2]);
  }

  /// White noise that would scatter the amplitudes as the background does.
  private double[] whiteVariance(int at) {
    double[] variance = new double[3];
    for (int c = 0; c < 3; c++) {
      double sigma = backgrounds[c].sigma(at);
      variance[c] = sigma * sigma / steps[c].variance();
    }
    return variance;
  }

  private void take(JointFit fit) {
    fit.add(recording, rest, -1);
    int at = (int) fit.onset();
    double rateHz = recording.samplingRateHz();
    int from = Math.max(0, at - (int) (40 * rateHz));
    int to = Math.min(score.length, at + (int) (60 * rateHz));
    for (int c = 0; c < 3; c++) {
      steps[c].some(rest[c], from, to, amplitudes[c]);
    }
    score(from, to);
  }

  private void close(int at) {
    int spacing = (int) (parameters.leastSpacingS() * recording.samplingRateHz() / 2);
    Arrays.fill(closed, Math.max(0, at - spacing), Math.min(closed.length, at + spacing + 1), true);
  }

  /// The score from here to there, and its peaks.
  private void score(int from, int to) {
    for (int i = from; i < to; i++) {
      double sum = 0;
      for (int c = 0; c < 3; c++) {
        double ratio = amplitudes[c][i] / backgrounds[c].sigma(i);
        sum += ratio * ratio;
      }
      score[i] = sum;
    }
    double least = parameters.leastSnr() * parameters.leastSnr() / 2;
    for (int i = Math.max(1, from); i < Math.min(score.length - 1, to); i++) {
      if (score[i] >= least && score[i] >= score[i - 1] && score[i] > score[i + 1] && !closed[i]) {
        peaks.add(new Peak(i, score[i]));
      }
    }
  }
}
