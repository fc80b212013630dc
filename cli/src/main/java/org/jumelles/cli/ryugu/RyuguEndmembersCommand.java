package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.NewCube;
import org.jumelles.ryugu.matrix.Projection;
import org.jumelles.ryugu.matrix.Scatter;
import org.jumelles.ryugu.scene.Components;
import org.jumelles.ryugu.scene.PureSpectra;
import org.jumelles.ryugu.scene.Purity;
import org.jumelles.ryugu.scene.VertexCoordinates;
import org.jumelles.ryugu.unmixing.Endmembers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "endmembers",
    description = "The pixels of a cube that are most nearly pure.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu endmembers scene.hdr --count 5 --json",
      "  jumelles ryugu endmembers scene.hdr --count 5 --method nfindr -o ends.hdr",
      "",
      "OUT holds their spectra, for --endmembers of unmix. What is found are corners of the",
      "cloud of spectra: where no pixel is pure, none of them is. VCA and PPI draw by lot",
      "from --seed; the same seed gives the same pixels."
    })
final class RyuguEndmembersCommand implements Callable<Integer> {
  /// Coordinates kept at once: half a gigabyte.
  private static final long MOST_COORDINATES = 1L << 26;

  enum Method {
    VCA,
    NFINDR,
    PPI
  }

  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(paramLabel = "CUBE", description = "Spectra.")
  private Path file = Path.of("");

  @Option(names = "--count", required = true, paramLabel = "N", description = "2 or more.")
  private int wanted;

  @Option(
      names = "--method",
      defaultValue = "VCA",
      paramLabel = "vca|nfindr|ppi",
      description = "Corners by lot, the greatest simplex, or ends of shadows. (vca)")
  private Method method = Method.VCA;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "(1)")
  private long seed;

  @Option(names = "--skewers", defaultValue = "1000", paramLabel = "K", description = "(1000)")
  private int skewers;

  @Option(names = "-o", paramLabel = "OUT", description = "Their spectra.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    long begin = System.nanoTime();
    try (Cube cube = CubeInput.open(file, answer)) {
      int[] good = CubeInput.goodBands(file, cube.axis());
      if (wanted < 2 || wanted > good.length || wanted > cube.pixels() || skewers < 1) {
        throw new IllegalArgumentException(
            "--count " + wanted + ": 2 to " + Math.min(good.length, cube.pixels()) + " here");
      }
      CubeScan scan = new CubeScan(cube, answer);
      Scatter scatter = RyuguPcaCommand.told(scan, cube, file, answer);
      long[] pixels =
          switch (method) {
            case VCA -> vertices(cube, scan, scatter, good);
            case NFINDR -> simplex(cube, scan, scatter, good);
            case PPI -> purest(scan, scatter, good);
          };
      if (pixels.length < wanted) {
        answer.say("jumelles: the scene has no more than " + pixels.length + " corners");
      }
      double[][] spectra = spectra(cube, pixels);
      if (out != null) {
        write(out, cube, spectra);
      }
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("file", file.toString());
      document.put("method", method.name().toLowerCase(Locale.ROOT));
      List<List<Long>> places =
          Arrays.stream(pixels).mapToObj(pixel -> CubeScan.place(cube, pixel)).toList();
      document.put("at", places);
      document.put("condition_number", condition(spectra, cube));
      document.put("seconds", (System.nanoTime() - begin) / 1e9);
      answer.give(document, () -> places.forEach(place -> answer.out().println(place)));
      return ExitCode.OK;
    }
  }

  private double condition(double[][] spectra, Cube cube) {
    List<String> names =
        IntStream.range(0, spectra.length).mapToObj(i -> "spectrum " + (i + 1)).toList();
    return Endmembers.of(file.toString(), names, spectra, cube.axis().good()).conditionNumber();
  }

  private long[] vertices(Cube cube, CubeScan scan, Scatter scatter, int[] good)
      throws IOException {
    VertexCoordinates coordinates = VertexCoordinates.of(file.toString(), scatter, wanted);
    double[] y = new double[coordinatesOf(cube, wanted)];
    scan.each(
        block -> coordinates.of(scan.good(block, good), block.count()),
        (first, count, made) -> System.arraycopy(made, 0, y, (int) first * wanted, made.length));
    coordinates.level(y);
    return longs(PureSpectra.vertices(y, (int) cube.pixels(), wanted, seed));
  }

  private long[] simplex(Cube cube, CubeScan scan, Scatter scatter, int[] good) throws IOException {
    int width = wanted - 1;
    Projection projection = Components.principal(file.toString(), scatter).projection(width);
    double[] y = new double[coordinatesOf(cube, width)];
    scan.each(
        block -> projection.of(scan.good(block, good), block.count()),
        (first, count, made) -> {
          for (int i = 0; i < count; i++) {
            System.arraycopy(made[i], 0, y, ((int) first + i) * width, width);
          }
        });
    return longs(PureSpectra.greatestSimplex(y, (int) cube.pixels(), wanted));
  }

  private long[] purest(CubeScan scan, Scatter scatter, int[] good) throws IOException {
    Purity purity = Purity.drawn(scatter.mean(), skewers, seed);
    Purity.Ends ends = purity.none();
    scan.each(
        block -> purity.of(scan.good(block, good), block.count(), block.firstPixel()),
        (first, count, made) -> ends.take(made));
    return ends.counts().stream().limit(wanted).mapToLong(Map.Entry::getKey).toArray();
  }

  private int coordinatesOf(Cube cube, int width) {
    long numbers = cube.pixels() * width;
    if (numbers > MOST_COORDINATES) {
      throw new MalformedDataException(
          file.toString(),
          new Place.Whole(),
          "pixels x coordinates",
          "up to " + MOST_COORDINATES + " at once; --method ppi needs none",
          String.valueOf(numbers));
    }
    return (int) numbers;
  }

  private static long[] longs(int[] pixels) {
    return Arrays.stream(pixels).asLongStream().toArray();
  }

  private static double[][] spectra(Cube cube, long[] pixels) throws IOException {
    double[][] spectra = new double[pixels.length][cube.bands()];
    for (int i = 0; i < pixels.length; i++) {
      cube.read(pixels[i], 1, spectra[i]);
    }
    return spectra;
  }

  private void write(Path to, Cube cube, double[][] spectra) throws IOException {
    NewCube wantedCube =
        NewCube.of(spectra.length, 1, cube.axis(), "purest spectra of " + file.getFileName());
    try (CubeWriter writer = CubeInput.create(to, wantedCube, output)) {
      for (int i = 0; i < spectra.length; i++) {
        writer.write(i, 1, spectra[i]);
      }
      writer.finish();
    }
  }
}
