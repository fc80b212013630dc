package org.jumelles.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jumelles.kernel.raster.Interleave;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.Cubes;
import org.jumelles.ryugu.cube.NewCube;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// A cube of 256 x 250 x 400 float32 (102 MB) opened and read whole as spectra, two threads, the
/// file read before; milliseconds.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CubeReadBenchmark {
  private static final int LINES = 256;
  private static final int SAMPLES = 250;
  private static final int BANDS = 400;
  private static final int BLOCK_PIXELS = 4_000;

  @Param({"BIP", "BIL", "BSQ"})
  private Interleave interleave = Interleave.BIP;

  private Path folder = Path.of("");
  private Path header = Path.of("");

  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("cube");
    header = folder.resolve("cube.hdr");
    NewCube cube = NewCube.of(LINES, SAMPLES, Axis.ofBands(BANDS), "").withInterleave(interleave);
    Random random = new Random(1);
    float[] line = new float[SAMPLES * BANDS];
    try (CubeWriter writer = Cubes.create(header, cube)) {
      for (int i = 0; i < LINES; i++) {
        for (int j = 0; j < line.length; j++) {
          line[j] = random.nextFloat();
        }
        writer.write((long) i * SAMPLES, SAMPLES, line);
      }
      writer.finish();
    }
  }

  @TearDown
  public void delete() throws IOException {
    Files.delete(header);
    Files.delete(folder.resolve("cube.img"));
    Files.delete(folder);
  }

  @Benchmark
  public double[] read() throws IOException {
    double[] sums = new double[2];
    int blocks = LINES * SAMPLES / BLOCK_PIXELS;
    try (Cube cube = Cubes.open(header)) {
      IntStream.range(0, 2)
          .parallel()
          .forEach(
              thread -> {
                float[] spectra = new float[BLOCK_PIXELS * BANDS];
                for (int i = thread; i < blocks; i += 2) {
                  sums[thread] += first(cube, i, spectra);
                }
              });
    }
    return sums;
  }

  private static float first(Cube cube, int block, float[] spectra) {
    try {
      cube.read((long) block * BLOCK_PIXELS, BLOCK_PIXELS, spectra);
      return spectra[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
