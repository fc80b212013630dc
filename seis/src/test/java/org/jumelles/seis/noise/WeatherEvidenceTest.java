package org.jumelles.seis.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.trace.Trace;
import org.junit.jupiter.api.Test;

class WeatherEvidenceTest {
  private static final Moment START = Utc.parse("2019-05-22T12:00:00");

  @Test
  void aGustThatShakesTheGroundExplainsIt() {
    double[] wind = wind(1);
    double[] ground = shaken(wind, 1);
    WeatherEvidence evidence =
        WeatherEvidence.of(
            trace("BHU", 10, ground, START),
            trace("BWS", 1, wind, START),
            WeatherEvidence.Kind.WIND,
            20);
    assertThat(evidence.isGust()).isTrue();
    assertThat(evidence.explained()).isGreaterThan(0.8);
    assertThat(evidence.sentence()).startsWith("XB.ELYSE.03.BWS explains");
  }

  @Test
  void aPressureDropThatShakesTheGroundExplainsIt() {
    Random random = new Random(3);
    double[] wind = wind(1);
    double[] pressure = new double[6000];
    for (int i = 0; i < pressure.length; i++) {
      pressure[i] = 700 + wind[i / 10] * wind[i / 10] * random.nextGaussian() * 0.01;
    }
    WeatherEvidence evidence =
        WeatherEvidence.of(
            trace("BHU", 10, shaken(wind, 1), START),
            trace("BDO", 10, pressure, START),
            WeatherEvidence.Kind.PRESSURE,
            20);
    assertThat(evidence.isGust()).isTrue();
  }

  @Test
  void anEventInCalmOrUnrelatedWindIsNoGust() {
    double[] ground = shaken(wind(1), 1);
    for (long seed = 2; seed < 40; seed++) {
      double[] unrelated = new Random(seed).doubles(600, 2, 4).toArray();
      assertThat(
              WeatherEvidence.of(
                      trace("BHU", 10, ground, START),
                      trace("BWS", 1, unrelated, START),
                      WeatherEvidence.Kind.WIND,
                      20)
                  .isGust())
          .isFalse();
    }
  }

  /// The ground moves least when the wind blows most: no gust, however strong the correlation.
  @Test
  void theWrongSignExplainsNothing() {
    double[] wind = wind(1);
    double[] calm = java.util.Arrays.stream(wind).map(w -> 20 - w).toArray();
    assertThat(
            WeatherEvidence.of(
                    trace("BHU", 10, shaken(wind, 1), START),
                    trace("BWS", 1, calm, START),
                    WeatherEvidence.Kind.WIND,
                    20)
                .explained())
        .isZero();
  }

  @Test
  void tooLittleInCommonExplainsNothing() {
    Trace ground = trace("BHU", 10, shaken(wind(1), 1), START);
    Trace later = trace("BWS", 1, wind(1), START.plusNanos(500_000_000_000L));
    Trace never = trace("BWS", 1, wind(1), START.plusNanos(9_000_000_000_000L));
    assertThat(WeatherEvidence.of(ground, later, WeatherEvidence.Kind.WIND, 20).isGust()).isFalse();
    assertThat(WeatherEvidence.of(ground, never, WeatherEvidence.Kind.WIND, 20).bins()).isZero();
  }

  private static double[] wind(long seed) {
    Random random = new Random(seed);
    double[] wind = new double[600];
    for (int i = 0; i < wind.length; i++) {
      wind[i] = 4 + 8 * Math.exp(-Math.pow((i - 300) / 60.0, 2)) + 0.3 * random.nextGaussian();
    }
    return wind;
  }

  private static double[] shaken(double[] wind, long seed) {
    Random random = new Random(seed);
    double[] ground = new double[10 * wind.length];
    for (int i = 0; i < ground.length; i++) {
      ground[i] = wind[i / 10] * wind[i / 10] * random.nextGaussian();
    }
    return ground;
  }

  private static Trace trace(String channel, double rateHz, double[] samples, Moment start) {
    return new Trace(SourceId.ofNslc("XB.ELYSE.03." + channel), start, rateHz, samples);
  }
}
