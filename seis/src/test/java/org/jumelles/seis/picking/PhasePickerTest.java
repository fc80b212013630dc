package org.jumelles.seis.picking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.trace.Trace;
import org.junit.jupiter.api.Test;

/// Onsets that are known, in noise that is not.
class PhasePickerTest {
  private static final Moment START = Utc.parse("2019-05-23T02:00:00");
  private static final double RATE_HZ = 10;
  private static final int SECONDS = 1500;

  /// Gaussian noise of strength one, and two packets that decay.
  private static Trace trace(
      char direction, long seed, double p, double s, double first, double second) {
    Random random = new Random(seed);
    double[] samples = new double[(int) (SECONDS * RATE_HZ)];
    for (int i = 0; i < samples.length; i++) {
      double t = i / RATE_HZ;
      double strength = 1;
      strength += t < p ? 0 : first * Math.exp(-(t - p) / 80);
      strength += t < s ? 0 : second * Math.exp(-(t - s) / 120);
      samples[i] = strength * random.nextGaussian();
    }
    return new Trace(SourceId.of("XX", "TEST", "02", "BH" + direction), START, RATE_HZ, samples);
  }

  private static Picks picks(double p, double s, double first, double second, long seed) {
    return PhasePicker.pick(
        List.of(trace('Z', seed, p, s, first, second / 3)),
        List.of(
            List.of(trace('N', seed + 1, p, s, first / 3, second)),
            List.of(trace('E', seed + 2, p, s, first / 3, second))),
        new Span(at(p + 5), at(s + 300)),
        EventType.LOW_FREQUENCY);
  }

  private static Moment at(double seconds) {
    return START.plusNanos(Math.round(seconds * 1e9));
  }

  private static double seconds(PhasePick pick) {
    return START.nanosUntil(pick.time()) * 1e-9;
  }

  @Property(tries = 12)
  void bothPhasesAreFoundWithinTheirSigmas(
      @ForAll @IntRange(min = 400, max = 600) int p,
      @ForAll @IntRange(min = 60, max = 400) int apart,
      @ForAll @IntRange(max = 1000) int seed) {
    Picks found = picks(p, p + apart, 8, 12, seed);
    PhasePick first = found.first().orElseThrow();
    PhasePick second = found.second().orElseThrow();
    assertThat(found.areClear()).as(found.toString()).isTrue();
    assertThat(Math.abs(seconds(first) - p)).isLessThan(4 * first.sigmaSeconds());
    assertThat(Math.abs(seconds(second) - p - apart)).isLessThan(4 * second.sigmaSeconds());
  }

  @Test
  void oneOnsetIsNotTwo() {
    Picks found = picks(500, 800, 10, 0, 3);
    assertThat(seconds(found.first().orElseThrow())).isBetween(495.0, 506.0);
    assertThat(found.areClear()).isFalse();
  }

  @Test
  void noiseHasNoClearPhase() {
    int clear = 0;
    for (int seed = 0; seed < 40; seed++) {
      Picks found = picks(500, 900, 0, 0, 100 + seed);
      clear += found.first().filter(PhasePick::isClear).isPresent() ? 1 : 0;
      clear += found.second().filter(PhasePick::isClear).isPresent() ? 1 : 0;
    }
    assertThat(clear).isZero();
  }

  /// A gap in the coda neither is an onset nor hides one.
  @Test
  void aGapIsNoOnset() {
    Trace whole = trace('Z', 5, 500, 750, 8, 12);
    List<Trace> parts = new ArrayList<>();
    parts.add(whole.slice(new Span(at(0), at(600))));
    parts.add(whole.slice(new Span(at(640), at(1500))));
    Picks found =
        PhasePicker.pick(parts, List.of(), new Span(at(505), at(1100)), EventType.LOW_FREQUENCY);
    assertThat(seconds(found.first().orElseThrow())).isBetween(494.0, 506.0);
    assertThat(seconds(found.second().orElseThrow())).isBetween(740.0, 760.0);
  }

  @Test
  void tooShortIsNoPick() {
    Trace brief = trace('Z', 5, 500, 750, 8, 12).slice(new Span(at(490), at(495)));
    Picks found =
        PhasePicker.pick(
            List.of(brief), List.of(), new Span(at(490), at(495)), EventType.LOW_FREQUENCY);
    assertThat(found.second()).isEmpty();
    assertThat(found.areClear()).isFalse();
    assertThat(found.notes()).isNotEmpty();
  }
}
