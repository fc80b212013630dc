package org.jumelles.service.portal;

import static org.jumelles.service.page.Html.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jumelles.accord.Accord;
import org.jumelles.accord.Binding;
import org.jumelles.accord.Notices;
import org.jumelles.accord.agreement.Agreement;
import org.jumelles.accord.programme.Programme;
import org.jumelles.accord.programme.RoleAssignment;
import org.jumelles.archive.Archive;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.partnership.Partnership;
import org.jumelles.service.exchange.Answer;

/// The jobs of a programme officer as pages, read from the record as it is known now.
final class RecordPages {
  private final Partnership partnership;

  RecordPages(Archive archive) {
    this.partnership = new Partnership(archive);
  }

  Answer programmes() {
    Accord accord = partnership.accord();
    LocalDate today = Parameters.today();
    return Frame.job(
        "/programmes",
        "Programmes",
        "Who agreed what, who answers for what, and what came of it. What no source proves stays a gap.",
        Frame.section("Timeline", new Timeline(accord, today).figure())
            + Frame.section("Programmes", programmeTable(accord, today).html())
            + Frame.section("Roles", roles(accord).html())
            + Frame.section("Priorities", SurveyPages.priorities(accord).html())
            + Frame.section("Milestones", WorkPages.milestones(accord).html())
            + Frame.section("Deliverables", WorkPages.deliverables(accord, today, false).html())
            + Frame.section("Outputs", WorkPages.outputs(accord, "").html()));
  }

  private static Table programmeTable(Accord accord, LocalDate day) {
    List<List<String>> rows = new ArrayList<>();
    for (Programme one : accord.all(Programme.class)) {
      rows.add(
          cells(
              one.name(),
              one.mission(),
              one.phase().isEmpty() ? "not recorded" : one.phase(),
              accountable(accord, one.name(), day),
              one.source()));
    }
    return new Table(
        "Programmes",
        List.of("Programme", "mission", "phase", "accountable on " + day, "source"),
        rows);
  }

  private static String accountable(Accord accord, String programme, LocalDate day) {
    return switch (accord.responsibleFor(programme, Utc.parse(day + "T12:00:00"))) {
      case org.jumelles.accord.Answer.Known(RoleAssignment role) ->
          role.organisation() + " (" + role.scope() + ")";
      case org.jumelles.accord.Answer.NotKnown(String reason) -> reason;
    };
  }

  private static Table roles(Accord accord) {
    return roleTable(accord.all(RoleAssignment.class));
  }

  private static Table roleTable(List<RoleAssignment> roles) {
    return new Table(
        "Roles",
        List.of(
            "Programme",
            "organisation",
            "role",
            "part",
            "from",
            "to",
            "accountable",
            "delegated by",
            "source"),
        roles.stream()
            .map(
                one ->
                    cells(
                        one.programme(),
                        one.organisation() + (one.person().isEmpty() ? "" : ", " + one.person()),
                        Kinds.words(one.role().name()),
                        one.scope(),
                        one.from().toString(),
                        one.to().toString(),
                        one.accountable() ? "yes" : "no",
                        one.delegatedBy(),
                        one.source()))
            .toList());
  }

  /// What binds the partners on a day.
  Answer on(Parameters asked) {
    LocalDate day = asked.day("date", Parameters.today());
    Accord accord = partnership.accord();
    StringBuilder body = new StringBuilder(dayForm("/accord/on", day));
    for (String chain : accord.chains()) {
      body.append(
          Frame.section(
              chain,
              (switch (accord.inForce(chain, day)) {
                    case Binding.InForce(Agreement now, LocalDate until) ->
                        inForce(now, until, day);
                    case Binding.NotKnown(String reason) ->
                        "<p class=\"verdict gap\"><strong>Not proven.</strong> "
                            + text(reason)
                            + "</p>";
                  })
                  + history(accord, chain, day).html()));
    }
    body.append(Frame.section("Who answers for what", programmeTable(accord, day).html()));
    return Frame.job(
        "/accord/on",
        "What binds us on " + day,
        "The instrument in force and its chain.",
        body.toString());
  }

