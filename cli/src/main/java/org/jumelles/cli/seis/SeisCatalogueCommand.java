package org.jumelles.cli.seis;

import org.jspecify.annotations.Nullable;
import org.jumelles.cli.tree.Subcommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "catalogue",
    description = "Catalogues of events beside each other, and in other forms.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis catalogue compare ours.xml mqs_v14_events.csv",
      "  jumelles seis catalogue convert catalogue.xml -o rows.csv --format csv"
    })
@Subcommands({SeisCatalogueCompareCommand.class, SeisCatalogueConvertCommand.class})
final class SeisCatalogueCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getOut());
    }
  }
}
