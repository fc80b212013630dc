package org.jumelles.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.stationxml.Inventory;
import org.jumelles.seis.body.Body;
import org.jumelles.seis.calibration.Calibration;
import org.jumelles.seis.calibration.GroundMotion;
import org.jumelles.seis.calibration.Removal;
import org.jumelles.seis.calibration.Rotation;
import org.jumelles.seis.detection.EnvelopeDetector;
import org.jumelles.seis.detection.Stretch;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.glitch.Deglitched;
import org.jumelles.seis.glitch.Glitch;
import org.jumelles.seis.glitch.GlitchParameters;
import org.jumelles.seis.glitch.Glitches;
import org.jumelles.seis.glitch.Instruments;
import org.jumelles.seis.glitch.Ticks;
import org.jumelles.seis.location.Distance;
import org.jumelles.seis.location.Locator;
import org.jumelles.seis.location.Pick;
import org.jumelles.seis.simulation.SimulatedStation;
import org.jumelles.seis.simulation.Simulation;
import org.jumelles.seis.solution.Ground;
import org.jumelles.seis.solution.Solution;
import org.jumelles.seis.solution.Solver;
import org.jumelles.seis.trace.Trace;
import org.jumelles.seis.velocity.TravelTimes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The analyst's steps on simulated counts of three sensors at 20 Hz: glitches and ticks of three
/// hours, a sol from counts to solved events on one thread, one distance from warm tables;
/// milliseconds.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class SeisBenchmark {
  private static final int THREE_HOURS_S = 10_800;
  private static final int SOL_S = 88_775;

  private final Inventory inventory = SimulatedStation.inventory(Fixture.START);
  private final Instruments.Triple three = triple(THREE_HOURS_S);
  private final Instruments.Triple sol = triple(SOL_S);
  private final Locator locator = locator();
  private final Solver solver =
      new Solver(Optional.of(locator), Body.byDefault(), Body.byDefault().radiusKm(), 4.5, 135.6);

  @Benchmark
  public List<Glitch> findGlitches() {
    return Glitches.find(three.traces(), three.sensors(), GlitchParameters.DEFAULT)
        .found()
        .orElseThrow();
  }

  @Benchmark
  public Deglitched removeGlitches() {
    return Glitches.remove(three.traces(), three.sensors(), GlitchParameters.DEFAULT)
        .found()
        .orElseThrow();
  }

  @Benchmark
  public List<Ticks.Deticked> removeTicks() {
    return three.traces().stream().map(one -> Ticks.remove(one).found().orElseThrow()).toList();
  }

  @Benchmark
  public Distance locate() {
    return locator
        .locate(new Pick(Fixture.START, 2), new Pick(Fixture.START.plusNanos(175_000_000_000L), 5))
        .found()
        .orElseThrow();
  }

  @Benchmark
  public List<Solution> solToEvents() {
    List<Trace> clean =
        Glitches.remove(sol.traces(), sol.sensors(), GlitchParameters.DEFAULT)
            .found()
            .orElseThrow()
            .traces();
    Calibration calibration =
        new Calibration(
            inventory,
            Removal.to(GroundMotion.VELOCITY).within(new Removal.Corners(0.005, 0.01, 8, 9.5)));
    List<Trace> ground = new ArrayList<>();
    clean.forEach(trace -> ground.addAll(calibration.apply(trace)));
    Rotation.Rotated turned = calibration.toZne(ground).getFirst();
    Ground motion =
        new Ground(
            List.of(turned.first()), List.of(turned.second()), List.of(turned.third()), true);
    Trace up = turned.first();
    List<Candidate> candidates =
        EnvelopeDetector.detect(
                up.id().text(),
                List.of(new Stretch(up.start(), up.samplingRateHz(), up.samples())),
                Body.byDefault().thresholds())
            .candidates();
    if (candidates.isEmpty()) {
      throw new AssertionError("the simulated sol holds six quakes");
    }
    return candidates.stream().map(one -> solver.solve(one, motion)).toList();
  }

  private static Locator locator() {
    Body body = Body.byDefault();
    TravelTimes times = TravelTimes.of(body.models().getFirst().profile()).found().orElseThrow();
    return Locator.of(List.of(new Locator.Weighted(times, 1)), body.location());
  }

  private Instruments.Triple triple(int seconds) {
    Simulation made =
        Simulation.of(new Simulation.Settings(1976, Fixture.START, 120.75, seconds, 6, 3, 4));
    List<Trace> traces = new ArrayList<>();
    for (Simulation.Channel channel : made.channels()) {
      traces.add(
          new Trace(
              SourceId.of(
                  Simulation.NETWORK, Simulation.STATION, Simulation.LOCATION, channel.code()),
              channel.start(),
              Simulation.SAMPLING_RATE_HZ,
              Arrays.stream(channel.counts()).asDoubleStream().toArray()));
    }
    return new Instruments(inventory).triples(traces).getFirst().found().orElseThrow();
  }
}
