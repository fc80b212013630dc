package org.jumelles.cli.accord;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.partnership.OutputList;
import org.jumelles.pipeline.partnership.Partnership;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Takes in outputs from a list of DOIs (one a line), from DataCite's JSON or from Crossref's,",
      "without a network. One DOI is one output: what is known of it already is kept and completed."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles accord outputs import works.json --programme SEIS --archive mars")
final class AccordOutputsImportCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private RecordOption record = new RecordOption();

  @Parameters(index = "0", paramLabel = "FILE", description = "A list of DOIs, or JSON.")
  private Path file = Path.of("");

  @Option(
      names = "--programme",
      paramLabel = "P",
      description = "A programme that all of them belong to; may be given more than once.")
  private List<String> programmes = List.of();

  @Override
  public Integer call() throws IOException {
    try (Archive open = record.openForWriting()) {
      Partnership partnership = new Partnership(open);
      OutputList.Merged read = OutputList.read(file, programmes, partnership.accord());
      read.defects().forEach(defect -> answer.say("! " + defect.sentence()));
      int code =
          AccordRecordCommand.told(
              answer,
              partnership.record(
                  System.getProperty("user.name", "not known"), file.toString(), read.facts()));
      return code == ExitCode.OK && !read.defects().isEmpty() && read.facts().isEmpty()
          ? ExitCode.REFUSED
          : code;
    }
  }
}
