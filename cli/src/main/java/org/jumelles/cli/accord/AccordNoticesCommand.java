package org.jumelles.cli.accord;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.accord.Notice;
import org.jumelles.accord.Notices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "notices",
    description = {
      "What is late, and what ends or falls due within one, six or twelve months of a day:",
      "agreements, accountable roles, deliverables, actions."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles accord notices --on 2024-01-23")
final class AccordNoticesCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private RecordOption record = new RecordOption();

  @Option(names = "--on", paramLabel = "DATE", description = "The day asked about; today.")
  private @Nullable String on;

  @Override
  public Integer call() throws IOException {
    LocalDate day = RecordOption.day(on);
    List<Notice> notices = record.ask(accord -> Notices.on(accord, day));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("date", day.toString());
    document.put("notices", notices.stream().map(AccordNoticesCommand::row).toList());
    answer.give(
        document,
        () -> {
          if (notices.isEmpty()) {
            answer.out().println("Nothing ends or falls due within a year of " + day + ".");
          }
          for (Notice notice : notices) {
            answer
                .out()
                .printf(
                    "%-17s %s  %5d days  %s: %s%n",
                    word(notice.level()),
                    notice.due(),
                    notice.days(),
                    notice.about(),
                    notice.statement());
          }
        });
    return ExitCode.OK;
  }

  private static String word(Notice.Level level) {
    return level.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static Map<String, Object> row(Notice notice) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("level", notice.level().name().toLowerCase(Locale.ROOT));
    row.put("due", notice.due().toString());
    row.put("days", notice.days());
    row.put("about", notice.about());
    row.put("statement", notice.statement());
    return row;
  }
}
