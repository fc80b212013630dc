package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.NewCube;
import org.jumelles.ryugu.parameter.LibrarySearch;
import org.jumelles.ryugu.parameter.Resampling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sam",
    description = "Spectral angles to the entries of a library.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu sam scene.hdr --library minerals.sli --json",
      "  jumelles ryugu sam scene.hdr --library minerals.sli -o match.hdr",
      "",
      "The library is resampled to the bands of CUBE, never beyond its own range nor over",
      "deleted channels, and compared over the bands that both have; an entry with less than",
      "--least-share of the good bands is not compared, and is listed so. OUT holds the best",
      "entry (from 1, 0 for none), its angle in rad, and the margin to the second. The least",
      "angle of a library is no identification."
    })
final class RyuguSamCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(paramLabel = "CUBE", description = "Spectra.")
  private Path file = Path.of("");

  @Option(names = "--library", required = true, paramLabel = "LIB", description = "Spectra.")
  private Path library = Path.of("");

  @Option(
      names = "--least-share",
      defaultValue = "0.9",
      paramLabel = "P",
      description = "Of the good bands that an entry must have. (0.9)")
  private double leastShare;

  @Option(names = "-o", paramLabel = "OUT", description = "Maps of float32.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    long begin = System.nanoTime();
    try (Cube cube = CubeInput.open(file, answer)) {
      CubeInput.goodBands(file, cube.axis());
      ReferenceSpectra given = ReferenceSpectra.read(library, cube.bands());
      LibrarySearch search =
          LibrarySearch.of(resampled(given, cube.axis()), cube.axis().good(), leastShare);
      Matches matches = new Matches(given.names().size());
      CubeScan scan = new CubeScan(cube);
      CubeScan.Step<double[]> step = block -> search.of(block.spectra(), block.count());
      if (out == null) {
        scan.each(step, matches::add);
      } else {
        List<String> names = List.of("best entry", "angle rad", "margin rad");
        NewCube wanted =
            NewCube.maps(cube.lines(), cube.samples(), names, "best of " + library.getFileName());
        try (CubeWriter writer = CubeInput.create(out, wanted, output)) {
          scan.each(
              step,
              (first, count, angles) ->
                  writer.write(first, count, matches.add(first, count, angles)));
          writer.finish();
        }
      }
      if (matches.none > 0) {
        answer.say(
            matches.none + " of " + cube.pixels() + " spectra have no angle to any: no numbers");
      }
      List<Map<String, Object>> entries = entries(given, search, matches, cube);
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("file", file.toString());
      document.put("spectra", cube.pixels());
      document.put("unmatched", matches.none);
      document.put("entries", entries);
      document.put("seconds", (System.nanoTime() - begin) / 1e9);
      answer.give(document, () -> text(entries));
      return ExitCode.OK;
    }
  }

  private double[][] resampled(ReferenceSpectra given, Axis axis) {
    boolean known =
        given.axis().isPresent()
            && CubeInput.hasMicrometres(axis)
            && CubeInput.hasMicrometres(given.axis().get());
    if (!known) {
      if (given.spectra()[0].length == axis.bands()) {
        answer.say("compared band by band: not both have wavelengths");
        return given.spectra();
      }
      throw new MalformedDataException(
          library.toString(),
          new Place.Whole(),
          "spectral axis",
          "wavelengths in cube and library, or as many bands",
          given.spectra()[0].length + " bands where the cube has " + axis.bands());
    }
    double[] um = axis.micrometres();
    Resampling resampling =
        new Resampling(given.axis().orElseThrow().micrometres(), um, widthsUm(axis));
    return Arrays.stream(given.spectra()).map(resampling::of).toArray(double[][]::new);
  }

  /// Full widths in um; those in wavenumber are left alone, as is an axis without.
  private static Optional<double[]> widthsUm(Axis axis) {
    return switch (axis.unit()) {
      case NANOMETRE -> axis.fullWidths().map(w -> Arrays.stream(w).map(v -> v / 1e3).toArray());
      case MICROMETRE -> axis.fullWidths();
      case PER_CM, BAND, UNKNOWN -> Optional.empty();
    };
  }

  /// Who was nearest where.
  private static final class Matches {
    private final long[] won;
    private final double[] least;
    private final long[] at;
    private long none;

    Matches(int entries) {
      won = new long[entries];
      least = new double[entries];
      at = new long[entries];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
    }

    /// Best entry, angle and margin of each pixel.
    double[] add(long first, int count, double[] angles) {
      double[] rows = new double[3 * count];
      for (int i = 0; i < count; i++) {
        int best = -1;
        double second = Double.NaN;
        double angle = Double.NaN;
        for (int j = 0; j < won.length; j++) {
          double one = angles[i * won.length + j];
          if (one < least[j]) {
            least[j] = one;
            at[j] = first + i;
          }
          if (best < 0 ? !Double.isNaN(one) : one < angle) {
            second = angle;
            angle = one;
            best = j;
          } else if (!(second <= one)) {
            second = one;
          }
        }
        none += best < 0 ? 1 : 0;
        if (best >= 0) {
          won[best]++;
        }
        rows[3 * i] = best + 1;
        rows[3 * i + 1] = angle;
        rows[3 * i + 2] = second - angle;
      }
      return rows;
    }
  }

  private static List<Map<String, Object>> entries(
      ReferenceSpectra given, LibrarySearch search, Matches matches, Cube cube) {
    boolean[] compared = search.compared();
    int[] bands = search.bandsUsed();
    List<Map<String, Object>> entries = new ArrayList<>();
    IntStream.range(0, compared.length)
        .boxed()
        .sorted((i, j) -> Long.compare(matches.won[j], matches.won[i]))
        .forEach(
            j -> {
              Map<String, Object> entry = new LinkedHashMap<>();
              entry.put("entry", j + 1);
              entry.put("name", given.names().get(j));
              entry.put("bands", bands[j]);
              entry.put("compared", compared[j]);
              entry.put("nearest_of", matches.won[j]);
              if (Double.isFinite(matches.least[j])) {
                entry.put("least_angle_rad", matches.least[j]);
                entry.put("at", CubeScan.place(cube, matches.at[j]));
              }
              entries.add(entry);
            });
    return entries;
  }

  private void text(List<Map<String, Object>> entries) {
    answer.out().println("nearest of, entry, name, bands, least angle (rad)");
    for (Map<String, Object> entry : entries.subList(0, Math.min(20, entries.size()))) {
      answer
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%8s  %5s  %-40s %5s  %s",
                  entry.get("nearest_of"),
                  entry.get("entry"),
                  entry.get("name"),
                  entry.get("bands"),
                  entry.getOrDefault("least_angle_rad", "not compared")));
    }
  }
}
