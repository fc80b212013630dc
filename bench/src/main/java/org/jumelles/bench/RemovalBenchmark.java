package org.jumelles.bench;

import java.util.concurrent.TimeUnit;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.seis.calibration.ChannelResponse;
import org.jumelles.seis.calibration.GroundMotion;
import org.jumelles.seis.calibration.Removal;
import org.jumelles.seis.simulation.SimulatedStation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One channel of one sol, counts to velocity: the response from its stages, factorised anew and
/// kept from before; milliseconds.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Xmx512m")
public class RemovalBenchmark {
  private final double[] counts = Fixture.sol();
  private final Channel channel =
      SimulatedStation.inventory(Fixture.START)
          .networks()
          .getFirst()
          .stations()
          .getFirst()
          .channels()
          .getFirst();
  private final ChannelResponse kept = response();
  private final Removal removal =
      Removal.to(GroundMotion.VELOCITY).within(new Removal.Corners(0.005, 0.01, 8, 9.5));

  @Benchmark
  public double[] keptResponse() {
    return removal.apply(counts, Fixture.RATE_HZ, kept);
  }

  @Benchmark
  public double[] newResponse() {
    return removal.apply(counts, Fixture.RATE_HZ, response());
  }

  private ChannelResponse response() {
    return ChannelResponse.of(channel.response().orElseThrow());
  }
}
