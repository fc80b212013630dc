package org.jumelles.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.kernel.bytes.Bytes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Every record of a file decoded and hashed on one thread; samples a microsecond, which are
/// millions a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecodeBenchmark {
  @Param({"STEIM1", "STEIM2"})
  Encoding encoding = Encoding.STEIM2;

  private final Arena arena = Arena.ofShared();
  private Path file = Path.of("");
  private Bytes bytes = Bytes.of("", new byte[0]);

  @Setup
  public void open() throws IOException {
    file = Fixture.file(encoding, Fixture.FILE_SAMPLES);
    bytes = Bytes.map(file, arena);
  }

  @TearDown
  public void close() throws IOException {
    arena.close();
    Files.delete(file);
  }

  @Benchmark
  @OperationsPerInvocation(Fixture.FILE_SAMPLES)
  public int decode() {
    return new Decoding().hash(bytes);
  }
}
