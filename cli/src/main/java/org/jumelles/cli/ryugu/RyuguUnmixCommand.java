package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.ryugu.cube.Cube;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "unmix",
    description = "Abundances of endmembers in each pixel, exactly, with a certificate.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu unmix scene.hdr --endmembers minerals.hdr",
      "  jumelles ryugu unmix scene.hdr --endmembers minerals.hdr --method fcls -o maps.hdr",
      "  jumelles ryugu unmix scene.mat --endmembers ends.mat --method sparse --penalty 0.01",
      "",
      "The endmembers are in the bands of CUBE: pixels of a cube, a library, or columns of a",
      "matrix. OUT holds a map a fraction, its sigma, the residual, the worst breach of the",
      "conditions of optimality, and a state: 0 solved, 1 no data, 2 on the brink, 3 unsolved.",
      "The mixture is linear: a fraction is of area, not of mass. The condition number tells",
      "how far the endmembers can be told apart at all. Exit code 3 where one is unsolved."
    })
final class RyuguUnmixCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(paramLabel = "CUBE", description = "Spectra in the unit of the endmembers.")
  private Path file = Path.of("");

  @Option(names = "--endmembers", required = true, paramLabel = "E", description = "Spectra.")
  private Path ends = Path.of("");

  @Option(
      names = "--method",
      defaultValue = "NNLS",
      paramLabel = "nnls|fcls|sparse",
      description = "None negative; that and sum one; that and few. (nnls)")
  private FractionWork.Method method = FractionWork.Method.NNLS;

  @Option(
      names = "--penalty",
      defaultValue = "0.001",
      paramLabel = "L",
      description = "Of sparse: 1/2 |E a - x|^2 + L |a|_1, in the spectra's unit squared. (0.001)")
  private double penalty;

  @Option(
      names = "--divide-by",
      defaultValue = "1",
      paramLabel = "K",
      description = "Every value of CUBE is divided by it. (1)")
  private double divisor;

  @Option(names = "-o", paramLabel = "OUT", description = "Maps of float32.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    try (Cube cube = CubeInput.open(file, answer);
        FractionWork work =
            new FractionWork(
                file, cube, ends, method, penalty, Optional.ofNullable(out), output, answer)) {
      CubeScan scan = new CubeScan(cube, divisor, answer);
      work.run(scan);
      if (!work.isAny()) {
        answer.say("jumelles: " + scan.nothing(file));
      }
      answer.give(work.document(), work::say);
      return work.isWhole() ? ExitCode.OK : ExitCode.REFUSED;
    }
  }
}
