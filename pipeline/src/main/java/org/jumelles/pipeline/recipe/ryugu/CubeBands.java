package org.jumelles.pipeline.recipe.ryugu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.archive.product.Recipe;
import org.jumelles.pipeline.run.Blocks;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.Cubes;
import org.jumelles.ryugu.cube.NewCube;
import org.jumelles.ryugu.cube.Statistics;
import org.jumelles.ryugu.parameter.BandFits;
import org.jumelles.ryugu.parameter.BandFitting;
import org.jumelles.ryugu.parameter.BandPlan;
import org.jumelles.ryugu.parameter.BandWindow;

/// `ryugu/bands`: bands fitted in each pixel, in those windows of the standard plan that the cube's
/// axis covers. No file says that it is reflectance: it is taken for it, and the entry says so.
final class CubeBands {
  static final Recipe RECIPE = new Recipe("ryugu/bands", "4");
  static final String ENTRY = "cube-bands";
  static final String CUBE = "bands.hdr";
  private static final List<String> FIELDS =
      List.of("centre um", "centre sigma um", "depth", "depth sigma");

  private CubeBands() {}

  static boolean applies(StoredCube cube) {
    Map<String, String> told = cube.entry().attributes();
    double first = number(told.get("axis_first"));
    double last = number(told.get("axis_last"));
    double[] um =
        switch (told.getOrDefault("axis_unit", "")) {
          case "um" -> new double[] {first, last};
          case "nm" -> new double[] {first / 1e3, last / 1e3};
          case "cm-1" -> new double[] {1e4 / first, 1e4 / last};
          default -> new double[0];
        };
    return um.length > 0 && !covered(um).isEmpty();
  }

  private static double number(@org.jspecify.annotations.Nullable String text) {
    return text == null ? Double.NaN : Double.parseDouble(text);
  }

  static List<BandWindow> covered(double[] um) {
    double low = Arrays.stream(um).min().orElse(Double.NaN);
    double high = Arrays.stream(um).max().orElse(Double.NaN);
    return BandPlan.standard().windows().stream()
        .filter(window -> low <= window.lowUm() && high >= window.highUm())
        .toList();
  }

  static CubeRecipe.Made of(String key, Cube cube, Path folder) throws IOException {
    double[] um = cube.axis().micrometres();
    List<BandWindow> windows = covered(um);
    BandFitting fitting = BandFitting.of(key, um, cube.axis().good(), windows);
    List<String> names = new ArrayList<>();
    windows.forEach(window -> FIELDS.forEach(field -> names.add(window.name() + " " + field)));
    NewCube maps =
        NewCube.maps(cube.lines(), cube.samples(), names, "bands; NaN where none was found");
    long[][] states = new long[windows.size()][BandFits.STATES.size()];
    try (CubeWriter writer = Cubes.create(folder.resolve(CUBE), maps)) {
      int size = Statistics.block(cube);
      Blocks.inOrder(
          (cube.pixels() + size - 1) / size,
          Runtime.getRuntime().availableProcessors(),
          block -> {
            int count = (int) Math.min(size, cube.pixels() - block * size);
            double[] spectra = ReflectanceRecipe.read(cube, block * size, count);
            BandFits fits = fitting.fit(spectra, Optional.empty(), count);
            writer.write(block * size, count, rows(fits));
            return fits;
          },
          (_, fits) -> count(fits, states));
      writer.finish();
      return new CubeRecipe.Made(writer.files(), told(windows, states));
    }
  }

  private static float[] rows(BandFits fits) {
    float[] rows = new float[fits.pixels() * fits.bands() * FIELDS.size()];
    Arrays.fill(rows, Float.NaN);
    for (int i = 0; i < fits.pixels() * fits.bands(); i++) {
      if (fits.state()[i] == BandFits.FITTED) {
        for (int f = 0; f < FIELDS.size(); f++) {
          rows[i * FIELDS.size() + f] = (float) fits.values()[i * BandFits.FIELDS + f];
        }
      }
    }
    return rows;
  }

  private static void count(BandFits fits, long[][] states) {
    for (int i = 0; i < fits.state().length; i++) {
      states[i % fits.bands()][fits.state()[i]]++;
    }
  }

  private static Map<String, String> told(List<BandWindow> windows, long[][] states) {
    Map<String, String> told = new TreeMap<>();
    told.put("quantity", "not told by the file; taken for reflectance");
    for (int w = 0; w < windows.size(); w++) {
      for (int s = 0; s < states[w].length; s++) {
        told.put(windows.get(w).name() + " " + BandFits.STATES.get(s), Long.toString(states[w][s]));
      }
    }
    return told;
  }
}
