package org.jumelles.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.recipe.seis.SeisChain;
import org.jumelles.pipeline.run.Tally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "process",
    description =
        "Makes every product that the archive's raw data allow and that is not there yet.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles process --archive mars")
final class ProcessCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Override
  public Integer call() throws IOException {
    try (Archive open = archive.open()) {
      Operation operation = new Operation(open, answer.progress());
      SeisChain.Report report = operation.process();
      operation.record("process", IngestReport.NOTHING, report.total());
      Map<String, Object> document = new LinkedHashMap<>();
      report.steps().forEach((step, tally) -> document.put(step, TallyText.document(tally)));
      answer.give(
          document,
          () ->
              report
                  .steps()
                  .forEach(
                      (step, tally) -> {
                        answer.out().println(step);
                        TallyText.lines(tally).forEach(answer.out()::println);
                      }));
      Tally total = report.total();
      return total.broken() > 0 ? ExitCode.FAILED : ExitCode.OK;
    }
  }
}
