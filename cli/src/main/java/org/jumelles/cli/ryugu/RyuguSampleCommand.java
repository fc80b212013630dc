package org.jumelles.cli.ryugu;

import org.jspecify.annotations.Nullable;
import org.jumelles.cli.tree.Subcommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "sample",
    description = "The ledger of samples: what there is, where from, how heavy, who has it.",
    mixinStandardHelpOptions = true)
@Subcommands({
  RyuguSampleImportCommand.class,
  RyuguSampleShowCommand.class,
  RyuguSampleLineageCommand.class,
  RyuguSampleBalanceCommand.class,
  RyuguSampleLoansCommand.class,
  RyuguSampleLocateCommand.class,
  RyuguSampleExportCommand.class
})
final class RyuguSampleCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
