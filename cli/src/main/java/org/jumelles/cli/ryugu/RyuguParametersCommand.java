package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.NewCube;
import org.jumelles.ryugu.parameter.BandFits;
import org.jumelles.ryugu.parameter.BandPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "parameters",
    description = "Centre, depth, width and area of bands in each pixel, with sigma.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu parameters grain.hdr -o maps.hdr",
      "  jumelles ryugu parameters grain.hdr --bands mine.csv --sigma sigma.hdr -o maps.hdr",
      "  jumelles ryugu parameters grain.hdr -o table.csv --csv",
      "",
      "A line of --bands is fit,NAME,LOW,HIGH,CENTRE,SIGMA or depth,NAME,SHORT,CENTRE,LONG",
      "or ratio,NAME,UPPER,LOWER, all in um. Without it: OH, NH, CH and carbonate. Windows",
      "that overlap are fitted together. States: 0 fitted, 1 no data, 2 restless, 3 no band",
      "deeper than three sigma (its centre is that of noise), 4 at a bound."
    })
final class RyuguParametersCommand implements Callable<Integer> {
  private static final List<String> FIELDS =
      List.of(
          "centre_um",
          "centre_sigma_um",
          "depth",
          "depth_sigma",
          "width_um",
          "width_sigma_um",
          "area_um",
          "area_sigma_um");

  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(paramLabel = "CUBE", description = "Reflectance, with its wavelengths.")
  private Path file = Path.of("");

  @Option(names = "--bands", paramLabel = "FILE", description = "What to measure.")
  private @Nullable Path bands;

  @Option(names = "--sigma", paramLabel = "CUBE", description = "Sigma of each value of CUBE.")
  private @Nullable Path sigma;

  @Option(names = "-o", required = true, paramLabel = "OUT", description = "Maps, or a table.")
  private Path out = Path.of("");

  @Option(names = "--csv", description = "OUT is a table, a line a pixel.")
  private boolean csv;

  @Override
  public Integer call() throws IOException {
    BandPlan plan =
        bands == null
            ? BandPlan.standard()
            : BandPlan.parse(
                bands.toString(), new String(Files.readAllBytes(bands), StandardCharsets.UTF_8));
    try (Cube cube = CubeInput.open(file, answer)) {
      if (sigma == null) {
        measure(plan, cube, Optional.empty());
      } else {
        try (Cube sigmas = CubeInput.open(sigma, answer)) {
          CubeInput.requireAlike(cube, sigmas, sigma);
          measure(plan, cube, Optional.of(sigmas));
        }
      }
    }
    return ExitCode.OK;
  }

  private void measure(BandPlan plan, Cube cube, Optional<Cube> sigmas) throws IOException {
    double[] um = CubeInput.micrometres(file, cube.axis());
    BandMaps maps = new BandMaps(file.toString(), um, cube.axis().good(), plan, sigmas);
    List<String> names = names(plan);
    long[][] states = new long[plan.windows().size()][BandFits.STATES.size()];
    if (csv) {
      output.write(
          out,
          stream -> {
            stream.write(("line,sample," + String.join(",", names) + "\n").getBytes(UTF_8));
            new CubeScan(cube)
                .each(
                    maps::of,
                    (first, count, made) -> {
                      tally(made, names.size(), states);
                      for (int i = 0; i < count; i++) {
                        stream.write(row(cube, first + i, made, i, names.size()).getBytes(UTF_8));
                      }
                    });
          });
    } else {
      NewCube wanted =
          NewCube.maps(cube.lines(), cube.samples(), names, "bands of " + file.getFileName());
      try (CubeWriter writer = CubeInput.create(out, wanted, output)) {
        new CubeScan(cube)
            .each(
                block -> {
                  double[] made = maps.of(block);
                  writer.write(block.firstPixel(), block.count(), made);
                  return made;
                },
                (first, count, made) -> tally(made, names.size(), states));
        writer.finish();
      }
    }
    answer.give(document(plan, cube, states), () -> text(plan, states));
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private static List<String> names(BandPlan plan) {
    List<String> names = new ArrayList<>();
    plan.windows()
        .forEach(
            window -> {
              FIELDS.forEach(field -> names.add(window.name() + " " + field));
              names.add(window.name() + " chi_square");
              names.add(window.name() + " state");
            });
    plan.indices()
        .forEach(
            index -> {
              names.add(index.name());
              names.add(index.name() + " sigma");
            });
    return names;
  }

  private static void tally(double[] made, int width, long[][] states) {
    for (int from = 0; from < made.length; from += width) {
      for (int band = 0; band < states.length; band++) {
        states[band][(int) made[from + band * BandMaps.FIELDS + BandMaps.FIELDS - 1]]++;
      }
    }
  }

  private static String row(Cube cube, long pixel, double[] made, int i, int width) {
    StringBuilder row = new StringBuilder();
    row.append(pixel / cube.samples()).append(',').append(pixel % cube.samples());
    for (int k = 0; k < width; k++) {
      double value = made[i * width + k];
      row.append(',');
      if (!Double.isNaN(value)) {
        row.append((float) value);
      }
    }
    return row.append('\n').toString();
  }

  private Map<String, Object> document(BandPlan plan, Cube cube, long[][] states) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toString());
    document.put("spectra", cube.pixels());
    Map<String, Object> each = new LinkedHashMap<>();
    for (int band = 0; band < states.length; band++) {
      Map<String, Long> counts = new LinkedHashMap<>();
      for (int state = 0; state < BandFits.STATES.size(); state++) {
        counts.put(BandFits.STATES.get(state).replace(' ', '_'), states[band][state]);
      }
      each.put(plan.windows().get(band).name(), counts);
    }
    document.put("bands", each);
    return document;
  }

  private void text(BandPlan plan, long[][] states) {
    answer.out().println("band, " + String.join(", ", BandFits.STATES));
    for (int band = 0; band < states.length; band++) {
      StringBuilder row = new StringBuilder();
      for (long count : states[band]) {
        row.append(String.format(Locale.ROOT, "%10d", count));
      }
      answer.out().println(plan.windows().get(band).name() + "  " + row);
    }
    answer.say("written: " + out);
  }
}
