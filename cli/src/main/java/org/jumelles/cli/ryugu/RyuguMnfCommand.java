package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jumelles.ryugu.matrix.Scatter;
import org.jumelles.ryugu.scene.Components;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "mnf",
    description = "Components of a cube's spectra by signal over noise.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu mnf scene.hdr --json",
      "  jumelles ryugu mnf scene.hdr --components 5 -o images.hdr",
      "",
      "The noise is half of the mean product of differences between neighbours on a line:",
      "what changes from pixel to pixel passes for noise, texture too. An eigenvalue is a",
      "variance over that of the noise; near 1 there is nothing else."
    })
final class RyuguMnfCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();
  @Mixin private RyuguPcaCommand.Scene scene = new RyuguPcaCommand.Scene();

  @Override
  public Integer call() throws IOException {
    return scene.run(
        answer,
        output,
        (cube, scan) -> {
          Scatter all = RyuguPcaCommand.told(scan, cube, scene.file(), answer);
          return Components.byNoise(scene.name(), all, scan.scatter(true));
        });
  }
}
