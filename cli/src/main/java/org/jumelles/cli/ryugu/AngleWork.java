package org.jumelles.cli.ryugu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.OutputFile;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.parameter.LibrarySearch;
import org.jumelles.ryugu.parameter.Resampling;

/// Spectral angles to the entries of a library: the best of each spectrum, as maps where they are
/// wanted, and the best spectrum of each entry.
final class AngleWork implements CubeWork {
  /// Of the good bands that an entry must have, where nobody says otherwise.
  static final double LEAST_SHARE = 0.9;

  private final Answer answer;
  private final Path source;
  private final Cube cube;
  private final Path library;
  private final ReferenceSpectra given;
  private final LibrarySearch search;
  private final Matches matches;
  private final MapsFile maps;
  private final long begin = System.nanoTime();

  /// @param source the name of the cube
  /// @param leastShare of the good bands that an entry must have
  /// @param out none for no maps
  AngleWork(
      Path source,
      Cube cube,
      Path library,
      double leastShare,
      Optional<Path> out,
      OutputFile output,
      Answer answer)
      throws IOException {
    this.answer = answer;
    this.source = source;
    this.cube = cube;
    this.library = library;
    CubeInput.goodBands(source, cube.axis());
    given = ReferenceSpectra.read(library, cube.bands());
    search = LibrarySearch.of(resampled(given, cube.axis()), cube.axis().good(), leastShare);
    matches = new Matches(given.names().size());
    List<String> names = List.of("best entry", "angle rad", "margin rad");
    maps = MapsFile.of(out, cube, names, "best of " + library.getFileName(), output);
  }

  @Override
  public Counting of(CubeScan.Block block) {
    double[] angles = search.of(block.spectra(), block.count());
    return () -> {
      double[] rows = matches.add(block.firstPixel(), block.count(), angles);
      maps.write(block.firstPixel(), block.count(), rows);
    };
  }

  @Override
  public void finish() throws IOException {
    maps.finish();
    if (matches.none > 0) {
      answer.say(
          matches.none + " of " + cube.pixels() + " spectra have no angle to any: no numbers");
    }
  }

  @Override
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", source.toString());
    document.put("spectra", cube.pixels());
    document.put("unmatched", matches.none);
    document.put("entries", entries());
    document.put("seconds", (System.nanoTime() - begin) / 1e9);
    return document;
  }

  @Override
  public void close() throws IOException {
    maps.close();
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

  private List<Map<String, Object>> entries() {
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

  @Override
  public void say() {
    List<Map<String, Object>> entries = entries();
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
