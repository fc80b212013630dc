package org.jumelles.cli.accord;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.pipeline.partnership.Dossier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "dossier",
    description = {
      "The dossier of a renewal: what the archive and the record can show since a day. It counts",
      "what was made, and knows what was recorded, by the end of the last day."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles accord dossier --since 2019-07-23 -o dossier.html")
final class AccordDossierCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private RecordOption record = new RecordOption();
  @Mixin private OutputFile output = new OutputFile();

  @Option(
      names = "--since",
      required = true,
      paramLabel = "DATE",
      description = "The first day, such as that of the last signature.")
  private String since = "";

  @Option(names = "--on", paramLabel = "DATE", description = "The last day; today.")
  private @Nullable String on;

  @Option(
      names = "-o",
      paramLabel = "FILE",
      description = "HTML or PDF, by the end of its name; text on standard output where not given.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    LocalDate from = RecordOption.day(since);
    LocalDate to = RecordOption.day(on);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("--since " + from + " lies after the last day, " + to);
    }
    Dossier dossier = record.askArchive((_, archive) -> Dossier.of(archive, from, to));
    return DossierText.give(answer, output, file, dossier);
  }
}
