package org.jumelles.cli.accord;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.Rows;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.accord.Accord;
import org.jumelles.accord.Answer.Known;
import org.jumelles.accord.Answer.NotKnown;
import org.jumelles.accord.Binding;
import org.jumelles.accord.agreement.Agreement;
import org.jumelles.accord.programme.Programme;
import org.jumelles.accord.programme.RoleAssignment;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "on",
    description = {
      "What binds the partners on a day: the instrument in force, its chain from the first one, the",
      "days that are left, and who has which role. Where nothing proves it, it says so."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles accord on 2020-01-01")
final class AccordOnCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private RecordOption record = new RecordOption();

  @Parameters(index = "0", paramLabel = "DATE", description = "A day, such as 2020-01-01.")
  private String date = "";

  @Override
  public Integer call() throws IOException {
    LocalDate day = RecordOption.day(date);
    Map<String, Object> document = record.ask(accord -> document(accord, day));
    answer.give(document, () -> lines(document).forEach(answer.out()::println));
    return ExitCode.OK;
  }

  static Map<String, Object> document(Accord accord, LocalDate day) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("date", day.toString());
    document.put("chains", accord.chains().stream().map(c -> chain(accord, c, day)).toList());
    document.put("responsible", programmes(accord, day));
    document.put(
        "roles",
        accord.all(RoleAssignment.class).stream()
            .filter(role -> role.holdsOn(day))
            .map(AccordOnCommand::role)
            .toList());
    return document;
  }

  private static Map<String, Object> chain(Accord accord, String chain, LocalDate day) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("chain", chain);
    switch (accord.inForce(chain, day)) {
      case Binding.InForce(Agreement agreement, LocalDate until) -> {
        document.put("in_force", agreement(agreement));
        document.put("until", until.toString());
        document.put("days_left", ChronoUnit.DAYS.between(day, until));
        document.put("proven", true);
      }
      case Binding.NotKnown(String reason) -> {
        document.put("in_force", List.of());
        document.put("gap", reason);
        document.put("proven", false);
      }
    }
    document.put(
        "history",
        accord.all(Agreement.class).stream()
            .filter(one -> one.chain().equals(chain))
            .filter(one -> one.signed().earliest().filter(day::isBefore).isEmpty())
            .map(AccordOnCommand::agreement)
            .toList());
    return document;
  }

  private static Map<String, Object> agreement(Agreement agreement) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", agreement.name());
    document.put("kind", agreement.kind().name());
    document.put("signed", agreement.signed().toString());
    document.put(
        "term_years",
        agreement.termYears() == 0 ? "not known" : Integer.toString(agreement.termYears()));
    document.put("ends", agreement.bindsUntil().map(LocalDate::toString).orElse("not known"));
    document.put("parties", agreement.parties());
    document.put("signatories", agreement.signatories());
    document.put("domains", agreement.domains());
    document.put("source", agreement.source());
    return document;
  }

  private static List<Map<String, Object>> programmes(Accord accord, LocalDate day) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Moment noon = Utc.parse(day + "T12:00:00");
    for (Programme programme : accord.all(Programme.class)) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("programme", programme.name());
      switch (accord.responsibleFor(programme.name(), noon)) {
        case Known(RoleAssignment role) -> {
          row.put("accountable", role.organisation());
          row.put("source", role.source());
        }
        case NotKnown(String reason) -> row.put("not_known", reason);
      }
      rows.add(row);
    }
    return rows;
  }

  static Map<String, Object> role(RoleAssignment role) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", role.name());
    document.put("programme", role.programme());
    document.put("organisation", role.organisation());
    if (!role.person().isEmpty()) {
      document.put("person", role.person());
    }
    document.put("role", role.role().name());
    document.put("scope", role.scope());
    document.put("accountable", role.accountable());
    document.put("from", role.from().toString());
    document.put("to", role.to().toString());
    if (!role.delegatedBy().isEmpty()) {
      document.put("delegated_by", role.delegatedBy());
    }
    document.put("under", role.under());
    document.put("source", role.source());
    return document;
  }

  private static List<String> lines(Map<String, Object> document) {
    List<String> lines = new ArrayList<>();
    lines.add("On " + document.get("date"));
    for (Map<String, Object> chain : Rows.of(document, "chains")) {
      if (Boolean.TRUE.equals(chain.get("proven"))) {
        Map<String, Object> now = Rows.row(chain, "in_force");
        lines.add("  in force   " + now.get("name"));
        lines.add(
            "             signed "
                + now.get("signed")
                + ", until "
                + chain.get("until")
                + ", "
                + chain.get("days_left")
                + " days left");
        lines.add("             source: " + now.get("source"));
      } else {
        lines.add("  not proven " + chain.get("chain") + ": " + chain.get("gap"));
      }
      for (Map<String, Object> one : Rows.of(chain, "history")) {
        lines.add(
            "  chain      %s: signed %s, ends %s"
                .formatted(one.get("name"), one.get("signed"), one.get("ends")));
      }
    }
    for (Map<String, Object> row : Rows.of(document, "responsible")) {
      lines.add(
          "  %-10s %s"
              .formatted(
                  row.get("programme"),
                  row.containsKey("accountable")
                      ? row.get("accountable") + " is accountable"
                      : row.get("not_known")));
    }
    for (Map<String, Object> role : Rows.of(document, "roles")) {
      lines.add(
          "  role       %-9s %s, %s: %s"
              .formatted(
                  role.get("organisation"),
                  role.get("programme"),
                  role.get("role"),
                  role.get("scope")));
    }
    return lines;
  }
}
