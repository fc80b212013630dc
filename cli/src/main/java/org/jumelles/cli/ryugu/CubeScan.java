package org.jumelles.cli.ryugu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jumelles.cli.answer.Answer;
import org.jumelles.pipeline.run.Blocks;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.SpareArrays;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Statistics;
import org.jumelles.ryugu.matrix.Scatter;

/// One pass over a cube, block by block on all processors; the blocks depend on the cube's shape
/// alone, and what comes of them is put together in their order.
final class CubeScan {
  private final Cube cube;
  private final double divisor;
  private final Progress progress;
  private final SpareArrays spare = new SpareArrays();

  CubeScan(Cube cube, Answer answer) {
    this(cube, 1, answer);
  }

  /// @param divisor every value is divided by it
  /// @param answer where progress is told, if it takes long
  CubeScan(Cube cube, double divisor, Answer answer) {
    if (divisor == 0 || !Double.isFinite(divisor)) {
      throw new IllegalArgumentException("--divide-by " + divisor);
    }
    this.cube = cube;
    this.divisor = divisor;
    this.progress = answer.progressWhereItIsLong();
  }

  /// A stretch of whole spectra, pixel after pixel.
  ///
  /// @param sigma of each value, where it comes with them
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Block(long firstPixel, int count, double[] spectra, Optional<double[]> sigma) {}

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
    progress.begin("pixels", cube.pixels());
    Blocks.inOrder(
        blocks,
        Runtime.getRuntime().availableProcessors(),
        i -> step.apply(read(i * size, size)),
        (i, made) -> {
          int count = count(i * size, size);
          merge.accept(i * size, count, made);
          progress.advance(count);
        });
    progress.end();
  }

  /// As [#each], for a step that keeps nothing of its block: another is read into it.
  <T> void eachLent(Step<T> step, Merge<T> merge) throws IOException {
    each(
        block -> {
          T made = step.apply(block);
          spare.giveBack(block.spectra());
          return made;
        },
        merge);
  }

  Block read(long firstPixel, int size) throws IOException {
    int count = count(firstPixel, size);
    double[] spectra = spare.take(count * cube.bands());
    cube.read(firstPixel, count, spectra);
    if (divisor != 1) {
      for (int i = 0; i < spectra.length; i++) {
        spectra[i] /= divisor;
      }
    }
    return new Block(firstPixel, count, spectra, Optional.empty());
  }

  private int count(long firstPixel, int size) {
    return (int) Math.min(size, cube.pixels() - firstPixel);
  }

  /// The scatter of all spectra over the good bands, in sixteen parts whatever the machine.
  ///
  /// @param neighbours of the differences of each pixel to the one before it on its line instead
  Scatter scatter(boolean neighbours) throws IOException {
    int[] good = CubeInput.goodBands(cube.axis());
    int size = Statistics.block(cube);
    long part = ((cube.pixels() + size - 1) / size + PARTS - 1) / PARTS * size;
    Scatter all = new Scatter(good.length);
    progress.begin(neighbours ? "pixels and their neighbours" : "pixels", cube.pixels());
    Blocks.inOrder(
        (cube.pixels() + part - 1) / part,
        Runtime.getRuntime().availableProcessors(),
        i -> {
          Scatter some = new Scatter(good.length);
          long end = Math.min(cube.pixels(), (i + 1) * part);
          for (long first = i * part; first < end; first += size) {
            int count = (int) Math.min(size, end - first);
            if (neighbours) {
              double[] apart = differences(first, count, good);
              some.add(apart, apart.length / good.length);
            } else {
              Block block = read(first, count);
              some.add(good(block, good), count);
              spare.giveBack(block.spectra());
            }
            progress.advance(count);
          }
          return some;
        },
        (i, some) -> all.merge(some));
    progress.end();
    return all;
  }

  private static final int PARTS = 16;

  /// Only the good bands of a block; the block's own array where all are good.
  double[] good(Block block, int[] good) {
    if (good.length == cube.bands()) {
      return block.spectra();
    }
    double[] out = new double[block.count() * good.length];
    for (int i = 0; i < block.count(); i++) {
      for (int k = 0; k < good.length; k++) {
        out[i * good.length + k] = block.spectra()[i * cube.bands() + good[k]];
      }
    }
    return out;
  }

  private double[] differences(long first, int count, int[] good) throws IOException {
    long from = Math.max(0, first - 1);
    Block block = read(from, (int) (first + count - from));
    double[] spectra = good(block, good);
    int bands = good.length;
    double[] out = new double[count * bands];
    int kept = 0;
    for (long pixel = Math.max(first, 1); pixel < first + count; pixel++) {
      if (pixel % cube.samples() != 0) {
        int at = (int) (pixel - from) * bands;
        for (int k = 0; k < bands; k++) {
          out[kept * bands + k] = spectra[at + k] - spectra[at - bands + k];
        }
        kept++;
      }
    }
    spare.giveBack(block.spectra());
    return Arrays.copyOf(out, kept * bands);
  }

  /// The sentence for a cube of which no spectrum is numbers in all good bands: which bands have
  /// none at all, for those to be called bad.
  String nothing(Path file) throws IOException {
    boolean[] any = new boolean[cube.bands()];
    this.<boolean[]>each(
        block -> {
          boolean[] some = new boolean[any.length];
          for (int i = 0; i < block.count() * any.length; i++) {
            some[i % any.length] |= Double.isFinite(block.spectra()[i]);
          }
          return some;
        },
        (first, count, some) -> {
          for (int k = 0; k < any.length; k++) {
            any[k] |= some[k];
          }
        });
    int[] empty = IntStream.of(CubeInput.goodBands(cube.axis())).filter(k -> !any[k]).toArray();
    String bands =
        empty.length == 0
            ? "no good band is without a number throughout"
            : empty.length
                + " good bands have no number at all, the first is band "
                + (empty[0] + 1);
    return file
        + ": no spectrum of "
        + cube.pixels()
        + " has a number in every good band; "
        + bands;
  }

  /// Line and sample of a pixel, from zero.
  static List<Long> place(Cube cube, long pixel) {
    return List.of(pixel / cube.samples(), pixel % cube.samples());
  }
}
