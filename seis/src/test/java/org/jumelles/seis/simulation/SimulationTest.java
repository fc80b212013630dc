package org.jumelles.seis.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.seis.body.Body;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.detection.Detection;
import org.jumelles.seis.detection.EnvelopeDetector;
import org.jumelles.seis.detection.Stretch;
import org.jumelles.seis.event.EventType;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final Moment START = Utc.parse("2019-06-01T00:00:00");

  /// Two hours from 18 h local time on, when the wind has died.
  private static Simulation.Settings evening(long seed) {
    return new Simulation.Settings(seed, START, 100.75, 7200, 2, 3, 4);
  }

  @Test
  void theSameSeedGivesTheSameCountsWhateverRunsBeside() {
    List<int[]> alone = counts(Simulation.of(evening(1)));
    List<CompletableFuture<List<int[]>>> beside =
        IntStream.range(0, 4)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> counts(Simulation.of(evening(1)))))
            .toList();
    for (CompletableFuture<List<int[]>> other : beside) {
      List<int[]> found = other.join();
      for (int c = 0; c < 3; c++) {
        assertThat(found.get(c)).isEqualTo(alone.get(c));
      }
    }
    assertThat(counts(Simulation.of(evening(2))).getFirst()).isNotEqualTo(alone.getFirst());
  }

  private static List<int[]> counts(Simulation simulation) {
    return simulation.channels().stream().map(Simulation.Channel::counts).toList();
  }

  @Test
  void quakesOfAQuietEveningAreFound() {
    Simulation simulation = Simulation.of(evening(3));
    Simulation.Channel u = simulation.channels().getFirst();
    double[] samples = Arrays.stream(u.counts()).asDoubleStream().toArray();
    Detection found =
        EnvelopeDetector.detect(
            "FDSN:XX_SIMLY_02_B_H_U",
            List.of(new Stretch(u.start(), 20, samples)),
            Body.byDefault().thresholds());
    Scorecard card = Scorecard.of(simulation.truth().quakes(), found.candidates());
    assertThat(card.missed()).isEmpty();
    assertThat(card.extra()).isEmpty();
    assertThat(card.matches()).hasSize(2);
  }

  @Test
  void aGlitchIsTheStepResponseInClosedForm() {
    // The same step integrated to velocity and sent through the transform.
    double rate = 20;
    double[] velocity = new double[4000];
    for (int i = 0; i < velocity.length; i++) {
      // A step of 1 m/s2 at 100 s, taken back slowly so that the transform sees an end.
      double t = i / rate - 100;
      velocity[i] = t < 0 ? 0 : t;
    }
    double[] counts = Instrument.counts(velocity, rate, 1);
    for (double after : new double[] {2, 5, 10}) {
      assertThat(counts[(int) ((100 + after) * rate)])
          .isCloseTo(Instrument.stepCounts(after, 1), within(0.08));
    }
  }

  @Test
  void waveSizesFollowTheMagnitude() {
    for (double magnitude : new double[] {3, 4}) {
      Truth.Quake quake = quake(EventType.BROADBAND, magnitude);
      Wavefield waves = Wavefield.of(quake, 20, Draw.of(5, 3, 0));
      int shear = (int) (20 * quake.p().nanosUntil(quake.s()) / 1e9);
      double p = SizeScale.bodyWave(Arrays.copyOf(waves.z(), shear), 20);
      // Edges of the cut and the P coda below S change the reading by some per cent.
      assertThat(Math.log10(p) + 0.73 * Math.log10(30) + 11.8).isCloseTo(magnitude, within(0.05));
    }
  }

  @Test
  void travelTimesAreThoseOfMars() {
    TravelTimes times = TravelTimes.ofDefault();
    double p = times.seconds(false, false, 30, 30);
    double s = times.seconds(true, false, 30, 30);
    // S0173a: S - P of 174.7 s at about 30 degrees in the service's catalogue.
    assertThat(s - p).isCloseTo(175, within(12.0));
    assertThat(times.seconds(true, true, 20, 0) - times.seconds(false, true, 20, 0))
        .isCloseTo(Math.toRadians(20) * 3389.5 * (Math.sqrt(3) - 1) / 4, within(1e-6));
  }

  @Test
  void truthIsWrittenAsCsv() {
    Truth truth = Plan.of(evening(1));
    assertThat(truth.quakesCsv().lines()).hasSize(3).first().asString().startsWith("name,type");
    assertThat(truth.glitchesCsv().lines()).hasSize(7);
  }

  private static Truth.Quake quake(EventType type, double magnitude) {
    return new Truth.Quake(
        "X0001a",
        type,
        START,
        START.plusNanos(230_000_000_000L),
        START.plusNanos(400_000_000_000L),
        START.plusNanos(1_000_000_000_000L),
        30,
        90,
        30,
        magnitude);
  }
}
