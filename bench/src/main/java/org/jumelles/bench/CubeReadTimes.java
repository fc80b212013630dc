package org.jumelles.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Cubes;

/// Cubes opened and read whole as spectra in float32, on two threads, best of several;
/// `beside-spy-reading.sh` runs it beside SPy and h5py.
public final class CubeReadTimes {
  private static final int THREADS = 2;
  private static final int BLOCK_PIXELS = 4_000;

  private CubeReadTimes() {}

  /// @param arguments rounds, then files
  public static void main(String[] arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[0]);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 1; i < arguments.length; i++) {
        Path file = Path.of(arguments[i]);
        long best = Long.MAX_VALUE;
        double check = 0;
        for (int round = 0; round < rounds; round++) {
          long begun = System.nanoTime();
          check = read(file, threads);
          best = Math.min(best, System.nanoTime() - begun);
        }
        System.out.printf(
            Locale.ROOT,
            "%-10s Jumelles %.1f ms (check %.6g)%n",
            file.getFileName(),
            best / 1e6,
            check);
      }
    }
  }

  /// The sum of a number of each block: what no compiler can leave out.
  private static double read(Path file, ExecutorService threads) throws Exception {
    try (Cube cube = Cubes.open(file)) {
      double sum = 0;
      for (Future<Double> share :
          threads.invokeAll(
              IntStream.range(0, THREADS)
                  .<Callable<Double>>mapToObj(thread -> () -> share(cube, thread))
                  .toList())) {
        sum += share.get();
      }
      return sum;
    }
  }

  private static double share(Cube cube, int thread) throws IOException {
    int pixels = cube.lines() * cube.samples();
    float[] spectra = new float[BLOCK_PIXELS * cube.bands()];
    double sum = 0;
    for (int first = thread * BLOCK_PIXELS; first < pixels; first += THREADS * BLOCK_PIXELS) {
      cube.read(first, Math.min(BLOCK_PIXELS, pixels - first), spectra);
      sum += spectra[0];
    }
    return sum;
  }
}
