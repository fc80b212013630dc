package org.jumelles.cli;

import java.io.IOException;
import java.util.List;
import org.jumelles.pipeline.run.Blocks;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Statistics;

/// One pass over a cube, block by block on all processors; the blocks depend on the cube's shape
/// alone, and what comes of them is put together in their order.
final class CubeScan {
  private final Cube cube;
  private final double divisor;

  CubeScan(Cube cube) {
    this(cube, 1);
  }

  /// @param divisor every value is divided by it
  CubeScan(Cube cube, double divisor) {
    if (divisor == 0 || !Double.isFinite(divisor)) {
      throw new IllegalArgumentException("--divide-by " + divisor);
    }
    this.cube = cube;
    this.divisor = divisor;
  }

  /// A stretch of whole spectra, pixel after pixel.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Block(long firstPixel, int count, double[] spectra) {}

  /// What is made of one block.
  @FunctionalInterface
  interface Step<T> {
    T apply(Block block) throws IOException;
  }

  /// Takes what was made, in the order of the blocks.
  @FunctionalInterface
  interface Merge<T> {
    void accept(long firstPixel, int count, T made) throws IOException;
  }

  <T> void each(Step<T> step, Merge<T> merge) throws IOException {
    int size = Statistics.block(cube);
    long blocks = (cube.pixels() + size - 1) / size;
    Blocks.inOrder(
        blocks,
        Runtime.getRuntime().availableProcessors(),
        i -> step.apply(read(i * size, size)),
        (i, made) -> merge.accept(i * size, count(i * size, size), made));
  }

  Block read(long firstPixel, int size) throws IOException {
    int count = count(firstPixel, size);
    double[] spectra = new double[count * cube.bands()];
    cube.read(firstPixel, count, spectra);
    if (divisor != 1) {
      for (int i = 0; i < spectra.length; i++) {
        spectra[i] /= divisor;
      }
    }
    return new Block(firstPixel, count, spectra);
  }

  private int count(long firstPixel, int size) {
    return (int) Math.min(size, cube.pixels() - firstPixel);
  }

  /// Line and sample of a pixel, from zero.
  static List<Long> place(Cube cube, long pixel) {
    return List.of(pixel / cube.samples(), pixel % cube.samples());
  }
}
