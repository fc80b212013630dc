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
    BandPlan plan = BandWork.plan(Optional.ofNullable(bands));
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
    BandWork.Measured measured = new BandWork.Measured(file, cube, plan, sigmas);
    if (csv) {
      output.write(
          out,
          stream -> {
            try (BandWork work = BandWork.table(measured, out, stream, answer)) {
              run(work, cube);
            }
          });
      return;
    }
    try (BandWork work = BandWork.maps(measured, out, output, answer)) {
      run(work, cube);
    }
  }

  private void run(BandWork work, Cube cube) throws IOException {
    work.run(new CubeScan(cube, answer));
    answer.give(work.document(), work::say);
  }
}
