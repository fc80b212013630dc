package org.jumelles.cli.accord;

import org.jspecify.annotations.Nullable;
import org.jumelles.cli.tree.Subcommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "outputs",
    description = "Papers and data with a DOI.",
    mixinStandardHelpOptions = true)
@Subcommands({AccordOutputsImportCommand.class, AccordOutputsListCommand.class})
final class AccordOutputsCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
