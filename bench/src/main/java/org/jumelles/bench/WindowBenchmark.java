package org.jumelles.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.RecordIndex;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.trace.Traces;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// An hour of samples out of a file of 200 MB, decoded; milliseconds.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WindowBenchmark {
  private static final int COPIES = 5;

  private final Arena arena = Arena.ofShared();
  private final Span hour = hourInTheMiddle();
  private Path file = Path.of("");
  private Bytes bytes = Bytes.of("", new byte[0]);
  private RecordIndex index = RecordIndex.of(bytes);

  /// The long file is the short one several times over, each from where the one before ended.
  @Setup
  public void open() throws IOException {
    file = Fixture.file(Encoding.STEIM2, COPIES, Fixture.FILE_SAMPLES);
    bytes = Bytes.map(file, arena);
    index = RecordIndex.of(bytes);
  }

  @TearDown
  public void close() throws IOException {
    arena.close();
    Files.delete(file);
  }

  /// The file was read before.
  @Benchmark
  public Traces indexed() {
    return hour(index);
  }

  /// The file is new: all its headers are read.
  @Benchmark
  public Traces unknown() {
    return hour(RecordIndex.of(bytes));
  }

  private Traces hour(RecordIndex known) {
    return Traces.assemble(
        known.window(bytes, Fixture.ID::equals, hour).stream()
            .map(Outcome.Good::new)
            .map(good -> (Outcome<org.jumelles.formats.miniseed.Record>) good)
            .iterator());
  }

  private static Span hourInTheMiddle() {
    long samples = (long) Fixture.FILE_SAMPLES * COPIES / 2;
    Moment start = Fixture.START.plusNanos(Sampling.nanos(samples, Fixture.RATE_HZ));
    return new Span(start, start.plusNanos(3_600_000_000_000L));
  }
}
