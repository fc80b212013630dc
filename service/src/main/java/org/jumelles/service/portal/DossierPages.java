package org.jumelles.service.portal;

import static org.jumelles.service.page.Html.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.partnership.Dossier;
import org.jumelles.pipeline.partnership.Evidence;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.page.Html;

/// The dossier of a renewal and the report of a year: the figures of the command line, each total
/// a link to the rows that it counts.
final class DossierPages {
  private static final String PATH = "/accord/dossier";

  /// Rows of one total that a page shows.
  private static final int SHOWN_ROWS = 1000;

  private final Archive archive;

  DossierPages(Archive archive) {
    this.archive = archive;
  }

  Answer dossier(Parameters asked) {
    LocalDate to = asked.day("on", Parameters.today());
    LocalDate from = asked.day("since", to.withDayOfYear(1));
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("since=" + from + " lies after the last day, " + to);
    }
    return answer("Dossier of results", Dossier.of(archive, from, to), asked);
  }

  Answer report(int year, Parameters asked) {
    LocalDate from = LocalDate.of(year, 1, 1);
    return answer(
        "Report of the year " + year, Dossier.of(archive, from, LocalDate.of(year, 12, 31)), asked);
  }

  private static Answer answer(String title, Dossier dossier, Parameters asked) {
    String days = "since=" + dossier.from() + "&on=" + dossier.to();
    StringBuilder body = new StringBuilder();
    body.append(
        Frame.form(
            PATH,
            Frame.field("Since", "since", "date", dossier.from().toString())
                + Frame.field("Last day", "on", "date", dossier.to().toString())));
    if (!asked.text("measure").isEmpty()) {
      body.append(rows(dossier.evidence(), asked.text("programme"), asked.text("measure")));
      body.append("<p>").append(Frame.link(PATH + "?" + days, "The whole dossier")).append("</p>");
    } else {
      for (Dossier.Section section : dossier.sections()) {
        body.append(
            Frame.section(
                section.title(),
                section.title().equals("Results")
                    ? totals(dossier.evidence(), days)
                    : note(section) + Table.of(section.title(), section.rows()).html()));
      }
    }
    return Frame.job(
        PATH,
        title,
        dossier.from() + " to " + dossier.to() + ", both included. Each total leads to its rows.",
        body.toString());
  }

  private static String note(Dossier.Section section) {
    return section.note().isEmpty() ? "" : "<p>" + text(section.note()) + "</p>";
  }

  private static String totals(Evidence evidence, String days) {
    List<List<String>> rows = new ArrayList<>();
    evidence
        .totals()
        .forEach(
            (programme, measures) ->
                measures.forEach(
                    (measure, total) ->
                        rows.add(
                            List.of(
                                text(programme),
                                text(measure),
                                Frame.link(
                                    PATH
                                        + "?"
                                        + days
                                        + "&programme="
                                        + Parameters.encoded(programme)
                                        + "&measure="
                                        + Parameters.encoded(measure),
                                    Html.count(total))))));
    return new Table("Results", List.of("Programme", "measure", "count"), rows).html();
  }

  private static String rows(Evidence evidence, String programme, String measure) {
    List<Evidence.Row> counted = evidence.rows(programme, measure);
    long sum = counted.stream().mapToLong(Evidence.Row::amount).sum();
    List<List<String>> rows =
        counted.stream()
            .limit(SHOWN_ROWS)
            .map(
                row ->
                    List.of(
                        Frame.link("/products/" + row.product().sha256Hex(), row.title()),
                        Html.count(row.amount()),
                        Html.time(row.made())))
            .toList();
    String rest =
        counted.size() > SHOWN_ROWS
            ? "<p>The first "
                + Html.count(SHOWN_ROWS)
                + " of "
                + Html.count(counted.size())
                + " rows.</p>"
            : "";
    return Frame.section(
        programme + ", " + measure + ": " + Html.count(sum),
        rest + new Table("Rows of the total", List.of("Title", "amount", "made"), rows).html());
  }
}
