package org.jumelles.cli.ryugu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.parameter.BandPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "chain",
    description = "Frames to reflectance, continuum, bands, angles and fractions in one pass.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu chain --raw raw.hdr --dark dark.hdr --white white.hdr \\",
      "      --reference white.csv --gain 20 --read-noise 3 --endmembers ends.hdr -o grain",
      "",
      "What calibrate, continuum, parameters, sam and unmix do one after another, with the",
      "same numbers: each block of the frames is read once. FOLDER, made where it is not",
      "there, has reflectance.hdr with its -sigma, -noise and -mask, continuum.hdr, bands.hdr,",
      "angles.hdr where there is a --library, and fractions.hdr where there are --endmembers.",
      "The noise is the sigma of the fits where it is known."
    })
final class RyuguChainCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();
  @Mixin private CalibrationOptions options = new CalibrationOptions();

  @Option(names = "--bands", paramLabel = "FILE", description = "What parameters measures.")
  private @Nullable Path bands;

  @Option(names = "--library", paramLabel = "LIB", description = "Spectra of sam.")
  private @Nullable Path library;

  @Option(names = "--endmembers", paramLabel = "E", description = "Spectra of unmix.")
  private @Nullable Path ends;

  @Option(
      names = "--method",
      defaultValue = "FCLS",
      paramLabel = "nnls|fcls|sparse",
      description = "None negative; that and sum one; that and few. (fcls)")
  private FractionWork.Method method = FractionWork.Method.FCLS;

  @Option(names = "--penalty", defaultValue = "0.001", paramLabel = "L", description = "Of sparse.")
  private double penalty;

  @Option(names = "-o", required = true, paramLabel = "FOLDER", description = "Of all products.")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(folder);
    Path reflectance = folder.resolve("reflectance.hdr");
    try (CalibrationOptions.Scene scene = options.open(answer);
        CalibrationWork calibration =
            new CalibrationWork(options, scene, reflectance, output, answer);
        CubeChain chain = new CubeChain(calibration, answer)) {
      fill(chain, reflectance, scene.raw());
      chain.run(new CubeScan(scene.raw(), answer));
      answer.give(chain.document(), chain::say);
      return chain.isWhole() ? ExitCode.OK : ExitCode.REFUSED;
    }
  }

  private void fill(CubeChain chain, Path reflectance, Cube cube) throws IOException {
    chain.add(
        "continuum",
        new ContinuumWork(
            reflectance,
            cube,
            ContinuumWork.AxisKind.WAVELENGTH,
            folder.resolve("continuum.hdr"),
            output,
            answer));
    BandPlan plan = BandWork.plan(Optional.ofNullable(bands));
    BandWork.Measured measured = new BandWork.Measured(reflectance, cube, plan, Optional.empty());
    chain.add("parameters", BandWork.maps(measured, folder.resolve("bands.hdr"), output, answer));
    if (library != null) {
      Optional<Path> angles = Optional.of(folder.resolve("angles.hdr"));
      chain.add(
          "sam",
          new AngleWork(reflectance, cube, library, AngleWork.LEAST_SHARE, angles, output, answer));
    }
    if (ends != null) {
      Optional<Path> fractions = Optional.of(folder.resolve("fractions.hdr"));
      chain.add(
          "unmix",
          new FractionWork(reflectance, cube, ends, method, penalty, fractions, output, answer));
    }
  }
}
