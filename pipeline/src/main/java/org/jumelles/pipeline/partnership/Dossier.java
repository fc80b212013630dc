package org.jumelles.pipeline.partnership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.accord.Accord;
import org.jumelles.accord.Binding;
import org.jumelles.accord.Notice;
import org.jumelles.accord.Notices;
import org.jumelles.accord.agreement.Decision;
import org.jumelles.accord.fact.When;
import org.jumelles.accord.output.Output;
import org.jumelles.accord.programme.Deliverable;
import org.jumelles.accord.programme.Milestone;
import org.jumelles.archive.Archive;
import org.jumelles.kernel.time.Moment;

/// What the partnership can show for a stretch of time, both days included: the figures of a
/// renewal, of a yearly report and of the portal alike. For days that have passed it is the same
/// whenever it is asked for: it counts what was made and what was recorded by the end of the last.
///
/// @param record the record as it was known at the end of the last day
/// @param evidence what the archive made within
public record Dossier(LocalDate from, LocalDate to, Accord record, Evidence evidence) {
  public static Dossier of(Archive archive, LocalDate from, LocalDate to) {
    Moment end = Counting.start(to.plusDays(1)).plusNanos(-1);
    Accord record = new Partnership(archive).knownOn(end);
    return new Dossier(from, to, record, Counting.of(archive, record, from, to));
  }

  /// The report of a year.
  public static Dossier ofYear(Archive archive, int year) {
    return of(archive, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /// What it is called, wherever it is shown.
  public String title() {
    return from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1))
        ? "Report of the year " + from.getYear()
        : "Dossier of results, " + from + " to " + to;
  }

  /// A heading, and rows of named cells.
  ///
  /// @param note what a reader should know before the rows, or empty
  public record Section(String title, String note, List<Map<String, String>> rows) {
    public Section {
      rows = List.copyOf(rows);
    }
  }

  /// All of it, in the order of reading.
  public List<Section> sections() {
    return List.of(
        agreements(), figures(), outputs(), deliverables(), milestones(), decisions(), notices());
  }

  private Section agreements() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String chain : record.chains()) {
      rows.add(
          switch (record.inForce(chain, to)) {
            case Binding.InForce(var agreement, LocalDate until) ->
                row(
                    "agreement", agreement.name(),
                    "signed", agreement.signed().toString(),
                    "until", until.toString(),
                    "source", agreement.source());
            case Binding.NotKnown(String reason) -> row("agreement", chain, "not proven", reason);
          });
    }
    return new Section("What binds the partners on " + to, "", rows);
  }

  private Section figures() {
    List<Map<String, String>> rows = new ArrayList<>();
    evidence
        .totals()
        .forEach(
            (programme, measures) ->
                measures.forEach(
                    (measure, total) ->
                        rows.add(
                            row(
                                "programme", programme,
                                "measure", measure,
                                "count", Long.toString(total)))));
    return new Section(
        "Results",
        "Counted from the archive: what was made from "
            + from
            + " to "
            + to
            + " and not made again within, files downloaded on these days, outputs of these years.",
        rows);
  }

  private Section outputs() {
    List<Map<String, String>> rows =
        record.all(Output.class).stream()
            .filter(this::isShown)
            .sorted(Comparator.comparingInt(Output::year))
            .map(Dossier::row)
            .toList();
    return new Section("Papers, data and software", "", rows);
  }

  private boolean isShown(Output output) {
    return output.year() == 0 || (output.year() >= from.getYear() && output.year() <= to.getYear());
  }

  private static Map<String, String> row(Output output) {
    return row(
        "doi", output.doi(),
        "kind", output.kind().name(),
        "year", output.year() == 0 ? "not known" : Integer.toString(output.year()),
        "title", output.title(),
        "programmes", String.join(", ", output.programmes()),
        "acknowledgement", output.acknowledgement().name());
  }

  private Section deliverables() {
    return new Section(
        "Deliverables",
        "",
        record.all(Deliverable.class).stream()
            .filter(one -> within(one.due()) || within(one.accepted()))
            .map(
                one ->
                    row(
                        "name", one.name(),
                        "title", one.title(),
                        "due", one.due().toString(),
                        "standing", one.on(to).name(),
                        "evidence", one.evidence()))
            .toList());
  }

  private Section milestones() {
    return new Section(
        "Reviews",
        "",
        record.all(Milestone.class).stream()
            .filter(one -> within(one.planned()) || within(one.held()))
            .map(
                one ->
                    row(
                        "programme", one.programme(),
                        "review", one.review().name(),
                        "planned", one.planned().toString(),
                        "held", one.held().toString(),
                        "verdict", one.verdict()))
            .toList());
  }

  private Section decisions() {
    return new Section(
        "Decisions",
        "",
        record.all(Decision.class).stream()
            .filter(one -> within(one.taken()))
            .map(
                one ->
                    row(
                        "taken", one.taken().toString(),
                        "body", one.body(),
                        "statement", one.statement()))
            .toList());
  }

  private Section notices() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Notice notice : Notices.on(record, to)) {
      rows.add(
          row(
              "due", notice.due().toString(),
              "days", Long.toString(notice.days()),
              "about", notice.about(),
              "statement", notice.statement()));
    }
    return new Section("What ends or falls due after " + to, "", rows);
  }

  private boolean within(When when) {
    return when.latest().filter(last -> !last.isBefore(from)).isPresent()
        && when.earliest().filter(first -> !first.isAfter(to)).isPresent();
  }

  private static Map<String, String> row(String... namesAndValues) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return row;
  }
}
