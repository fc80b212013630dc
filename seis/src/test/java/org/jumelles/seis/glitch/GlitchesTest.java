package org.jumelles.seis.glitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.signal.Window;
import org.jumelles.seis.trace.Trace;
import org.junit.jupiter.api.Test;

/// Glitches of known onset and size, and what must not be taken for one.
class GlitchesTest {
  private static final int HALF_HOUR = 18_000;

  private static List<Glitch> found(Bench bench) {
    return Glitches.find(bench.traces(), bench.sensors, GlitchParameters.DEFAULT)
        .found()
        .orElseThrow();
  }

  private static Deglitched removed(Bench bench) {
    return Glitches.remove(bench.traces(), bench.sensors, GlitchParameters.DEFAULT)
        .found()
        .orElseThrow();
  }

  @Test
  void tellsOnsetAndAmplitudes() {
    double onset = 7000.37;
    Bench bench = new Bench(1, HALF_HOUR, 20).with(onset, 0.02, 3e-8, -1e-8, 6e-8);
    List<Glitch> found = found(bench);
    assertThat(found).hasSize(1);
    Glitch glitch = found.getFirst();
    double seconds = Bench.START.nanosUntil(glitch.onset()) * 1e-9;
    assertThat(seconds).isCloseTo(onset / Bench.RATE_HZ, within(0.02));
    double[] truth = {3e-8, -1e-8, 6e-8};
    for (int c = 0; c < 3; c++) {
      Glitch.Component one = glitch.components().get(c);
      double error = one.amplitudeMPerS2() - truth[c];
      assertThat(Math.abs(error)).isLessThan(5 * one.sigmaMPerS2()).isLessThan(2e-9);
      assertThat(one.spikeM() - 0.02 * truth[c]).isCloseTo(0, within(6 * one.spikeSigmaM()));
    }
    assertThat(glitch.polarisation()).isGreaterThan(0.98);
    assertThat(glitch.varianceReduction()).isBetween(0.95, 1.0);
  }

  /// Where the window about an onset just fits, and where it no longer does.
  @Test
  void searchesToTheVeryEnds() {
    int count = 1500;
    double first = StepFit.BEFORE_S * Bench.RATE_HZ;
    double last = count - StepFit.AFTER_S * Bench.RATE_HZ;
    for (double end : new double[] {first, last}) {
      int hits = 0;
      for (double onset = end - 4; onset < end + 4; onset += 0.09) {
        Bench bench = new Bench(6, count, 10).with(onset, 0, 3e-7, -1e-7, 6e-7);
        for (Glitch glitch : found(bench)) {
          double seconds = Bench.START.nanosUntil(glitch.onset()) * 1e-9;
          assertThat(seconds).isCloseTo(onset / Bench.RATE_HZ, within(2.0));
          hits++;
        }
      }
      assertThat(hits).isPositive();
    }
  }

  @Test
  void noiseHasNone() {
    for (int seed = 0; seed < 5; seed++) {
      assertThat(found(new Bench(seed, HALF_HOUR, 100))).isEmpty();
    }
  }

  @Test
  void tellsTwoThatOverlap() {
    Bench bench =
        new Bench(2, HALF_HOUR, 10)
            .with(7000, 0, 5e-8, 1e-8, 2e-8)
            .with(7121.5, 0, 1e-8, 4e-8, -1e-8);
    List<Glitch> found = found(bench);
    assertThat(found).hasSize(2);
    assertThat(found.get(0).components().get(0).amplitudeMPerS2()).isCloseTo(5e-8, within(1e-9));
    assertThat(found.get(1).components().get(1).amplitudeMPerS2()).isCloseTo(4e-8, within(1e-9));
  }

