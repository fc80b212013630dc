package org.jumelles.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jumelles.seis.body.Body;
import org.jumelles.seis.figure.SpectrogramFigure;
import org.jumelles.seis.figure.Subject;
import org.jumelles.seis.trace.Trace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One sol to the bytes of a PNG, axes and all; milliseconds.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-Djava.awt.headless=true")
public class SpectrogramBenchmark {
  private final Trace sol = new Trace(Fixture.ID, Fixture.START, Fixture.RATE_HZ, Fixture.sol());
  private final Subject subject = new Subject("A sol", "Counts", "1", "made from a seed");

  @Benchmark
  public byte[] png() {
    return SpectrogramFigure.standard(Body.byDefault().days())
        .of(List.of(sol), subject, List.of())
        .png();
  }
}
