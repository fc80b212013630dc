package org.jumelles.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jumelles.iasi.calibration.Calibration;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.Granules;
import org.jumelles.iasi.spectrum.ScaleFactors;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.bytes.Bytes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Every spectrum of an EPS product read, and made into radiances or temperatures, on one thread;
/// spectra a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SpectraBenchmark {
  private static final int LINES = 20;

  private final Arena arena = Arena.ofShared();
  private final double[] kelvin = new double[Channels.COUNT];
  private final Calibration calibration = new Calibration(ScaleFactors.USUAL);
  private Path file = Path.of("");
  private Bytes bytes = Bytes.of("", new byte[0]);

  @Setup
  public void open() throws IOException {
    file = Files.createTempFile("spectra", ".nat");
    SpectraReading.write(file, LINES);
    bytes = Bytes.map(file, arena);
  }

  @TearDown
  public void close() throws IOException {
    arena.close();
    Files.delete(file);
  }

  @Benchmark
  @OperationsPerInvocation(LINES * ScanLine.PIXELS)
  public double epsToRadiance() {
    return new SpectraReading().read(bytes);
  }

  @Benchmark
  @OperationsPerInvocation(ScanLine.PIXELS)
  public double epsLineToTemperature() {
    ScanLine line = Granules.open(bytes).line(0).found().orElseThrow();
    double check = 0;
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      calibration.temperaturesK(line, pixel, kelvin, 0);
      check += kelvin[pixel];
    }
    return check;
  }
}
