package org.jumelles.service.portal;

import static org.jumelles.service.page.Html.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Identity;
import org.jumelles.pipeline.partnership.Dossier;
import org.jumelles.pipeline.partnership.DossierDocument;
import org.jumelles.pipeline.partnership.Evidence;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Json;
import org.jumelles.service.page.Html;

/// The dossier of a renewal and the report of a year: the figures of the command line, each total
/// a link to the rows that it counts.
final class DossierPages {
  private static final String PATH = "/accord/dossier";

  /// Rows of one total that a page shows; a link leads to the next.
  static final int SHOWN_ROWS = 1000;

  private final Archive archive;

  DossierPages(Archive archive) {
    this.archive = archive;
  }

  Answer dossier(Parameters asked) {
    return page(asked(asked), asked);
  }

  Answer dossierJson(Parameters asked) {
    return json(asked(asked), asked);
  }

  Answer report(String year, Parameters asked) {
    return page(ofYear(year), asked);
  }

  Answer reportJson(String year, Parameters asked) {
    return json(ofYear(year), asked);
  }

  private Dossier asked(Parameters asked) {
    LocalDate to = asked.day("on", Parameters.today());
    LocalDate from = asked.day("since", to.withDayOfYear(1));
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("since=" + from + " lies after the last day, " + to);
    }
    return Dossier.of(archive, from, to);
  }

  private Dossier ofYear(String digits) {
    int year = Integer.parseInt(digits);
    if (year < 1900 || year > 2200) {
      throw new IllegalArgumentException("the year " + digits + " lies outside 1900 to 2200");
    }
    return Dossier.ofYear(archive, year);
  }

  private static Answer json(Dossier dossier, Parameters asked) {
    return Json.answer(DossierDocument.of(dossier, asked.text("programme"), asked.text("measure")));
  }

  private static Answer page(Dossier dossier, Parameters asked) {
    String days = "since=" + dossier.from() + "&on=" + dossier.to();
    StringBuilder body = new StringBuilder();
    body.append(
        Frame.form(
            PATH,
            Frame.field("Since", "since", "date", dossier.from().toString())
                + Frame.field("Last day", "on", "date", dossier.to().toString())));
    boolean rows = !asked.text("measure").isEmpty() || !asked.text("programme").isEmpty();
    if (rows) {
      body.append(rows(dossier.evidence(), days, asked));
    } else {
      body.append(years(dossier.to()));
      for (Dossier.Section section : dossier.sections()) {
        String table =
            section.title().equals("Results")
                ? totals(dossier.evidence(), days)
                : Table.of(section.title(), section.rows()).html();
        body.append(Frame.section(section.title(), note(section) + table));
      }
    }
    body.append("<p class=\"choices\">")
        .append(rows ? Frame.link(PATH + "?" + days, "The whole dossier") : "")
        .append(Frame.link("/api" + PATH + "?" + query(days, asked), "The same as JSON"))
        .append("</p>");
    return Frame.job(
        PATH,
        dossier.title(),
        dossier.from() + " to " + dossier.to() + ", both included. Each total leads to its rows.",
        body.toString());
  }

  private static String years(LocalDate to) {
    StringBuilder links = new StringBuilder("<p class=\"choices\">");
    for (int year = to.getYear(); year > to.getYear() - 4; year--) {
      links.append(Frame.link("/accord/report/" + year, "Report of " + year));
    }
    return links.append("</p>").toString();
  }

  private static String query(String days, Parameters asked) {
    StringBuilder query = new StringBuilder(days);
    for (String name : List.of("programme", "measure")) {
      if (!asked.text(name).isEmpty()) {
        query.append('&').append(name).append('=').append(Parameters.encoded(asked.text(name)));
      }
    }
    return query.toString();
  }

  /// Where the rows of a total are.
  static String rowsAddress(String days, String programme, String measure) {
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("programme", programme);
    wanted.put("measure", measure);
    return PATH + "?" + query(days, new Parameters(wanted));
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
                                    rowsAddress(days, programme, measure), Html.count(total))))));
    return new Table("Results", List.of("Programme", "measure", "count"), rows).html();
  }

  private static String rows(Evidence evidence, String days, Parameters asked) {
    String programme = asked.text("programme");
    String measure = asked.text("measure");
    int after = asked.count("after");
    List<Evidence.Row> counted = evidence.rows(programme, measure);
    long sum = counted.stream().mapToLong(Evidence.Row::amount).sum();
    List<List<String>> rows =
        counted.stream().skip(after).limit(SHOWN_ROWS).map(DossierPages::cells).toList();
    String of =
        (programme.isEmpty() ? "All programmes" : programme)
            + ", "
            + (measure.isEmpty() ? "all measures" : measure);
    return Frame.section(
        of + ": " + Html.count(sum),
        "<p>"
            + Html.count(counted.size())
            + (counted.size() == 1 ? " row" : " rows")
            + (rows.size() < counted.size()
                ? ", here " + Html.count(after + 1) + " to " + Html.count(after + rows.size())
                : "")
            + ".</p>"
            + new Table(
                    "Rows of the total",
                    List.of("Title", "programme", "measure", "amount", "when"),
                    rows)
                .html()
            + (after + rows.size() < counted.size()
                ? "<p>"
                    + Frame.link(
                        PATH + "?" + query(days, asked) + "&after=" + (after + rows.size()),
                        "Next rows")
                    + "</p>"
                : ""));
  }

  private static List<String> cells(Evidence.Row row) {
    String address =
        switch (row.proof()) {
          case Evidence.Proof.OfProduct(Identity product) -> "/products/" + product.sha256Hex();
          case Evidence.Proof.OfOutput(String doi) -> "https://doi.org/" + doi;
        };
    return List.of(
        Frame.link(address, row.title()),
        text(row.programme()),
        text(row.measure()),
        Html.count(row.amount()),
        text(row.when()));
  }
}
