package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.NewCube;
import org.jumelles.ryugu.inclusion.PartStatistics;
import org.jumelles.ryugu.inclusion.Segmentation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "inclusions",
    description = "Connected parts of a map, and what is measured in each.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu inclusions maps.hdr --band 3 --from 0.1 --pixel-um 22.5",
      "  jumelles ryugu inclusions maps.hdr --band 3 --from 0.1 --measure grain.hdr \\",
      "      --csv table.csv -o labels.hdr",
      "",
      "Pixels of the band from --from to --to that touch by edge or corner are one part. The",
      "table has a line a part: place, size, and of each band of --measure (else of MAPS) the",
      "mean, its sigma and the pixels it rests on. The sigma takes pixels for independent."
    })
final class RyuguInclusionsCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(paramLabel = "MAPS", description = "Maps, or any cube.")
  private Path file = Path.of("");

  @Option(names = "--band", defaultValue = "1", paramLabel = "N", description = "From 1. (1)")
  private int band;

  @Option(names = "--from", paramLabel = "LOW", description = "Least value inside.")
  private double low = Double.NEGATIVE_INFINITY;

  @Option(names = "--to", paramLabel = "HIGH", description = "Greatest value inside.")
  private double high = Double.POSITIVE_INFINITY;

  @Option(
      names = "--least-pixels",
      defaultValue = "4",
      paramLabel = "N",
      description = "Smaller parts are left out, and counted. (4)")
  private int leastPixels;

  @Option(names = "--pixel-um", paramLabel = "UM", description = "Side of a pixel, for areas.")
  private double pixelUm = Double.NaN;

  @Option(names = "--measure", paramLabel = "CUBE", description = "What is measured.")
  private @Nullable Path measure;

  @Option(names = "--csv", paramLabel = "FILE", description = "The table.")
  private @Nullable Path csv;

  @Option(names = "-o", paramLabel = "OUT", description = "A map of labels from 1.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("--from or --to is needed");
    }
    try (Cube maps = CubeInput.open(file, answer)) {
      Segmentation parts = segmented(maps);
      if (out != null) {
        labels(out, maps, parts);
      }
      if (measure == null) {
        tell(maps, parts);
      } else {
        try (Cube cube = CubeInput.open(measure, answer)) {
          if (cube.lines() != maps.lines() || cube.samples() != maps.samples()) {
            throw new MalformedDataException(
                measure.toString(),
                new Place.Whole(),
                "lines x samples",
                maps.lines() + " x " + maps.samples() + " as the maps",
                cube.lines() + " x " + cube.samples());
          }
          tell(cube, parts);
        }
      }
    }
    return ExitCode.OK;
  }

  private Segmentation segmented(Cube maps) throws IOException {
    if (band < 1 || band > maps.bands()) {
      throw new IllegalArgumentException("--band " + band + ": 1 to " + maps.bands() + " here");
    }
    double[] map = new double[Math.toIntExact(maps.pixels())];
    new CubeScan(maps, answer)
        .each(
            block -> {
              double[] one = new double[block.count()];
              for (int i = 0; i < one.length; i++) {
                one[i] = block.spectra()[i * maps.bands() + band - 1];
              }
              return one;
            },
            (first, count, made) -> System.arraycopy(made, 0, map, (int) first, count));
    return Segmentation.of(map, maps.samples(), low, high, leastPixels);
  }

  private void labels(Path to, Cube maps, Segmentation parts) throws IOException {
    NewCube wanted =
        NewCube.maps(
            maps.lines(), maps.samples(), List.of("label"), "parts of " + file.getFileName());
    try (CubeWriter writer = CubeInput.create(to, wanted, output)) {
      for (int i = 0; i < parts.labels().length; i++) {
        writer.write(i, 1, new double[] {parts.labels()[i]});
      }
      writer.finish();
    }
  }

  private void tell(Cube cube, Segmentation parts) throws IOException {
    PartStatistics statistics = new PartStatistics(parts.parts().size(), cube.bands());
    new CubeScan(cube, answer)
        .each(
            block -> block.spectra(),
            (first, count, spectra) -> statistics.add(parts, first, count, spectra));
    List<String> names = new ArrayList<>(cube.container().bandNames());
    for (int k = names.size(); k < cube.bands(); k++) {
      names.add("band " + (k + 1));
    }
    if (csv != null) {
      output.write(
          csv,
          stream -> stream.write(table(names, parts, statistics).getBytes(StandardCharsets.UTF_8)));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file.toString());
    document.put("inclusions", rows(names, parts, statistics));
    document.put("left_out_small", parts.small());
    document.put("no_data", parts.noData());
    answer.give(document, () -> text(parts));
  }

  private List<Map<String, Object>> rows(
      List<String> names, Segmentation parts, PartStatistics statistics) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Segmentation.Part part : parts.parts()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("label", part.label());
      row.put("pixels", part.pixels());
      row.put("area_um2", part.pixels() * pixelUm * pixelUm);
      row.put("centroid", List.of(part.line(), part.sample()));
      row.put("lines", List.of(part.firstLine(), part.lastLine()));
      row.put("samples", List.of(part.firstSample(), part.lastSample()));
      List<Map<String, Object>> bands = new ArrayList<>();
      for (int k = 0; k < names.size(); k++) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("band", names.get(k));
        one.put("mean", statistics.mean(part.label() - 1, k));
        one.put("sigma", statistics.sigma(part.label() - 1, k));
        one.put("pixels", statistics.count(part.label() - 1, k));
        bands.add(one);
      }
      row.put("bands", bands);
      rows.add(row);
    }
    return rows;
  }

  private static String table(List<String> names, Segmentation parts, PartStatistics statistics) {
    StringBuilder table = new StringBuilder("label,pixels,line,sample");
    names.forEach(name -> table.append(',').append(name).append(',').append(name).append(" sigma"));
    table.append('\n');
    for (Segmentation.Part part : parts.parts()) {
      table.append(part.label()).append(',').append(part.pixels());
      table.append(',').append(part.line()).append(',').append(part.sample());
      for (int k = 0; k < names.size(); k++) {
        table.append(',').append(orNothing(statistics.mean(part.label() - 1, k)));
        table.append(',').append(orNothing(statistics.sigma(part.label() - 1, k)));
      }
      table.append('\n');
    }
    return table.toString();
  }

  private static String orNothing(double value) {
    return Double.isNaN(value) ? "" : String.valueOf((float) value);
  }

  private void text(Segmentation parts) {
    answer.out().println("label, pixels, line and sample of the centroid");
    for (Segmentation.Part part : parts.parts()) {
      answer
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%5d %7d %9.2f %9.2f",
                  part.label(),
                  part.pixels(),
                  part.line(),
                  part.sample()));
    }
    answer.say(
        parts.parts().size()
            + " parts, "
            + parts.small()
            + " left out as small, "
            + parts.noData()
            + " pixels without data");
  }
}
