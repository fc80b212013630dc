package org.jumelles.cli.release;

import org.jspecify.annotations.Nullable;
import org.jumelles.cli.tree.Subcommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "release",
    description = "Datasets frozen to be cited: what is in them, how to cite, how to fetch.",
    mixinStandardHelpOptions = true)
@Subcommands({
  ReleaseCreateCommand.class,
  ReleaseListCommand.class,
  ReleaseShowCommand.class,
  ReleaseWithdrawCommand.class
})
public final class ReleaseCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
