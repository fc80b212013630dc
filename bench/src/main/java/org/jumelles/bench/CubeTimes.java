package org.jumelles.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.jumelles.pipeline.run.Blocks;
import org.jumelles.pipeline.run.SpareArrays;
import org.jumelles.ryugu.matrix.Projection;
import org.jumelles.ryugu.matrix.Scatter;
import org.jumelles.ryugu.parameter.Continuum;
import org.jumelles.ryugu.parameter.SpectralAngle;
import org.jumelles.ryugu.scene.Anomaly;
import org.jumelles.ryugu.scene.Components;
import org.jumelles.ryugu.scene.PureSpectra;
import org.jumelles.ryugu.scene.Purity;
import org.jumelles.ryugu.scene.VertexCoordinates;
import org.jumelles.ryugu.unmixing.Endmembers;
import org.jumelles.ryugu.unmixing.Unmixer;
import org.jumelles.ryugu.unmixing.UnmixingMethod;
import org.jumelles.ryugu.unmixing.UnmixingTally;

/// Whole passes over one cube in memory, 256 x 250 pixels of 400 bands in float32, best of several,
/// on so many threads; `beside-spy.sh` runs it beside SPy and SciPy.
public final class CubeTimes {
  private static final int LINES = 256;
  private static final int SAMPLES = 250;
  private static final int BANDS = 400;
  private static final int PIXELS = LINES * SAMPLES;
  private static final int BLOCK = (1 << 17) / BANDS;
  private static final int ENDS = 10;
  private static final int ATOMS = 240;
  private static final int SPARSE_PIXELS = 10_000;

  private final int threads;
  private final int rounds;
  private final double[] um = new double[BANDS];
  private final double[][] ends;
  private final float[] cube = new float[PIXELS * BANDS];
  private final SpareArrays spare = new SpareArrays();

  private CubeTimes(int threads, int rounds) {
    this.threads = threads;
    this.rounds = rounds;
    Random random = new Random(20261123);
    Arrays.setAll(um, k -> 1e4 / (1e4 / 0.99 - 18.45 * k));
    ends = smooth(random, ENDS);
    for (int i = 0; i < PIXELS; i++) {
      double[] a = new double[ENDS];
      Arrays.setAll(a, j -> random.nextDouble() < 0.4 ? -Math.log(1 - random.nextDouble()) : 0);
      double sum = Math.max(1e-3, Arrays.stream(a).sum());
      for (int k = 0; k < BANDS; k++) {
        double r = 0;
        for (int j = 0; j < ENDS; j++) {
          r += a[j] / sum * ends[j][k];
        }
        cube[i * BANDS + k] = (float) (r + 2e-4 * random.nextGaussian());
      }
    }
  }

  /// Dark spectra with bands of many widths.
  private double[][] smooth(Random random, int count) {
    double[][] made = new double[count][BANDS];
    for (double[] one : made) {
      double level = 0.02 + 0.02 * random.nextDouble();
      double slope = 0.02 * (random.nextDouble() - 0.5);
      Arrays.setAll(one, k -> level + slope * k / BANDS);
      for (int band = 0; band < 5; band++) {
        double centre = um[random.nextInt(BANDS)];
        double width = 0.02 + 0.2 * random.nextDouble();
        double depth = 0.4 * random.nextDouble();
        for (int k = 0; k < BANDS; k++) {
          one[k] *= 1 - depth * Math.exp(-Math.pow((um[k] - centre) / width, 2) / 2);
        }
      }
    }
    return made;
  }

  @FunctionalInterface
  private interface Work {
    double run() throws IOException;
  }

  @FunctionalInterface
  private interface Step<T> {
    T of(double[] spectra, int count, int first);
  }

  private double[] block(int first, int count) {
    double[] spectra = spare.take(count * BANDS);
    int from = first * BANDS;
    for (int i = 0; i < spectra.length; i++) {
      spectra[i] = cube[from + i];
    }
    return spectra;
  }

  private <T> void each(int pixels, Step<T> step, Blocks.Merge<T> merge) throws IOException {
    Blocks.inOrder(
        (pixels + BLOCK - 1) / BLOCK,
        threads,
        i -> {
          int first = (int) i * BLOCK;
          int count = Math.min(BLOCK, pixels - first);
          return step.of(block(first, count), count, first);
        },
        merge);
  }

  /// For a step that keeps nothing of its block, as the program does it there.
  private <T> void eachLent(int pixels, Step<T> step, Blocks.Merge<T> merge) throws IOException {
    each(
        pixels,
        (x, count, first) -> {
          T made = step.of(x, count, first);
          spare.giveBack(x);
          return made;
        },
        merge);
  }

  private Scatter scatter(boolean neighbours) throws IOException {
    int part = (PIXELS / BLOCK + 16) / 16 * BLOCK;
    Scatter all = new Scatter(BANDS);
    Blocks.inOrder(
        (PIXELS + part - 1) / part,
        threads,
        p -> {
          Scatter some = new Scatter(BANDS);
          int end = Math.min(PIXELS, (int) (p + 1) * part);
          for (int first = (int) p * part; first < end; first += BLOCK) {
            int count = Math.min(BLOCK, end - first);
            double[] x = block(first, count);
            if (neighbours) {
              // The last of the block is left without its difference; the work is the same.
              for (int i = 0; i < (count - 1) * BANDS; i++) {
                x[i] -= x[i + BANDS];
              }
              count--;
            }
            some.add(x, count);
            spare.giveBack(x);
          }
          return some;
        },
        (p, some) -> all.merge(some));
    return all;
  }

