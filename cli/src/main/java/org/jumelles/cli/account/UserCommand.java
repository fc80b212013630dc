package org.jumelles.cli.account;

import org.jspecify.annotations.Nullable;
import org.jumelles.cli.tree.Subcommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "user",
    description = "Who may come in: accounts, their tokens, and what was done by them.",
    mixinStandardHelpOptions = true)
@Subcommands({
  UserAddCommand.class,
  UserListCommand.class,
  UserTokenCommand.class,
  UserLoginCommand.class,
  UserRevokeCommand.class,
  UserVisitsCommand.class
})
public final class UserCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
