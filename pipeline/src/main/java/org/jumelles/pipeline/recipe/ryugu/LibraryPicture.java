package org.jumelles.pipeline.recipe.ryugu;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jumelles.figure.chart.Axis;
import org.jumelles.figure.chart.Figure;
import org.jumelles.figure.chart.Layer;
import org.jumelles.figure.chart.Panel;
import org.jumelles.ryugu.cube.Cube;

/// The first spectra of a library over its axis.
final class LibraryPicture {
  private static final String FILE = "spectra.png";
  private static final int SHOWN = 12;
  private static final int WIDTH = 900;
  private static final int HEIGHT = 420;

  private LibraryPicture() {}

  static Path write(String key, Cube cube, Path folder) throws IOException {
    int shown = (int) Math.min(SHOWN, cube.pixels());
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    List<Layer> lines = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      double[] values = ReflectanceRecipe.read(cube, i, 1);
      double[] xy = new double[2 * values.length];
      int n = 0;
      for (int b = 0; b < values.length; b++) {
        if (Double.isFinite(values[b])) {
          xy[n++] = cube.axis().values()[b];
          xy[n++] = values[b];
          low = Math.min(low, values[b]);
          high = Math.max(high, values[b]);
        }
      }
      Color colour = Color.getHSBColor((float) i / SHOWN, 0.8f, 0.6f);
      lines.add(new Layer.Path(Arrays.copyOf(xy, n), colour, 1.1f));
    }
    boolean some = low <= high;
    double margin = some && low < high ? (high - low) / 20 : 1;
    double[] x = Arrays.stream(cube.axis().values()).filter(Double::isFinite).sorted().toArray();
    double first = x.length == 0 ? 0 : x[0];
    double last = x.length == 0 || x[x.length - 1] == first ? first + 1 : x[x.length - 1];
    Panel panel =
        new Panel(
            1,
            Axis.linear("value", some ? low - margin : 0, some ? high + margin : 1),
            Optional.empty(),
            Optional.empty(),
            lines);
    String part =
        cube.pixels() > shown
            ? "the first " + shown + " of " + cube.pixels() + " spectra"
            : cube.pixels() + (cube.pixels() == 1 ? " spectrum" : " spectra");
    Figure figure =
        new Figure(
            new Figure.Caption(key, part, "gaps in the numbers are bridged"),
            new Figure.Size(WIDTH, HEIGHT),
            Axis.linear("axis, " + cube.axis().unit().word(), first, last),
            Optional.empty(),
            List.of(panel),
            List.of());
    return Files.write(folder.resolve(FILE), figure.png());
  }
}
