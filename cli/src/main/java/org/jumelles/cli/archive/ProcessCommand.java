package org.jumelles.cli.archive;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.recipe.Chain;
import org.jspecify.annotations.Nullable;
import org.jumelles.pipeline.run.Crew;
import org.jumelles.pipeline.run.Engine;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.pipeline.run.Tally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "process",
    description = {
      "Makes every product that the archive's raw data allow and that is not there yet.",
      "With --shard several processes share it: each begins with its own part, then takes what nobody",
      "works on, so that what a killed one left is made by the others."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles process --archive mars",
      "  jumelles process --archive mars --shard 2/8 --mission seis",
      "  jumelles process --recipe 'iasi/column*' --from 2012-11-01T00:00:00 --to 2012-11-30T23:59:59",
      "  jumelles process --archive /shared/mars --engine spark --master spark://head:7077"
    })
public final class ProcessCommand implements Callable<Integer> {
  private static final String LOCAL = "local";

  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();
  @Mixin private ShardOption shard = new ShardOption();
  @Mixin private SelectionOption selection = new SelectionOption();
  @Mixin private TickOption ticks = new TickOption();

  @Option(
      names = "--mission",
      paramLabel = "NAME",
      split = ",",
      description = "Only this chain: seis, iasi or ryugu; may be given again.")
  private List<String> missions = List.of();

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = LOCAL,
      description = "Who does the work: this process (${DEFAULT-VALUE}), or spark (docs/scale.md).")
  private String engine = LOCAL;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Of the engine's cluster, such as spark://HOST:7077.")
  private @Nullable String master;

  @Override
  public Integer call() throws IOException {
    selection.selection();
    if (!engine.equals(LOCAL)) {
      return elsewhere();
    }
    try (Archive open = shard.isGiven() ? archive.openShared() : archive.open()) {
      return shard.share(
          open,
          sharing -> {
            Operation operation =
                operation(open, Runner.onThisMachine(open, answer.progress(), sharing));
            List<Chain.Report> reports = operation.process(missions, selection.selection());
            Tally total = Operation.total(reports);
            operation.record(
                sharing.map(with -> "process " + with.shard()).orElse("process"),
                IngestReport.NOTHING,
                total);
            print(reports);
            return total.broken() > 0 ? ExitCode.FAILED : ExitCode.OK;
          });
    }
  }

  /// The same chains, with the work done by the nodes of a cluster.
  private int elsewhere() throws IOException {
    if (shard.isGiven()) {
      throw new IllegalArgumentException("--shard is for processes; an engine has its own parts");
    }
    Engine found = Engine.named(engine);
    if (master == null) {
      throw new IllegalArgumentException("--engine " + engine + " needs --master URL");
    }
    try (Archive open = archive.openShared();
        Crew crew = found.gather(archive.site(ticks.isRemoved()), master)) {
      Runner runner = Runner.with(crew, open, answer.progress());
      Operation operation = operation(open, runner);
      List<Chain.Report> reports = operation.process(missions, selection.selection());
      Tally total = Operation.total(reports);
      operation.record("process by " + engine, IngestReport.NOTHING, total);
      print(reports);
      return total.broken() > 0 ? ExitCode.FAILED : ExitCode.OK;
    }
  }

  private Operation operation(Archive open, Runner runner) {
    return new Operation(open, answer.progress(), runner, ticks.isRemoved());
  }

  private void print(List<Chain.Report> reports) {
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
  }
}
