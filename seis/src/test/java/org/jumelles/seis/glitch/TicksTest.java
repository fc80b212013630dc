package org.jumelles.seis.glitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.simulation.Simulation;
import org.jumelles.seis.trace.Trace;
import org.junit.jupiter.api.Test;

/// Cross-talk of known shape, and what must not be taken for it.
class TicksTest {
  private static final Moment START = Utc.parse("2019-05-22T20:00:00.250");
  private static final SourceId ID = SourceId.of("XX", "SIMLY", "02", "BHU");
  private static final double EVENING = 120.8;
  private static final int RATE = 20;

  private static Trace simulated(long seed, double tickCounts) {
    Simulation made =
        Simulation.of(new Simulation.Settings(seed, START, EVENING, 7200, 1, 3, tickCounts));
    int[] counts = made.channels().getFirst().counts();
    return new Trace(ID, START, RATE, Arrays.stream(counts).asDoubleStream().toArray());
  }

  private static Ticks.Deticked deticked(Trace trace) {
    return Ticks.remove(trace).found().orElseThrow();
  }

  private static double[] truth(double height) {
    double[] tick = new double[RATE];
    double mean = 0;
    for (int k = 0; k < RATE; k++) {
      tick[k] = height * Math.exp(-k / 2.0);
      mean += tick[k] / RATE;
    }
    for (int k = 0; k < RATE; k++) {
      tick[k] -= mean;
    }
    return tick;
  }

  @Test
  void simulatedTicksComeOffWithinTheirSigmas() {
    Trace with = simulated(3, 4);
    Trace without = simulated(3, 0);
    Ticks.Deticked clean = deticked(with);
    assertThat(clean.ticks()).hasSize(2).allMatch(Tick::subtracted);
    double[] truth = truth(4);
    double squares = 0;
    for (Tick tick : clean.ticks()) {
      assertThat(tick.firstPhaseS()).isCloseTo(0.25, within(1e-9));
      for (int k = 0; k < RATE; k++) {
        double deviation = (tick.profile()[k] - truth[k]) / tick.sigma()[k];
        squares += deviation * deviation / (2 * RATE);
      }
      double rms = Math.sqrt(Arrays.stream(truth).map(v -> v * v).sum() / RATE);
      assertThat(tick.rmsCounts()).isCloseTo(rms, within(5 * tick.rmsSigmaCounts()));
      assertThat(tick.varianceFall()).isPositive();
    }
    // Chi squared over 38 degrees of freedom, correlated: the sigmas are neither idle nor proud.
    assertThat(squares).isBetween(0.2, 3.0);
    double left = 0;
    double before = 0;
    for (int i = 0; i < with.count(); i++) {
      double mean = 4.0 / RATE / (1 - Math.exp(-0.5));
      double rest = clean.trace().samples()[i] - without.samples()[i] - mean;
      double tick = with.samples()[i] - without.samples()[i] - mean;
      left += rest * rest;
      before += tick * tick;
    }
    assertThat(left).isLessThan(0.35 * before);
  }

  @Test
  void nothingIsSubtractedWhereThereIsNoTick() {
    for (int seed = 0; seed < 6; seed++) {
      Trace trace = simulated(seed, 0);
      Ticks.Deticked clean = deticked(trace);
      assertThat(clean.ticks()).hasSize(2).noneMatch(Tick::subtracted);
      assertThat(clean.trace()).isSameAs(trace);
    }
  }

  @Test
  void wavesOfOneHertzStay() {
    SplittableRandom random = new SplittableRandom(7);
    double[] samples = new double[3600 * RATE];
    for (int i = 0; i < samples.length; i++) {
      double second = i / (double) RATE;
      boolean quake = second > 1000 && second < 1300;
      double wave = quake ? 60 * Math.sin(2 * Math.PI * second) : 0;
      samples[i] = 5 * random.nextGaussian() + wave + (i % RATE == 3 ? 20 : 0);
    }
    Ticks.Deticked clean = deticked(new Trace(ID, START, RATE, samples));
    Tick tick = clean.ticks().getFirst();
    assertThat(tick.subtracted()).isTrue();
    assertThat(tick.quietSeconds()).isBetween(3000, 3300);
    assertThat(tick.profile()[3]).isCloseTo(19, within(5 * tick.sigma()[3]));
    double taken = 0;
    for (int i = 1000 * RATE; i < 1300 * RATE; i++) {
      double wave = Math.sin(2 * Math.PI * i / RATE);
      taken += (samples[i] - clean.trace().samples()[i]) * wave / (150 * RATE);
    }
    // The tick's own share at 1 Hz is 2 / 20 of its height; of the wave's 60 less than 1 % is lost.
    assertThat(Math.abs(taken)).isLessThan(20 * 2.0 / RATE + 0.6);
  }

  @Test
  void whatCannotBeKnownIsToldOrRefused() {
    double[] noise = new SplittableRandom(1).doubles(4000).toArray();
    assertThat(Ticks.remove(new Trace(ID, START, 6.625, noise)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(Ticks.remove(new Trace(ID, START, 2, noise))).isInstanceOf(Outcome.Refused.class);
    Outcome<Ticks.Deticked> brief = Ticks.remove(new Trace(ID, START, RATE, noise));
    assertThat(brief).isInstanceOf(Outcome.Doubtful.class);
    assertThat(brief.found().orElseThrow().ticks()).isEmpty();
    assertThat(brief.defects().getFirst().sentence()).contains("quiet seconds");
    for (int count : new int[] {0, 1, 19, 20, 21, 41}) {
      Trace few = new Trace(ID, START, RATE, Arrays.copyOf(noise, count));
      assertThat(Ticks.remove(few)).isInstanceOf(Outcome.Doubtful.class);
    }
    assertThat(Ticks.remove(new Trace(ID, START, RATE, new double[20_000])))
        .isInstanceOf(Outcome.Doubtful.class);
    noise[17] = Double.NaN;
    assertThat(Ticks.remove(new Trace(ID, START, RATE, noise))).isInstanceOf(Outcome.Refused.class);
  }

  /// Three hours of a real instrument: each hour's profile is made without the others.
  @Test
  void realTicksAreTheSameEachHourAndGlitchesStay() throws IOException {
    Instruments.Triple mars = MarsRaw.triple();
    List<Trace> clean = new ArrayList<>();
    List<List<Tick>> ticks = new ArrayList<>();
    for (Trace trace : mars.traces()) {
      Ticks.Deticked one = deticked(trace);
      clean.add(one.trace());
      ticks.add(one.ticks());
    }
    List<Tick> v = ticks.get(1);
    assertThat(v).hasSize(3).allMatch(Tick::subtracted);
    for (Tick tick : v) {
      assertThat(tick.varianceFall()).isBetween(0.05, 0.22);
      for (int k = 0; k < 10; k++) {
        double sigma = Math.hypot(tick.sigma()[k], v.getFirst().sigma()[k]);
        assertThat(tick.profile()[k]).isCloseTo(v.getFirst().profile()[k], within(5 * sigma));
      }
    }
    assertThat(ticks.get(2)).hasSize(3).allMatch(Tick::subtracted);
    List<Glitch> found =
        Glitches.find(clean, mars.sensors(), GlitchParameters.DEFAULT).found().orElseThrow();
    assertThat(found).hasSize(16);
  }
}
