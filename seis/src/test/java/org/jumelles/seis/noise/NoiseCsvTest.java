package org.jumelles.seis.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.trace.Trace;
import org.junit.jupiter.api.Test;

class NoiseCsvTest {
  private static final Moment START = Utc.parse("2019-05-22T00:00:00");
  private static final double RATE_HZ = 4;

  private static NoiseStatistics statistics(NoiseStatistics.Reading reading) {
    return new NoiseStatistics(
        LevelCounts.Settings.USUAL,
        RATE_HZ,
        reading,
        3,
        moment -> (int) (START.nanosUntil(moment) / 3_600_000_000_000L % 3));
  }

  private static Trace noise(long seed, int seconds) {
    Random random = new Random(seed);
    double[] samples = new double[(int) (seconds * RATE_HZ)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = random.nextGaussian() * (1 + i / 1000);
    }
    return new Trace(SourceId.ofNslc("XB.ELYSE.03.BHZ"), START, RATE_HZ, samples);
  }

  private static LevelCounts counted(long seed, int seconds) {
    NoiseStatistics noise = statistics(new NoiseStatistics.Reading.AsTheyAre());
    noise.add(noise(seed, seconds));
    return noise.counts();
  }

  private static void assertSame(LevelCounts one, LevelCounts other) {
    assertThat(one.addsUpWith(other)).isTrue();
    for (int group = 0; group < one.groups(); group++) {
      assertThat(one.segments(group)).isEqualTo(other.segments(group));
      for (int band = 0; band < one.centresHz().length; band++) {
        assertThat(one.run(group, band)).isEqualTo(other.run(group, band));
      }
    }
    assertThat(one.silent()).isEqualTo(other.silent());
  }

  private static List<String> lines(Map<String, LevelCounts> channels) {
    return NoiseCsv.write(channels).lines().toList();
  }

  @Property(tries = 20)
  void whatIsReadIsWhatWasWritten(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 12_000) int seconds) {
    LevelCounts one = counted(seed, seconds);
    Map<String, LevelCounts> read = NoiseCsv.read("noise.csv", lines(Map.of("A", one)));
    if (one.allSegments() == 0) {
      assertThat(read).isEmpty();
    } else {
      assertSame(read.getOrDefault("A", counted(0, 0)), one);
    }
  }

  /// Two sols counted apart are the two counted at once.
  @Property(tries = 10)
  void countsAdd(@ForAll long seed, @ForAll @IntRange(min = 0, max = 9000) int seconds) {
    NoiseStatistics both = statistics(new NoiseStatistics.Reading.AsTheyAre());
    both.add(noise(seed, 6000));
    both.add(noise(seed + 1, seconds));
    LevelCounts apart = counted(seed, 6000).plus(counted(seed + 1, seconds));
    assertSame(apart, both.counts());
    assertThat(apart.pooled().allSegments()).isEqualTo(apart.allSegments());
    assertThat(apart.pooled().segments(0)).isEqualTo(apart.allSegments());
  }

  @Test
  void aDeadChannelStaysSilentAfterReading() {
    NoiseStatistics noise = statistics(new NoiseStatistics.Reading.AsTheyAre());
    noise.add(new Trace(SourceId.ofNslc("XB.ELYSE.03.BHZ"), START, RATE_HZ, new double[4800]));
    LevelCounts dead = noise.counts();
    assertThat(dead.silent()).isEqualTo(3L * dead.centresHz().length);
    LevelCounts read =
        NoiseCsv.read("noise.csv", lines(Map.of("A", dead))).values().iterator().next();
    assertSame(read, dead);
  }

  /// A velocity of cos(2 pi f t) is an acceleration 2 pi f as large, of 20 log10(2 pi f) dB more.
  @Test
  void velocityIsTurnedIntoAcceleration() {
    NoiseStatistics velocity = statistics(new NoiseStatistics.Reading.Velocity());
    NoiseStatistics plain = statistics(new NoiseStatistics.Reading.AsTheyAre());
    double frequencyHz = 0.32;
    double[] samples = new double[4800];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Math.cos(2 * Math.PI * frequencyHz * i / RATE_HZ);
    }
    Trace wave = new Trace(SourceId.ofNslc("XB.ELYSE.03.BHZ"), START, RATE_HZ, samples);
    velocity.add(wave);
    plain.add(wave);
    double[] centres = plain.counts().centresHz();
    for (int band = 0; band < centres.length; band++) {
      if (Math.abs(Math.log(centres[band] / frequencyHz)) < 0.2) {
        double more =
            velocity.counts().percentile(0, 50)[band] - plain.counts().percentile(0, 50)[band];
        assertThat(more)
            .isCloseTo(20 * Math.log10(2 * Math.PI * frequencyHz), within(2 * LevelCounts.STEP_DB));
      }
    }
  }

  @Test
  void anyLineThatIsCutOrChangedIsRefusedByItsNumber() {
    List<String> good = lines(Map.of("A", counted(1, 3000)));
    for (int line = 0; line < good.size(); line += 7) {
      for (String bad :
          List.of("", good.get(line).replace(',', ';').replace('=', ':'), "x,".repeat(9))) {
        List<String> changed = new ArrayList<>(good);
        changed.set(line, bad);
        assertThatThrownBy(() -> NoiseCsv.read("noise.csv", changed))
            .isInstanceOf(MalformedDataException.class)
            .hasMessageContaining("line ");
      }
    }
    String row = good.get(2);
    for (String bad :
        List.of(
            row.replaceFirst(",0,", ",99,"),
            row.replaceFirst("A,4.0", "A,4e300"),
            row.replaceFirst("A,4.0", "A,5.0"),
            row.replaceFirst("A,4.0", "A,NaN"),
            row.substring(0, row.lastIndexOf(',') + 1) + "-1",
            row.substring(0, row.lastIndexOf(',') + 1) + "1 ".repeat(2000))) {
      List<String> changed = new ArrayList<>(good.subList(0, 2));
      changed.add(good.get(3));
      changed.add(bad);
      assertThatThrownBy(() -> NoiseCsv.read("noise.csv", changed))
          .as(bad)
          .isInstanceOf(MalformedDataException.class);
    }
    assertThatThrownBy(() -> NoiseCsv.read("noise.csv", List.of()))
        .isInstanceOf(MalformedDataException.class);
    for (String settings :
        List.of("groups=2000000000", "window_s=1e-300", "bands_per_octave=1000000", "step_db=1")) {
      String name = settings.substring(0, settings.indexOf('='));
      List<String> changed = new ArrayList<>(good);
      changed.set(0, good.getFirst().replaceFirst(name + "=\\S+", settings));
      assertThatThrownBy(() -> NoiseCsv.read("noise.csv", changed))
          .as(settings)
          .isInstanceOf(MalformedDataException.class);
    }
  }
}
