package org.jumelles.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.recipe.Chain;
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
  @Mixin private TickOption ticks = new TickOption();

  @Override
  public Integer call() throws IOException {
    try (Archive open = archive.open()) {
      Operation operation = new Operation(open, answer.progress(), ticks.isRemoved());
      List<Chain.Report> reports = operation.process();
      Tally total = Operation.total(reports);
      operation.record("process", IngestReport.NOTHING, total);
      Map<String, Tally> steps = new LinkedHashMap<>();
      reports.forEach(report -> steps.putAll(report.steps()));
      Map<String, Object> document = new LinkedHashMap<>();
      steps.forEach((step, tally) -> document.put(step, TallyText.document(tally)));
      answer.give(
          document,
          () ->
              steps.forEach(
                  (step, tally) -> {
                    answer.out().println(step);
                    TallyText.lines(tally).forEach(answer.out()::println);
                  }));
      return total.broken() > 0 ? ExitCode.FAILED : ExitCode.OK;
    }
  }
}