  private void time(String name, Work work) throws IOException {
    double best = Double.POSITIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    double answer = 0;
    for (int round = 0; round < rounds; round++) {
      long begin = System.nanoTime();
      long used = processorNanos();
      answer = work.run();
      best = Math.min(best, (System.nanoTime() - begin) / 1e9);
      least = Math.min(least, (processorNanos() - used) / 1e9);
    }
    System.out.printf(
        Locale.ROOT, "jumelles %-24s %8.4f s wall %8.4f s cpu   %.9g%n", name, best, least, answer);
  }

  /// Of all threads: on a machine that is shared, the wall tells of the others.
  private static long processorNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  private double unmix(double[][] rows, UnmixingMethod method, int pixels) throws IOException {
    boolean[] good = new boolean[BANDS];
    Arrays.fill(good, true);
    List<String> names = IntStream.range(0, rows.length).mapToObj(j -> "e" + j).toList();
    Unmixer unmixer = Unmixer.of(Endmembers.of("bench", names, rows, good), method);
    UnmixingTally tally = new UnmixingTally(rows.length);
    each(
        pixels,
        (x, count, first) -> unmixer.solve(x, count),
        (i, made) -> tally.add(i * BLOCK, made));
    if (tally.unsolved() > 0) {
      throw new AssertionError(tally.unsolved() + " unsolved");
    }
    return method instanceof UnmixingMethod.Sparse ? tally.worstGap() : tally.worstViolation();
  }

  private double hull() throws IOException {
    boolean[] good = new boolean[BANDS];
    Arrays.fill(good, true);
    Continuum continuum = Continuum.over("bench", um, good);
    double[] sum = new double[1];
    each(
        PIXELS,
        (x, count, first) -> {
          continuum.remove(x, count, x);
          return x[BANDS / 2];
        },
        (i, made) -> sum[0] += made);
    return sum[0];
  }

  private double angles() throws IOException {
    double[] rows = Arrays.stream(ends).flatMapToDouble(Arrays::stream).toArray();
    double[] sum = new double[1];
    each(
        PIXELS,
        (x, count, first) -> {
          double[] out = new double[count * ENDS];
          SpectralAngle.of(x, count, BANDS, rows, ENDS, out);
          return out[3];
        },
        (i, made) -> sum[0] += made);
    return sum[0];
  }

  private double anomaly() throws IOException {
    Anomaly anomaly = Anomaly.of("bench", scatter(false));
    double[] sum = new double[1];
    eachLent(
        PIXELS,
        (x, count, first) -> Arrays.stream(anomaly.of(x, count)).sum(),
        (i, made) -> sum[0] += made);
    return sum[0] / PIXELS;
  }

  private double purity() throws IOException {
    Purity purity = Purity.drawn(new double[BANDS], 1000, 1);
    Purity.Ends all = purity.none();
    each(PIXELS, (x, count, first) -> purity.of(x, count, first), (i, made) -> all.take(made));
    return all.counts().getFirst().getKey();
  }

  private double vertices() throws IOException {
    VertexCoordinates coordinates = VertexCoordinates.of("bench", scatter(false), ENDS);
    double[] y = new double[PIXELS * ENDS];
    each(
        PIXELS,
        (x, count, first) -> coordinates.of(x, count),
        (i, made) -> System.arraycopy(made, 0, y, (int) i * BLOCK * ENDS, made.length));
    coordinates.level(y);
    return PureSpectra.vertices(y, PIXELS, ENDS, 1)[0];
  }

  private double simplex() throws IOException {
    Projection projection = Components.principal("bench", scatter(false)).projection(ENDS - 1);
    double[] y = new double[PIXELS * (ENDS - 1)];
    each(
        PIXELS,
        (x, count, first) -> projection.of(x, count),
        (i, made) -> {
          for (int p = 0; p < made.length; p++) {
            int to = ((int) i * BLOCK + p) * (ENDS - 1);
            System.arraycopy(made[p], 0, y, to, ENDS - 1);
          }
        });
    return PureSpectra.greatestSimplex(y, PIXELS, ENDS)[0];
  }

  /// @param args threads, rounds; 2 and 7 unless told
  public static void main(String[] args) throws IOException {
    int threads = args.length > 0 ? Integer.parseInt(args[0]) : 2;
    CubeTimes times = new CubeTimes(threads, args.length > 1 ? Integer.parseInt(args[1]) : 7);
    double[][] atoms = times.smooth(new Random(5), ATOMS);
    times.time("nnls 10", () -> times.unmix(times.ends, new UnmixingMethod.NonNegative(), PIXELS));
    times.time(
        "fcls 10", () -> times.unmix(times.ends, new UnmixingMethod.FullyConstrained(), PIXELS));
    times.time("hull", times::hull);
    times.time("sam x 10", times::angles);
    times.time("pca", () -> Components.principal("bench", times.scatter(false)).trace());
    times.time(
        "mnf",
        () ->
            Components.byNoise("bench", times.scatter(false), times.scatter(true))
                .eigenvalues()[0]);
    times.time("rx", times::anomaly);
    times.time("ppi 1000", times::purity);
    times.time("vca 10", times::vertices);
    times.time("n-findr 10", times::simplex);
    times.time(
        "sparse 240, 10,000 px",
        () -> times.unmix(atoms, new UnmixingMethod.Sparse(1e-5, 1e-6), SPARSE_PIXELS));
  }
}
