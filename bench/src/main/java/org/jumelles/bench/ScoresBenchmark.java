package org.jumelles.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jumelles.iasi.detection.BandBasis;
import org.jumelles.iasi.detection.Compression;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// 300 principal component scores of 8461 channels in double precision, one thread; spectra a
/// second. Run with `-t 2` for two cores.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScoresBenchmark {
  private static final int SPECTRA = 120;
  private static final int[][] BANDS = {{1, 1997, 90}, {1998, 3119, 120}, {5117, 3345, 90}};

  private final List<Compression> bands = new ArrayList<>();
  private final List<double[][]> normalised = new ArrayList<>();

  /// Numbers of chance: the time does not depend on them.
  public ScoresBenchmark() {
    Random random = new Random(1);
    for (int[] band : BANDS) {
      double[][] vectors = fill(random, band[2], band[1]);
      double[] ones = new double[band[1]];
      bands.add(new Compression(new BandBasis(band[0], vectors, new double[band[2]], ones, ones)));
      normalised.add(fill(random, SPECTRA, band[1]));
    }
  }

  private static double[][] fill(Random random, int rows, int columns) {
    double[][] all = new double[rows][];
    for (int i = 0; i < rows; i++) {
      all[i] = random.doubles(columns, -1, 1).toArray();
    }
    return all;
  }

  @Benchmark
  @OperationsPerInvocation(SPECTRA)
  public double scores() {
    double sum = 0;
    for (int i = 0; i < bands.size(); i++) {
      sum += bands.get(i).scores(normalised.get(i))[0][0];
    }
    return sum;
  }
}
