package org.jumelles.cli.accord;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.pipeline.partnership.Dossier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    description = {
      "The report of a year: the same for a year that is over whenever it is asked for. Every total",
      "stands with its rows in the answer of --json."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles accord report 2026 -o report-2026.pdf")
final class AccordReportCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private RecordOption record = new RecordOption();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(index = "0", paramLabel = "YEAR", description = "Such as 2026.")
  private int year;

  @Option(names = "-o", paramLabel = "FILE", description = "HTML or PDF, by the end of its name.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    if (year < 1900 || year > 2200) {
      throw new IllegalArgumentException("the year " + year + " lies outside 1900 to 2200");
    }
    Dossier report = record.askArchive((_, archive) -> Dossier.ofYear(archive, year));
    return DossierText.give(answer, output, file, report);
  }
}