  /// A quake of half a minute's rise and a glitch in it: what is left is the quake.
  @Test
  void keepsTheQuake() {
    Bench quiet = quake(new Bench(3, HALF_HOUR, 10));
    Bench both = quake(new Bench(3, HALF_HOUR, 10)).with(7311.3, 0.01, 4e-8, -3e-8, 6e-8);
    Deglitched clean = removed(both);
    assertThat(clean.removedParts()).isEqualTo(3);
    assertThat(removed(quiet).glitches()).isEmpty();
    for (int c = 0; c < 3; c++) {
      double[] left = clean.traces().get(c).samples();
      double off = 0;
      double signal = 0;
      for (int i = 7000; i < 8000; i++) {
        off += Math.pow(left[i] - quiet.counts[c][i], 2);
        signal += Math.pow(quiet.counts[c][i] - 40_000 * (c + 1), 2);
      }
      assertThat(Math.sqrt(off / signal)).isLessThan(0.1);
      for (int i = 0; i < 6900; i++) {
        assertThat(left[i]).isEqualTo(both.counts[c][i]);
      }
    }
  }

  private static Bench quake(Bench bench) {
    int n = 6000;
    double[] taper = Window.hann(n);
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < n; i++) {
        double t = i / Bench.RATE_HZ;
        double wave = Math.sin(2 * Math.PI * 0.4 * t + c) + Math.sin(2 * Math.PI * 0.73 * t);
        bench.counts[c][5000 + i] += 150 * taper[i] * wave;
      }
    }
    return bench;
  }

  @Test
  void refusesWhatCannotBeSearched() {
    Bench bench = new Bench(4, HALF_HOUR, 10).with(7000, 0, 5e-8, 1e-8, 2e-8);
    assertRefused(bench.traces().subList(0, 2), bench, "three are wanted");
    Bench broken = new Bench(4, HALF_HOUR, 10);
    broken.counts[1][77] = Double.NaN;
    assertRefused(broken.traces(), broken, "sample 77");
    Bench constant = new Bench(4, HALF_HOUR, 10);
    java.util.Arrays.fill(constant.counts[2], 7);
    assertRefused(constant.traces(), constant, "do not move");
    Bench brief = new Bench(4, 1000, 10);
    assertRefused(brief.traces(), brief, "120.0 s");
    List<Trace> apart = new ArrayList<>(bench.traces());
    apart.set(1, later(apart.get(1), 3_600_000_000_000L));
    assertRefused(apart, bench, "120.0 s");
    List<Trace> others = new ArrayList<>(bench.traces());
    others.set(0, new Trace(others.get(0).id(), Bench.START, 20, others.get(0).samples()));
    assertRefused(others, bench, "at 10.0 Hz");
  }

  @Test
  void doubtsWhatDoesNotQuiteFit() {
    Bench bench = new Bench(5, HALF_HOUR, 10).with(7000, 0, 5e-8, 1e-8, 2e-8);
    List<Trace> shifted = new ArrayList<>(bench.traces());
    shifted.set(2, later(shifted.get(2), 30_000_000L));
    Outcome<List<Glitch>> outcome = Glitches.find(shifted, bench.sensors, GlitchParameters.DEFAULT);
    assertThat(outcome).isInstanceOf(Outcome.Doubtful.class);
    assertThat(outcome.found().orElseThrow()).hasSize(1);
    List<Trace> longer = new ArrayList<>(bench.traces());
    longer.set(2, later(longer.get(2), 60_000_000_000L));
    assertThat(Glitches.find(longer, bench.sensors, GlitchParameters.DEFAULT))
        .isInstanceOf(Outcome.Doubtful.class);
  }

  private static Trace later(Trace trace, long nanos) {
    return new Trace(
        trace.id(), trace.start().plusNanos(nanos), trace.samplingRateHz(), trace.samples());
  }

  private static void assertRefused(List<Trace> traces, Bench bench, String why) {
    Outcome<Deglitched> outcome = Glitches.remove(traces, bench.sensors, GlitchParameters.DEFAULT);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.defects().getFirst().found()).contains(why);
  }
}
