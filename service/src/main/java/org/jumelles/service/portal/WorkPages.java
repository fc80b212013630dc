package org.jumelles.service.portal;

import static org.jumelles.service.page.Html.text;

import java.time.LocalDate;
import java.util.List;
import org.jumelles.accord.Accord;
import org.jumelles.accord.output.Output;
import org.jumelles.accord.programme.Deliverable;
import org.jumelles.accord.programme.Deliverable.Standing;
import org.jumelles.accord.programme.Milestone;
import org.jumelles.accord.programme.Programme;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Identity;
import org.jumelles.pipeline.partnership.Partnership;
import org.jumelles.service.exchange.Answer;

/// What is owed, what was reviewed and what was published.
final class WorkPages {
  private static final String DELIVERABLES = "/accord/deliverables";
  private static final String OUTPUTS = "/accord/outputs";

  private final Partnership partnership;

  WorkPages(Archive archive) {
    this.partnership = new Partnership(archive);
  }

  Answer deliverables(Parameters asked) {
    LocalDate day = asked.day("date", Parameters.today());
    boolean late = asked.text("late").equals("yes");
    Accord accord = partnership.accord();
    String other = DELIVERABLES + "?date=" + day + (late ? "" : "&late=yes");
    return Frame.job(
        DELIVERABLES,
        (late ? "Late or at risk on " : "Reviews and deliveries on ") + day,
        "A data deliverable is accepted only if every byte of it hashes to what was stored.",
        RecordPages.dayForm(DELIVERABLES, day)
            + "<p class=\"choices\">"
            + Frame.link(other, late ? "All deliverables" : "Only what is late or at risk")
            + "</p>"
            + Frame.section("Deliverables", deliverables(accord, day, late).html())
            + (late ? "" : Frame.section("Reviews", milestones(accord).html())));
  }

  static Table deliverables(Accord accord, LocalDate day, boolean late) {
    return new Table(
        "Deliverables",
        List.of(
            "Deliverable",
            "programme",
            "kind",
            "due",
            "standing on " + day,
            "accepted",
            "evidence",
            "source"),
        accord.all(Deliverable.class).stream()
            .filter(one -> !late || isLate(one.on(day)))
            .map(
                one ->
                    List.of(
                        text(one.title()),
                        text(one.programme()),
                        text(Kinds.words(one.kind().name())),
                        text(one.due().toString()),
                        text(Kinds.words(one.on(day).name())),
                        text(
                            one.isAccepted()
                                ? one.accepted() + " by " + one.acceptor()
                                : "not yet"),
                        evidence(one.evidence()),
                        text(one.source())))
            .toList());
  }

  private static boolean isLate(Standing standing) {
    return standing == Standing.LATE || standing == Standing.AT_RISK;
  }

  private static String evidence(String named) {
    return named.length() >= 12 && Identity.isHex(named)
        ? Frame.link("/products/" + named, named.substring(0, 12))
        : text(named);
  }

  static Table milestones(Accord accord) {
    return new Table(
        "Milestones",
        List.of("Review", "programme", "planned", "held", "verdict", "source"),
        accord.all(Milestone.class).stream()
            .map(
                one ->
                    RecordPages.cells(
                        one.review().name(),
                        one.programme(),
                        one.planned().toString(),
                        one.held().toString(),
                        one.verdict(),
                        one.source()))
            .toList());
  }

  Answer outputs(Parameters asked) {
    Accord accord = partnership.accord();
    String programme = asked.text("programme");
    StringBuilder choices = new StringBuilder("<p class=\"choices\">");
    choices.append(Frame.link(OUTPUTS, "All"));
    accord
        .all(Programme.class)
        .forEach(
            one ->
                choices.append(
                    Frame.link(
                        OUTPUTS + "?programme=" + Parameters.encoded(one.name()), one.name())));
    Table table = outputs(accord, programme);
    return Frame.job(
        OUTPUTS,
        programme.isEmpty() ? "Outputs" : "Outputs of " + programme,
        "Papers, data and software by DOI; one DOI is one output, however often it was handed in.",
        choices.append("</p>") + Frame.section(table.rows().size() + " recorded", table.html()));
  }

  static Table outputs(Accord accord, String programme) {
    return new Table(
        "Outputs",
        List.of("DOI", "kind", "title", "year", "programmes", "acknowledgement", "source"),
        accord.all(Output.class).stream()
            .filter(one -> programme.isEmpty() || one.programmes().contains(programme))
            .map(
                one ->
                    List.of(
                        SurveyPages.outputs(List.of(one.doi())),
                        text(Kinds.words(one.kind().name())),
                        text(one.title()),
                        one.year() == 0 ? "not known" : Integer.toString(one.year()),
                        text(String.join(", ", one.programmes())),
                        text(Kinds.words(one.acknowledgement().name())),
                        text(one.source())))
            .toList());
  }
}
