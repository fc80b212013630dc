package org.jumelles.cli.accord;

import org.jspecify.annotations.Nullable;
import org.jumelles.cli.tree.Subcommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "accord",
    description =
        "The partnership's own record: who agreed what, who answers for what, who may use what.",
    mixinStandardHelpOptions = true)
@Subcommands({
  AccordOnCommand.class,
  AccordResponsibleCommand.class,
  AccordNoticesCommand.class,
  AccordDossierCommand.class,
  AccordReportCommand.class,
  AccordSurveyCommand.class,
  AccordDeliverablesCommand.class,
  AccordOutputsCommand.class,
  AccordPolicyCommand.class,
  AccordRecordCommand.class,
  AccordVerifyCommand.class,
  AccordExportCommand.class
})
public final class AccordCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
