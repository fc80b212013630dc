package org.jumelles.cli.accord;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.accord.output.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "list",
    description = "All outputs that are recorded, by programme, and whether they acknowledge.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles accord outputs list --archive mars")
final class AccordOutputsListCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private RecordOption record = new RecordOption();

  @Override
  public Integer call() throws IOException {
    List<Output> outputs = record.ask(accord -> accord.all(Output.class));
    answer.give(
        Map.of("outputs", outputs.stream().map(AccordOutputsListCommand::row).toList()),
        () -> {
          for (Output one : outputs) {
            answer
                .out()
                .printf(
                    "%-8s %s  %s  %s  %s%n",
                    one.kind(),
                    one.doi(),
                    one.year() == 0 ? "year not known" : Integer.toString(one.year()),
                    one.title(),
                    one.programmes());
          }
          answer.out().println(outputs.size() + " outputs are recorded.");
        });
    return ExitCode.OK;
  }

  private static Map<String, Object> row(Output one) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("doi", one.doi());
    row.put("kind", one.kind().name());
    row.put("title", one.title());
    row.put("year", one.year() == 0 ? "not known" : Integer.toString(one.year()));
    row.put("programmes", one.programmes());
    row.put("acknowledgement", one.acknowledgement().name());
    row.put("source", one.source());
    return row;
  }
}
