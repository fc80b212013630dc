package org.jumelles.pipeline.recipe.ryugu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jumelles.archive.product.Recipe;
import org.jumelles.pipeline.run.Blocks;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Statistics;
import org.jumelles.ryugu.matrix.Scatter;
import org.jumelles.ryugu.scene.Components;

/// `ryugu/components`: how much of a scene's variance lies in how many principal components.
final class CubeComponents {
  static final Recipe RECIPE = new Recipe("ryugu/components", "2");
  static final String ENTRY = "cube-components";
  static final String TABLE = "components.csv";

  /// The covariance of more is not kept in memory, nor waited for.
  private static final int MOST_BANDS = 640;

  /// Put together in this many parts whatever the machine, so that the sums are the same.
  private static final int PARTS = 16;

  private CubeComponents() {}

  static boolean applies(StoredCube cube) {
    long bands = cube.number("bands");
    return bands > 1
        && bands <= MOST_BANDS
        && cube.number("lines") * cube.number("samples") > bands;
  }

  static CubeRecipe.Made of(String key, Cube cube, Path folder) throws IOException {
    int[] good = IntStream.range(0, cube.bands()).filter(b -> cube.axis().good()[b]).toArray();
    Scatter scatter = scatter(cube, good);
    Components components = Components.principal(key, scatter);
    StringBuilder text = new StringBuilder("component,eigenvalue,part_of_trace\n");
    for (int c = 0; c < components.eigenvalues().length; c++) {
      double value = components.eigenvalues()[c];
      text.append(c + 1).append(',').append(value).append(',');
      text.append(value / components.trace()).append('\n');
    }
    return new CubeRecipe.Made(
        List.of(Files.writeString(folder.resolve(TABLE), text.toString())),
        Map.of(
            "trace", CubeRecipe.number(components.trace()),
            "first_eigenvalue", CubeRecipe.number(components.eigenvalues()[0]),
            "bands_used", Integer.toString(good.length),
            "spectra_used", Long.toString(scatter.count()),
            "spectra_left_out", Long.toString(scatter.left())));
  }

  private static Scatter scatter(Cube cube, int[] good) throws IOException {
    int size = Statistics.block(cube);
    long part = ((cube.pixels() + size - 1) / size + PARTS - 1) / PARTS * size;
    Scatter all = new Scatter(good.length);
    Blocks.inOrder(
        (cube.pixels() + part - 1) / part,
        Runtime.getRuntime().availableProcessors(),
        i -> {
          Scatter some = new Scatter(good.length);
          long end = Math.min(cube.pixels(), (i + 1) * part);
          for (long first = i * part; first < end; first += size) {
            int count = (int) Math.min(size, end - first);
            some.add(only(good, ReflectanceRecipe.read(cube, first, count), count), count);
          }
          return some;
        },
        (_, some) -> all.merge(some));
    return all;
  }

  private static double[] only(int[] good, double[] spectra, int count) {
    int bands = spectra.length / count;
    double[] out = new double[count * good.length];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < good.length; k++) {
        out[i * good.length + k] = spectra[i * bands + good[k]];
      }
    }
    return out;
  }
}
