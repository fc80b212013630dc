package org.jumelles.seis.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.trace.Trace;
import org.junit.jupiter.api.Test;

class NoiseStatisticsTest {
  private static final Moment START = Utc.parse("2019-05-22T00:00:00");
  private static final double RATE_HZ = 10;

  /// White noise of variance 1 at 10 Hz has 2/10 of its unit squared per hertz, -7 dB, everywhere.
  @Test
  void whiteNoiseIsFlatAtItsKnownLevel() {
    NoiseStatistics noise = statistics(1);
    noise.add(trace(START, gaussian(200_000, 1)));
    double[] median = noise.counts().percentile(0, 50);
    for (double level : median) {
      // The spread of a mean over few bins and eleven windows: half a decibel.
      assertThat(level).isCloseTo(10 * Math.log10(0.2), within(0.6));
    }
    assertThat(noise.counts().percentile(0, 5)[0]).isLessThan(median[0]);
    assertThat(noise.counts().percentile(0, 95)[0]).isGreaterThan(median[0]);
  }

  @Test
  void tenTimesTheAmplitudeIsTwentyDecibelsMore() {
    NoiseStatistics quiet = statistics(1);
    NoiseStatistics loud = statistics(1);
    double[] samples = gaussian(50_000, 1);
    quiet.add(trace(START, samples));
    loud.add(trace(START, java.util.Arrays.stream(samples).map(s -> 10 * s).toArray()));
    for (int band = 0; band < quiet.counts().centresHz().length; band++) {
      assertThat(loud.counts().percentile(0, 50)[band] - quiet.counts().percentile(0, 50)[band])
          .isCloseTo(20, within(LevelCounts.STEP_DB));
    }
  }

  @Test
  void groupsAreKeptApart() {
    NoiseStatistics noise = statistics(2);
    noise.add(trace(START, gaussian(30_000, 1)));
    noise.add(trace(START.plusNanos(86_400_000_000_000L), gaussian(30_000, 100)));
    assertThat(noise.counts().segments(0)).isEqualTo(9);
    assertThat(noise.counts().segments(1)).isEqualTo(9);
    assertThat(noise.counts().percentile(1, 50)[3] - noise.counts().percentile(0, 50)[3])
        .isCloseTo(40, within(1.5));
  }

  @Test
  void sharesOfABandAddUpToOne() {
    NoiseStatistics noise = statistics(1);
    noise.add(trace(START, gaussian(50_000, 1)));
    double sum = 0;
    for (double share : noise.counts().shares(0, 4, -100, 400)) {
      sum += share;
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @Test
  void aDeadChannelIsCountedAsSilent() {
    NoiseStatistics noise = statistics(1);
    noise.add(trace(START, new double[10_000]));
    double[] broken = gaussian(6000, 1);
    broken[100] = Double.NaN;
    noise.add(trace(START, broken));
    assertThat(noise.counts().segments(0)).isEqualTo(3);
    assertThat(noise.counts().silent()).isEqualTo(3L * noise.counts().centresHz().length);
    assertThat(noise.counts().percentile(0, 50)).containsOnly(Double.NaN);
  }

  @Test
  void whatIsTooShortAddsNothingAndAnotherRateIsRefused() {
    NoiseStatistics noise = statistics(1);
    noise.add(trace(START, new double[5999]));
    assertThat(noise.counts().segments(0)).isZero();
    Trace other = new Trace(SourceId.ofNslc("XB.ELYSE.03.BHU"), START, 20, new double[6000]);
    assertThatThrownBy(() -> noise.add(other)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new NoiseStatistics(
                    new LevelCounts.Settings(10, 10, 8),
                    0.5,
                    new NoiseStatistics.Reading.AsTheyAre(),
                    1,
                    _ -> 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static NoiseStatistics statistics(int groups) {
    return new NoiseStatistics(
        LevelCounts.Settings.USUAL,
        RATE_HZ,
        new NoiseStatistics.Reading.AsTheyAre(),
        groups,
        moment -> moment.isBefore(START.plusNanos(86_400_000_000_000L)) ? 0 : 1);
  }

  private static Trace trace(Moment start, double[] samples) {
    return new Trace(SourceId.ofNslc("XB.ELYSE.03.BHU"), start, RATE_HZ, samples);
  }

  private static double[] gaussian(int count, double sigma) {
    Random random = new Random(42);
    return random.doubles(count).map(_ -> sigma * random.nextGaussian()).toArray();
  }
}
