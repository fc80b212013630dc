package org.jumelles.cli.iasi;

import org.jspecify.annotations.Nullable;
import org.jumelles.cli.tree.Subcommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "iasi",
    description = "One file or one question of the infrared sounders, without an archive.",
    mixinStandardHelpOptions = true)
@Subcommands({
  IasiInfoCommand.class,
  IasiSpectrumCommand.class,
  IasiBtCommand.class,
  IasiFlagsCommand.class,
  IasiConvertCommand.class,
  IasiPccCommand.class,
  IasiIndexCommand.class,
  IasiAlertCommand.class,
  IasiGridCommand.class,
  IasiSimulateCommand.class,
  IasiForwardCommand.class,
  IasiCompileCommand.class,
  IasiRetrieveCommand.class,
  IasiApplyKernelCommand.class,
  IasiCollocateCommand.class,
  IasiValidateCommand.class
})
public final class IasiCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
