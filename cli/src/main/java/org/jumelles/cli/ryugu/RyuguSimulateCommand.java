package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jumelles.pipeline.recipe.ryugu.GrainFiles;
import org.jumelles.pipeline.recipe.ryugu.GrainTruth;
import org.jumelles.ryugu.simulation.GrainSimulation;
import org.jumelles.ryugu.simulation.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "simulate",
    description = "A grain of known composition as raw, dark and white frames, with the truth.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  jumelles ryugu simulate --seed 1 --snr 100 -o grain",
      "",
      "Written are raw, dark, white and white_dark (ENVI, counts), reference.csv,",
      "endmembers and truth-abundances (ENVI), truth.json, and ledger.csv for",
      "`ryugu sample import`. The same seed gives the same bytes. What it rests on and what",
      "it leaves out: docs/samples.md."
    })
final class RyuguSimulateCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "(1)")
  private long seed;

  @Option(
      names = "--snr",
      paramLabel = "N",
      defaultValue = "100",
      description = "Of one raw reading of 2 %% reflectance, in the brightest channel (100).")
  private double snr;

  @Option(names = "--lines", defaultValue = "" + Settings.LINES, description = "(256)")
  private int lines;

  @Option(names = "--samples", defaultValue = "" + Settings.SAMPLES, description = "(250)")
  private int samples;

  @Option(
      names = "--tuning",
      paramLabel = "SIGMA",
      defaultValue = "0.5",
      description = "Jitter of the filter from frame to frame, cm-1 (0.5).")
  private double tuningSigmaPerCm;

  @Option(names = "-o", required = true, paramLabel = "DIR", description = "New or empty.")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> within = Files.list(folder)) {
        if (within.findAny().isPresent()) {
          throw new IllegalArgumentException(folder + " is not empty");
        }
      }
    }
    GrainSimulation simulation =
        GrainSimulation.of(new Settings(seed, lines, samples, snr, tuningSigmaPerCm));
    List<Path> files = GrainFiles.write(simulation, folder);
    Map<String, Object> document = new LinkedHashMap<>(GrainTruth.document(simulation));
    List.of("dead_pixels", "spikes", "tuning_per_cm").forEach(document::remove);
    document.put("files", files.stream().map(Path::toString).toList());
    answer.give(document, () -> files.forEach(answer.out()::println));
    return ExitCode.OK;
  }
}
