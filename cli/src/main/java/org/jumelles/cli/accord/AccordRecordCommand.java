package org.jumelles.cli.accord;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.accord.fact.Fact;
import org.jumelles.archive.Archive;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.pipeline.partnership.FactYaml;
import org.jumelles.pipeline.partnership.Partnership;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "record",
    description = {
      "Writes the facts of a YAML file into the archive's record, for good: all of them, or none and",
      "every reason. A fact of the same kind and id takes the place of the one before."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles accord export --format yaml > facts.yaml     a file to begin with",
      "  jumelles accord record facts.yaml --archive mars"
    })
final class AccordRecordCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private RecordOption record = new RecordOption();

  @Parameters(index = "0", paramLabel = "FILE", description = "Facts in YAML.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    List<Fact> facts;
    try (InputStream in = Files.newInputStream(file)) {
      facts = FactYaml.read(in, file.toString());
    }
    try (Archive open = record.openForWriting()) {
      return told(
          answer,
          new Partnership(open)
              .record(System.getProperty("user.name", "not known"), file.toString(), facts));
    }
  }

  /// Tells what became of facts.
  static int told(Answer answer, Partnership.Recorded recorded) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("written", recorded.written());
    document.put("known", recorded.known());
    document.put("defects", recorded.defects().stream().map(Defect::sentence).toList());
    answer.give(
        document,
        () -> {
          recorded.defects().forEach(defect -> answer.out().println("! " + defect.sentence()));
          answer
              .out()
              .println(
                  recorded.defects().isEmpty()
                      ? recorded.written() + " facts written, " + recorded.known() + " known before"
                      : "Nothing was written.");
        });
    return recorded.defects().isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
  }
}
