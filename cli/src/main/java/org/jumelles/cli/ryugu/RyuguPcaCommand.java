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
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.NewCube;
import org.jumelles.ryugu.matrix.Projection;
import org.jumelles.ryugu.matrix.Scatter;
import org.jumelles.ryugu.scene.Components;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "pca",
    description = "Principal components of a cube's spectra.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu pca scene.hdr --json",
      "  jumelles ryugu pca scene.hdr --components 5 -o images.hdr",
      "",
      "Eigenvalues of the covariance over the good bands, greatest first, in the square of",
      "the cube's unit. Spectra with a value that is no number are left out and counted."
    })
final class RyuguPcaCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();
  @Mixin private Scene scene = new Scene();

  @Override
  public Integer call() throws IOException {
    return scene.run(
        answer,
        output,
        (cube, scan) -> Components.principal(scene.name(), told(scan, cube, scene.file(), answer)));
  }

  /// What pca and mnf have in common: a cube, and images of the first components.
  static final class Scene {
    @Parameters(paramLabel = "CUBE", description = "Spectra.")
    private Path file = Path.of("");

    @Option(
        names = "--components",
        defaultValue = "10",
        paramLabel = "N",
        description = "Images in OUT, values in the text. (10)")
    private int wanted;

    @Option(names = "-o", paramLabel = "OUT", description = "Images of the first components.")
    private @Nullable Path out;

    String name() {
      return file.toString();
    }

    Path file() {
      return file;
    }

    interface Analysis {
      Components of(Cube cube, CubeScan scan) throws IOException;
    }

    int run(Answer answer, OutputFile output, Analysis analysis) throws IOException {
      long begin = System.nanoTime();
      try (Cube cube = CubeInput.open(file, answer)) {
        CubeInput.goodBands(file, cube.axis());
        CubeScan scan = new CubeScan(cube, answer);
        Components components = analysis.of(cube, scan);
        int count = Math.clamp(wanted, 1, components.eigenvalues().length);
        if (out != null) {
          write(out, output, cube, scan, components.projection(count));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", name());
        document.put("bands_used", components.mean().length);
        document.put("trace", components.trace());
        document.put("eigenvalues", CubeInput.boxed(components.eigenvalues()));
        document.put("seconds", (System.nanoTime() - begin) / 1e9);
        answer.give(
            document,
            () -> {
              answer.out().println("component, eigenvalue, part of " + components.trace());
              for (int c = 0; c < count; c++) {
                double value = components.eigenvalues()[c];
                double part = value / components.trace();
                answer
                    .out()
                    .println(String.format(Locale.ROOT, "%4d %18.8g %8.5f", c + 1, value, part));
              }
            });
        return ExitCode.OK;
      }
    }

    private void write(Path to, OutputFile output, Cube cube, CubeScan scan, Projection projection)
        throws IOException {
      List<String> names =
          IntStream.rangeClosed(1, projection.directions())
              .mapToObj(c -> "component " + c)
              .toList();
      NewCube images =
          NewCube.maps(cube.lines(), cube.samples(), names, "components of " + file.getFileName());
      int[] good = CubeInput.goodBands(cube.axis());
      try (CubeWriter writer = CubeInput.create(to, images, output)) {
        scan.eachLent(
            block -> {
              double[][] rows = projection.of(scan.good(block, good), block.count());
              double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
              writer.write(block.firstPixel(), block.count(), flat);
              return block.count();
            },
            (first, count, made) -> {});
        writer.finish();
      }
    }
  }

  /// The scatter of a cube; what was left out of it is said on standard error, and why where that
  /// is all.
  static Scatter told(CubeScan scan, Cube cube, Path file, Answer answer) throws IOException {
    Scatter scatter = scan.scatter(false);
    if (scatter.left() > 0) {
      answer.say(scatter.left() + " spectra left out: a value that is no number");
    }
    if (scatter.left() == cube.pixels()) {
      answer.say("jumelles: " + scan.nothing(file));
    }
    return scatter;
  }
}
