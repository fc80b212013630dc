package org.jumelles.cli.seis;

import org.jspecify.annotations.Nullable;
import org.jumelles.cli.tree.Subcommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "seis",
    description = "One file or one question of seismology, without an archive.",
    mixinStandardHelpOptions = true)
@Subcommands({
  SeisInfoCommand.class,
  SeisConvertCommand.class,
  SeisCalibrateCommand.class,
  SeisResponseCommand.class,
  SeisSpectrogramCommand.class,
  SeisDetectCommand.class,
  SeisGlitchesCommand.class,
  SeisDeglitchCommand.class,
  SeisTravelTimesCommand.class,
  SeisLocateCommand.class,
  SeisBackAzimuthCommand.class,
  SeisMagnitudeCommand.class,
  SeisCatalogueCommand.class,
  SeisPpsdCommand.class,
  SeisSeedLinkCommand.class,
  SeisLmstCommand.class
})
public final class SeisCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
