package org.jumelles.cli.ryugu;

import org.jspecify.annotations.Nullable;
import org.jumelles.cli.tree.Subcommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "ryugu",
    description = "One cube or one question of the returned samples, without an archive.",
    mixinStandardHelpOptions = true)
@Subcommands({
  RyuguInfoCommand.class,
  RyuguConvertCommand.class,
  RyuguChainCommand.class,
  RyuguCalibrateCommand.class,
  RyuguContinuumCommand.class,
  RyuguEndmembersCommand.class,
  RyuguParametersCommand.class,
  RyuguUnmixCommand.class,
  RyuguSampleCommand.class,
  RyuguMnfCommand.class,
  RyuguSamCommand.class,
  RyuguPcaCommand.class,
  RyuguRxCommand.class,
  RyuguInclusionsCommand.class,
  RyuguSpeclibCommand.class,
  RyuguValidateCommand.class,
  RyuguSimulateCommand.class
})
public final class RyuguCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
