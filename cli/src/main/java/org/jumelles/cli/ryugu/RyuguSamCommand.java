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
    try (Cube cube = CubeInput.open(file, answer);
        AngleWork work =
            new AngleWork(
                file, cube, library, leastShare, Optional.ofNullable(out), output, answer)) {
      work.run(new CubeScan(cube, answer));
      answer.give(work.document(), work::say);
      return ExitCode.OK;
    }
  }
}
