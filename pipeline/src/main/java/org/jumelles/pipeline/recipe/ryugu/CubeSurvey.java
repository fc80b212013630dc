package org.jumelles.pipeline.recipe.ryugu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.archive.product.Recipe;
import org.jumelles.pipeline.run.Blocks;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Statistics;

/// `ryugu/survey`: what any cube is asked first. Least, greatest, mean and spread of the whole and
/// of each band, the mean spectrum, and a picture.
final class CubeSurvey {
  static final Recipe RECIPE = new Recipe("ryugu/survey", "1");
  static final String ENTRY = "cube-survey";
  static final String TABLE = "bands.csv";

  private final Cube cube;
  private final Statistics[] bands;
  private final CubePicture picture;
  private Statistics all = Statistics.NONE;

  private CubeSurvey(Cube cube) {
    this.cube = cube;
    bands = new Statistics[cube.bands()];
    Arrays.fill(bands, Statistics.NONE);
    picture = new CubePicture(cube);
  }

  static CubeRecipe.Made of(String key, Cube cube, Path folder) throws IOException {
    CubeSurvey survey = new CubeSurvey(cube);
    survey.read();
    List<Path> files = new ArrayList<>();
    files.add(Files.writeString(folder.resolve(TABLE), survey.table()));
    files.addAll(survey.picture.write(key, folder));
    if (cube.bands() > 1) {
      double[] means = Arrays.stream(survey.bands).mapToDouble(Statistics::mean).toArray();
      files.add(CubePicture.spectrum(key, cube.axis(), means, folder));
    }
    return new CubeRecipe.Made(files, survey.told());
  }

  /// What comes of one block.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Part(Statistics all, Statistics[] bands, double[] values) {}

  private void read() throws IOException {
    int size = Statistics.block(cube);
    Blocks.inOrder(
        (cube.pixels() + size - 1) / size,
        Runtime.getRuntime().availableProcessors(),
        block -> part(block * size, size),
        (block, part) -> {
          all = all.and(part.all());
          for (int b = 0; b < bands.length; b++) {
            bands[b] = bands[b].and(part.bands()[b]);
          }
          picture.take(block * size, part.values());
        });
  }

  private Part part(long first, int size) throws IOException {
    int count = (int) Math.min(size, cube.pixels() - first);
    double[] values = ReflectanceRecipe.read(cube, first, count);
    Statistics[] parts = new Statistics[bands.length];
    double[] band = new double[count];
    for (int b = 0; b < parts.length; b++) {
      for (int i = 0; i < count; i++) {
        band[i] = values[i * parts.length + b];
      }
      parts[b] = Statistics.of(band, count);
    }
    return new Part(Statistics.of(values, values.length), parts, values);
  }

  private Map<String, String> told() {
    Map<String, String> told = new TreeMap<>();
    told.put("min", CubeRecipe.number(all.min()));
    told.put("max", CubeRecipe.number(all.max()));
    told.put("mean", CubeRecipe.number(all.mean()));
    told.put("sigma", CubeRecipe.number(all.sigma()));
    told.put("sum", CubeRecipe.number(all.total()));
    told.put("values", Long.toString(all.count()));
    told.put("no_data", Long.toString(all.noData()));
    return told;
  }

  private String table() {
    Axis axis = cube.axis();
    StringBuilder text = new StringBuilder(256);
    text.append("# the axis is in ").append(axis.unit().word());
    text.append("; numbers are after the file's scale, in its own unit\n");
    text.append("band,axis,good,values,no_data,min,max,mean,sigma\n");
    for (int b = 0; b < bands.length; b++) {
      Statistics one = bands[b];
      text.append(b + 1).append(',').append(axis.values()[b]).append(',');
      text.append(axis.good()[b] ? "yes" : "no").append(',');
      text.append(one.count()).append(',').append(one.noData());
      for (double value : new double[] {one.min(), one.max(), one.mean(), one.sigma()}) {
        text.append(',').append(Double.isNaN(value) ? "" : CubeRecipe.number(value));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
