package org.jumelles.cli.accord;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.accord.programme.Deliverable;
import org.jumelles.accord.programme.Deliverable.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "deliverables",
    description =
        "What is owed, by when, and where it stands; --late: only what is late or at risk.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles accord deliverables --late")
final class AccordDeliverablesCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private RecordOption record = new RecordOption();

  @Option(names = "--late", description = "Only what is late, or due within 30 days.")
  private boolean late;

  @Option(names = "--on", paramLabel = "DATE", description = "The day asked about; today.")
  private @Nullable String on;

  @Override
  public Integer call() throws IOException {
    LocalDate day = RecordOption.day(on);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Deliverable one : record.ask(accord -> accord.all(Deliverable.class))) {
      Standing standing = one.on(day);
      if (!late || standing == Standing.LATE || standing == Standing.AT_RISK) {
        rows.add(row(one, standing));
      }
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("date", day.toString());
    document.put("deliverables", rows);
    answer.give(document, () -> print(rows, day));
    return ExitCode.OK;
  }

  private void print(List<Map<String, Object>> rows, LocalDate day) {
    if (rows.isEmpty()) {
      answer
          .out()
          .println(
              late
                  ? "Nothing is recorded as late or at risk on " + day + "."
                  : "The record has no deliverables.");
    }
    for (Map<String, Object> row : rows) {
      answer
          .out()
          .printf(
              "%-9s %s  %s: %s (%s)%n",
              row.get("standing"),
              row.get("due"),
              row.get("programme"),
              row.get("title"),
              row.get("name"));
    }
  }

  static Map<String, Object> row(Deliverable one, Standing standing) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", one.name());
    row.put("programme", one.programme());
    row.put("kind", one.kind().name());
    row.put("title", one.title());
    row.put("due", one.due().toString());
    row.put("standing", standing.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    row.put("accepted", one.accepted().toString());
    row.put("acceptor", one.acceptor());
    row.put("evidence", one.evidence());
    row.put("source", one.source());
    return row;
  }
}
