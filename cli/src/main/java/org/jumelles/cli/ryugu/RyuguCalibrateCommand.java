package org.jumelles.cli.ryugu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "calibrate",
    description = "Raw, dark and white frames to reflectance with sigma and mask.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu calibrate --raw raw.hdr --dark dark.hdr --white white.hdr \\",
      "      --reference white.csv --gain 20 --read-noise 3 -o grain.hdr",
      "",
      "R = (S - D_S) / (W - D_W) / X * R_ref. Writes OUT, and beside it OUT-sigma, OUT-noise",
      "(sigma without the reference's part, which bands share: what a fit wants as --sigma) and",
      "OUT-mask: 1 no data, 2 saturated, 4 dead, 8 white is dark (no value in these),",
      "16 spiked, 32 repaired. Nothing is clipped. A dark or white of one line serves every",
      "line. REF has lines of um,reflectance,sigma. Without --gain and --read-noise sigma",
      "is not known, and NaN. Without --white-dark one dark serves both. Frames that are means",
      "are told by --averaged; those of whole numbers have 1/12 DN squared of rounding."
    })
final class RyuguCalibrateCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();
  @Mixin private CalibrationOptions options = new CalibrationOptions();

  @Option(names = "-o", required = true, paramLabel = "OUT", description = "Reflectance.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (CalibrationOptions.Scene scene = options.open(answer);
        CalibrationWork work = new CalibrationWork(options, scene, out, output, answer)) {
      work.run(new CubeScan(scene.raw(), answer));
      answer.give(work.document(), work::say);
    }
    return ExitCode.OK;
  }
}
