package org.jumelles.pipeline.recipe.ryugu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.figure.chart.Axis;
import org.jumelles.figure.chart.ColourBar;
import org.jumelles.figure.chart.ColourMap;
import org.jumelles.figure.chart.Figure;
import org.jumelles.figure.chart.Grid;
import org.jumelles.figure.chart.Layer;
import org.jumelles.figure.chart.Panel;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.parameter.BandFits;
import org.jumelles.ryugu.unmixing.Abundances;

/// Maps of a grain in memory, float32, and their files: one cube, and a picture of each.
final class GrainMaps {
  static final String CUBE = "maps.hdr";
  private static final int FIELDS = 4;
  private static final double LOW_QUANTILE = 0.02;
  private static final double HIGH_QUANTILE = 0.98;

  private final int lines;
  private final int samples;
  private final List<String> names;
  private final float[] values;

  GrainMaps(int lines, int samples, List<String> names) {
    this.lines = lines;
    this.samples = samples;
    this.names = List.copyOf(names);
    values = new float[lines * samples * names.size()];
    Arrays.fill(values, Float.NaN);
  }

  void put(int pixel, BandFits fits, Abundances shares, int inBlock) {
    int at = pixel * names.size();
    for (int w = 0; w < fits.bands(); w++) {
      if (fits.state()[inBlock * fits.bands() + w] == BandFits.FITTED) {
        values[at + w * FIELDS] = (float) fits.centreUm(inBlock, w);
        values[at + w * FIELDS + 1] = (float) fits.centreSigmaUm(inBlock, w);
        values[at + w * FIELDS + 2] = (float) fits.depth(inBlock, w);
        values[at + w * FIELDS + 3] = (float) fits.depthSigma(inBlock, w);
      }
    }
    int n = shares.endmembers();
    int start = at + fits.bands() * FIELDS;
    for (int p = 0; p < n; p++) {
      values[start + p] = (float) shares.fractions()[inBlock * n + p];
    }
  }

  List<DraftPayload> write(Path folder, String subject) throws IOException {
    List<DraftPayload> payloads = new ArrayList<>();
    try (CubeWriter writer =
        CompositionRecipe.create(folder.resolve(CUBE), lines, samples, names)) {
      writer.write(0, lines * samples, values);
      writer.finish();
      writer.files().forEach(file -> payloads.add(Products.payload(file)));
    }
    for (int m = 0; m < names.size(); m++) {
      Optional<ColourBar> bar = names.get(m).contains("sigma") ? Optional.empty() : bar(m);
      if (bar.isPresent()) {
        Path file = folder.resolve("map-" + names.get(m).replace(' ', '-') + ".png");
        Files.write(file, picture(m, bar.get(), subject).png());
        payloads.add(Products.payload(file));
      }
    }
    return payloads;
  }

  /// From the 2 % to the 98 % quantile; none where nothing, or one value only, is there.
  private Optional<ColourBar> bar(int map) {
    double[] known = new double[lines * samples];
    int n = 0;
    for (int i = 0; i < lines * samples; i++) {
      float value = values[i * names.size() + map];
      if (Float.isFinite(value)) {
        known[n++] = value;
      }
    }
    Arrays.sort(known, 0, n);
    if (n < 2) {
      return Optional.empty();
    }
    double low = known[(int) (LOW_QUANTILE * (n - 1))];
    double high = known[(int) (HIGH_QUANTILE * (n - 1))];
    return low < high
        ? Optional.of(new ColourBar(names.get(map), low, high, ColourMap.VIRIDIS))
        : Optional.empty();
  }

  private Figure picture(int map, ColourBar bar, String subject) {
    float[] cells = new float[lines * samples];
    for (int s = 0; s < samples; s++) {
      for (int l = 0; l < lines; l++) {
        cells[s * lines + l] = values[(l * samples + s) * names.size() + map];
      }
    }
    Grid grid = new Grid(cells, new Grid.Steps(samples, 0, 1), new Grid.Steps(lines, 0, 1));
    Panel panel =
        new Panel(
            1,
            Axis.linear("line", lines - 0.5, -0.5),
            Optional.empty(),
            Optional.of(bar),
            List.of(new Layer.Heatmap(grid, Layer.Level.VALUE)));
    return new Figure(
        new Figure.Caption(
            subject + ", " + names.get(map), "", "Blank: off the grain, or not found there."),
        new Figure.Size(900, 800),
        Axis.linear("sample", -0.5, samples - 0.5),
        Optional.empty(),
        List.of(panel),
        List.of());
  }
}
