package org.jumelles.pipeline.recipe.ryugu;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jumelles.figure.chart.Axis;
import org.jumelles.figure.chart.ColourBar;
import org.jumelles.figure.chart.ColourMap;
import org.jumelles.figure.chart.Figure;
import org.jumelles.figure.chart.Grid;
import org.jumelles.figure.chart.Layer;
import org.jumelles.figure.chart.Panel;
import org.jumelles.ryugu.cube.Cube;

/// A picture of a cube: the mean over its good bands, every n-th line and sample of it, so that a
/// cube of any size takes the memory of a small one.
final class CubePicture {
  static final String FILE = "quicklook.png";
  private static final String SPECTRUM = "spectrum.png";
  private static final int MOST_CELLS = 512;
  private static final double LOW_QUANTILE = 0.02;
  private static final double HIGH_QUANTILE = 0.98;
  private static final int WIDTH = 900;
  private static final int HEIGHT = 800;

  private final int lines;
  private final int samples;
  private final int[] good;
  private final int bands;
  private final int step;
  private final int rows;
  private final int columns;
  private final float[] cells;

  CubePicture(Cube cube) {
    lines = cube.lines();
    samples = cube.samples();
    bands = cube.bands();
    good = IntStream.range(0, bands).filter(b -> cube.axis().good()[b]).toArray();
    step = Math.ceilDiv(Math.max(lines, samples), MOST_CELLS);
    rows = Math.ceilDiv(lines, step);
    columns = Math.ceilDiv(samples, step);
    cells = new float[rows * columns];
    Arrays.fill(cells, Float.NaN);
  }

  /// @param spectra whole spectra, pixel after pixel
  void take(long firstPixel, double[] spectra) {
    for (int i = 0; i < spectra.length / bands; i++) {
      long line = (firstPixel + i) / samples;
      long sample = (firstPixel + i) % samples;
      if (line % step == 0 && sample % step == 0) {
        cells[(int) (sample / step * rows + line / step)] = mean(spectra, i * bands);
      }
    }
  }

  private float mean(double[] spectra, int at) {
    double sum = 0;
    int count = 0;
    for (int band : good) {
      double value = spectra[at + band];
      if (Double.isFinite(value)) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? Float.NaN : (float) (sum / count);
  }

  /// None of a single line or column, nor where all is alike.
  List<Path> write(String key, Path folder) throws IOException {
    Optional<ColourBar> bar = bar();
    if (rows < 2 || columns < 2 || bar.isEmpty()) {
      return List.of();
    }
    Grid grid = new Grid(cells, new Grid.Steps(columns, 0, step), new Grid.Steps(rows, 0, step));
    Panel panel =
        new Panel(
            1,
            Axis.linear("line", lines - 0.5, -0.5),
            Optional.empty(),
            bar,
            List.of(new Layer.Heatmap(grid, Layer.Level.VALUE)));
    String kept = step == 1 ? "" : "one line and sample of " + step + "; ";
    Figure figure =
        new Figure(
            new Figure.Caption(
                key,
                lines + " lines, " + samples + " samples, " + bands + " bands",
                kept + "blank: no data"),
            new Figure.Size(WIDTH, HEIGHT),
            Axis.linear("sample", -0.5, samples - 0.5),
            Optional.empty(),
            List.of(panel),
            List.of());
    return List.of(Files.write(folder.resolve(FILE), figure.png()));
  }

  private Optional<ColourBar> bar() {
    float[] known = new float[cells.length];
    int n = 0;
    for (float cell : cells) {
      if (Float.isFinite(cell)) {
        known[n++] = cell;
      }
    }
    Arrays.sort(known, 0, n);
    if (n < 2) {
      return Optional.empty();
    }
    double low = known[(int) (LOW_QUANTILE * (n - 1))];
    double high = known[(int) (HIGH_QUANTILE * (n - 1))];
    return low < high
        ? Optional.of(new ColourBar("mean over good bands", low, high, ColourMap.VIRIDIS))
        : Optional.empty();
  }

  /// The mean spectrum over the axis.
  static Path spectrum(String key, org.jumelles.ryugu.cube.Axis axis, double[] means, Path folder)
      throws IOException {
    int[] shown =
        IntStream.range(0, means.length)
            .filter(b -> axis.good()[b] && Double.isFinite(means[b]))
            .toArray();
    double[] xy = new double[2 * shown.length];
    for (int i = 0; i < shown.length; i++) {
      xy[2 * i] = axis.values()[shown[i]];
      xy[2 * i + 1] = means[shown[i]];
    }
    double[] x = Arrays.stream(axis.values()).sorted().toArray();
    double[] y = Arrays.stream(shown).mapToDouble(b -> means[b]).sorted().toArray();
    double low = y.length == 0 ? 0 : y[0];
    double high = y.length == 0 ? 1 : y[y.length - 1];
    double margin = low < high ? (high - low) / 20 : 1;
    Panel panel =
        new Panel(
            1,
            Axis.linear("mean of all pixels", low - margin, high + margin),
            Optional.empty(),
            Optional.empty(),
            List.of(new Layer.Path(xy, Color.BLACK, 1.2f)));
    double last = x[0] < x[x.length - 1] ? x[x.length - 1] : x[0] + 1;
    Figure figure =
        new Figure(
            new Figure.Caption(key, "mean spectrum", "good bands only"),
            new Figure.Size(WIDTH, HEIGHT / 2),
            Axis.linear("axis, " + axis.unit().word(), x[0], last),
            Optional.empty(),
            List.of(panel),
            List.of());
    return Files.write(folder.resolve(SPECTRUM), figure.png());
  }
}
