package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.sample.SampleKeeping;
import org.jumelles.ryugu.sample.LoanStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "loans",
    description = "Who has which sample, until when, and what is overdue.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles ryugu sample loans --on 2026-04-01 --archive grains")
final class RyuguSampleLoansCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Option(names = "--on", paramLabel = "DATE", description = "At the end of this day; else today.")
  private @Nullable String on;

  @Override
  public Integer call() throws IOException {
    LocalDate day = day(on);
    try (Archive open = archive.openReadOnly()) {
      List<LoanStatus> loans = SampleKeeping.ledger(open).loans(day);
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("on", day.toString());
      document.put(
          "overdue",
          loans.stream().filter(loan -> loan.state() == LoanStatus.State.OVERDUE).count());
      document.put("loans", loans.stream().map(SampleText::document).toList());
      answer.give(document, () -> print(day, loans));
      return ExitCode.OK;
    }
  }

  private void print(LocalDate day, List<LoanStatus> loans) {
    if (loans.isEmpty()) {
      answer.out().println("nothing was out by " + day);
    }
    loans.forEach(loan -> answer.out().println(SampleText.line(loan)));
  }

  private static LocalDate day(@Nullable String text) {
    if (text == null) {
      return LocalDate.now(ZoneOffset.UTC);
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("--on " + text + " is no date such as 2026-04-01", e);
    }
  }
}
