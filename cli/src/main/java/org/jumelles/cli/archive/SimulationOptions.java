package org.jumelles.cli.archive;

import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.recipe.Chain;
import picocli.CommandLine.Option;

/// Which day to simulate where there is no input.
public final class SimulationOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1976",
      description = "Seed of the simulation (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--hours",
      paramLabel = "H",
      defaultValue = "24",
      description = "Length of the simulation in hours (${DEFAULT-VALUE}).")
  private double hours;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      defaultValue = "2019-05-23T00:00:00",
      description = "UTC start of the simulation (${DEFAULT-VALUE}).")
  private String from = "";

  Chain.Day day() {
    return new Chain.Day(seed, Utc.parse(from), (int) Math.round(hours * 3600));
  }
}