  private static String inForce(Agreement now, LocalDate until, LocalDate day) {
    return "<p class=\"verdict\"><strong>In force:</strong> "
        + text(now.name())
        + ", signed "
        + text(now.signed().toString())
        + ", until "
        + until
        + ", "
        + ChronoUnit.DAYS.between(day, until)
        + " days left. Source: "
        + text(now.source())
        + "</p>";
  }

  private static Table history(Accord accord, String chain, LocalDate day) {
    return new Table(
        "The chain",
        List.of("Agreement", "signed", "ends", "parties", "signatories", "source"),
        accord.all(Agreement.class).stream()
            .filter(one -> one.chain().equals(chain))
            .filter(one -> one.signed().earliest().filter(day::isBefore).isEmpty())
            .map(
                one ->
                    cells(
                        one.name(),
                        one.signed().toString(),
                        one.bindsUntil().map(LocalDate::toString).orElse("not known"),
                        String.join(", ", one.parties()),
                        one.signatories(),
                        one.source()))
            .toList());
  }

  static String dayForm(String path, LocalDate day) {
    return Frame.form(path, Frame.field("Day (UTC)", "date", "date", day.toString()));
  }

  /// The matrix of programmes, roles and organisations on a day.
  Answer responsible(Parameters asked) {
    LocalDate day = asked.day("date", Parameters.today());
    Accord accord = partnership.accord();
    List<RoleAssignment> held =
        accord.all(RoleAssignment.class).stream().filter(one -> one.holdsOn(day)).toList();
    TreeSet<String> organisations = new TreeSet<>();
    held.forEach(one -> organisations.add(one.organisation()));
    List<String> heads = new ArrayList<>(List.of("Programme"));
    heads.addAll(organisations);
    List<List<String>> rows = new ArrayList<>();
    for (Programme programme : accord.all(Programme.class)) {
      List<String> row = new ArrayList<>(List.of(text(programme.name())));
      organisations.forEach(organisation -> row.add(cell(held, programme.name(), organisation)));
      rows.add(row);
    }
    return Frame.job(
        "/accord/responsible",
        "Who is responsible on " + day,
        "Accountable is whom the record flags so on that day; a role's kind never implies it. "
            + "A role whose dates no source gives may hold on any day.",
        dayForm("/accord/responsible", day)
            + Frame.section("Matrix", new Table("Matrix of responsibility", heads, rows).html())
            + Frame.section("Accountable", programmeTable(accord, day).html())
            + Frame.section("The roles behind it", roleTable(held).html()));
  }

  private static String cell(List<RoleAssignment> held, String programme, String organisation) {
    StringBuilder cell = new StringBuilder();
    for (RoleAssignment role : held) {
      if (role.programme().equals(programme) && role.organisation().equals(organisation)) {
        cell.append(cell.isEmpty() ? "" : "<br>")
            .append(text(Kinds.words(role.role().name())))
            .append(role.accountable() ? " <span class=\"badge\">accountable</span>" : "")
            .append(
                role.delegatedBy().isEmpty() ? "" : ", delegated by " + text(role.delegatedBy()));
      }
    }
    return cell.toString();
  }

  Answer notices(Parameters asked) {
    LocalDate day = asked.day("date", Parameters.today());
    Table table =
        new Table(
            "Notices",
            List.of("About", "level", "due", "days", "statement"),
            Notices.on(partnership.accord(), day).stream()
                .map(
                    one ->
                        cells(
                            one.about(),
                            Kinds.words(one.level().name()),
                            one.due().toString(),
                            Long.toString(one.days()),
                            one.statement()))
                .toList());
    return Frame.job(
        "/accord/notices",
        "Notices on " + day,
        "What is late, and what ends or falls due within one, six or twelve months.",
        dayForm("/accord/notices", day) + Frame.section("Notices", table.html()));
  }

  static List<String> cells(String... texts) {
    return List.of(texts).stream().map(one -> text(one)).toList();
  }
}
