package org.jumelles.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jumelles.seis.detection.StaLta;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Short over long average of one sol, alone and with its band-pass and triggers; milliseconds.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StaLtaBenchmark {
  private static final int SHORT_SAMPLES = 600;
  private static final int LONG_SAMPLES = 6000;

  private final double[] counts = Fixture.sol();

  @Benchmark
  public double[] ratio() {
    return StaLta.ratio(counts, SHORT_SAMPLES, LONG_SAMPLES);
  }

  @Benchmark
  public List<StaLta.Trigger> triggers() {
    return StaLta.triggers(counts, Fixture.RATE_HZ, StaLta.Parameters.DEFAULT);
  }
}
