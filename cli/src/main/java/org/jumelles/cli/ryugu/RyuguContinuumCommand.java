package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jumelles.ryugu.cube.Cube;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "continuum",
    description = "Divides each spectrum by its upper convex hull.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu continuum scene.hdr -o flat.hdr",
      "  jumelles ryugu continuum scene.hdr --axis wavenumber -o flat.hdr",
      "",
      "The hull runs over the true axis, by its unit: that over wavelength is not that",
      "over wavenumber, so it is named in the answer. Bad bands, values that are no number,",
      "and places where the hull is not above zero, become NaN and are counted."
    })
final class RyuguContinuumCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(paramLabel = "CUBE", description = "Reflectance.")
  private Path file = Path.of("");

  @Option(
      names = "--axis",
      defaultValue = "WAVELENGTH",
      paramLabel = "wavelength|wavenumber",
      description = "What the hull runs over. (wavelength)")
  private ContinuumWork.AxisKind kind = ContinuumWork.AxisKind.WAVELENGTH;

  @Option(names = "-o", required = true, paramLabel = "OUT", description = "float32, as CUBE.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (Cube cube = CubeInput.open(file, answer);
        ContinuumWork work = new ContinuumWork(file, cube, kind, out, output, answer)) {
      work.run(new CubeScan(cube, answer));
      answer.give(work.document(), work::say);
      return ExitCode.OK;
    }
  }
}
