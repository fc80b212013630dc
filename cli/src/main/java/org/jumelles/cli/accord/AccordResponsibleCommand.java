package org.jumelles.cli.accord;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.Rows;
import org.jumelles.cli.archive.Lookup;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.accord.Accord;
import org.jumelles.accord.Answer.Known;
import org.jumelles.accord.Answer.NotKnown;
import org.jumelles.accord.programme.Programme;
import org.jumelles.accord.programme.RoleAssignment;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.partnership.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "responsible",
    description = {
      "Who answers for a programme, for one part of it, or for a product or event of the archive;",
      "beside it every role of the programme with its dates. A role's kind never makes accountable."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles accord responsible --for SEIS --on 2019-05-23",
      "  jumelles accord responsible --for J0173a-02 --archive mars"
    })
final class AccordResponsibleCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private RecordOption record = new RecordOption();

  @Option(
      names = "--for",
      required = true,
      paramLabel = "X",
      description = "A programme, PROGRAMME/PART, a product's identity or an event's name.")
  private String subject = "";

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "The day asked about; the day of the observation, or today.")
  private @Nullable String on;

  @Override
  public Integer call() throws IOException {
    Map<String, Object> document =
        record.hasArchive()
            ? record.askArchive(this::document)
            : record.ask(accord -> ofProgramme(accord, RecordOption.day(on)));
    answer.give(document, () -> print(document));
    return ExitCode.OK;
  }

  private Map<String, Object> document(Accord accord, Archive archive) {
    String programme = subject.replaceFirst("/.*", "");
    if (accord.all(Programme.class).stream().anyMatch(one -> one.name().equals(programme))) {
      return ofProgramme(accord, RecordOption.day(on));
    }
    Product product = Lookup.of(archive, subject).product();
    LocalDate day =
        on != null || product.entries().isEmpty()
            ? RecordOption.day(on)
            : LocalDate.parse(
                Utc.text(product.entries().getFirst().span().start()).substring(0, 10));
    Map<String, Object> document = of(accord, Evidence.programme(product), "", day);
    document.put("product", product.identity().sha256Hex());
    document.put("title", product.title());
    return document;
  }

  private Map<String, Object> ofProgramme(Accord accord, LocalDate day) {
    int slash = subject.indexOf('/');
    return slash < 0
        ? of(accord, subject, "", day)
        : of(accord, subject.substring(0, slash), subject.substring(slash + 1), day);
  }

  private static Map<String, Object> of(
      Accord accord, String programme, String part, LocalDate day) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("programme", programme);
    document.put("date", day.toString());
    var found =
        part.isEmpty()
            ? accord.responsibleFor(programme, Utc.parse(day + "T12:00:00"))
            : accord.responsibleFor(programme, part, day);
    switch (found) {
      case Known(RoleAssignment role) -> document.put("accountable", AccordOnCommand.role(role));
      case NotKnown(String reason) -> document.put("not_known", reason);
    }
    List<Map<String, Object>> roles = new ArrayList<>();
    accord.all(RoleAssignment.class).stream()
        .filter(role -> role.programme().equals(programme))
        .map(AccordOnCommand::role)
        .forEach(roles::add);
    document.put("roles", roles);
    return document;
  }

  private void print(Map<String, Object> document) {
    var out = answer.out();
    if (document.containsKey("title")) {
      out.println(document.get("title"));
    }
    if (document.containsKey("accountable")) {
      Map<String, Object> role = Rows.row(document, "accountable");
      out.printf(
          "%s answers for %s on %s, as %s of %s (%s to %s)%n",
          role.get("organisation"),
          document.get("programme"),
          document.get("date"),
          role.get("role"),
          role.get("scope"),
          role.get("from"),
          role.get("to"));
      out.println("  source: " + role.get("source"));
    } else {
      out.println("Not known: " + document.get("not_known"));
    }
    for (Map<String, Object> role : Rows.of(document, "roles")) {
      out.printf(
          "  %-22s %-10s %s, %s to %s%s%n",
          role.get("role"),
          role.get("organisation"),
          role.get("scope"),
          role.get("from"),
          role.get("to"),
          role.containsKey("delegated_by") ? ", delegated by " + role.get("delegated_by") : "");
    }
  }
}
