package org.jumelles.service.portal;

import static org.jumelles.service.page.Html.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jumelles.accord.Accord;
import org.jumelles.accord.Binding;
import org.jumelles.accord.Notices;
import org.jumelles.accord.agreement.Agreement;
import org.jumelles.accord.output.Output;
import org.jumelles.accord.priority.Edition;
import org.jumelles.accord.priority.Priority;
import org.jumelles.accord.programme.Deliverable;
import org.jumelles.accord.programme.Milestone;
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
            + Frame.section("Priorities", priorities(accord, Optional.empty()).html())
            + Frame.section("Milestones", milestones(accord).html())
            + Frame.section("Deliverables", deliverables(accord, today).html())
            + Frame.section("Outputs", outputs(accord).html()));
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

  private static Table priorities(Accord accord, Optional<String> edition) {
    List<List<String>> rows = new ArrayList<>();
    for (Priority one : accord.all(Priority.class)) {
      if (edition.isEmpty() || edition.get().equals(one.edition())) {
        String state =
            switch (one.state()) {
              case Priority.State.Addressed(List<String> by) ->
                  "addressed by " + String.join(", ", by) + papers(accord, by);
              case Priority.State.Declined(String reason) -> "declined: " + reason;
              case Priority.State.Open() -> "open";
            };
        rows.add(
            cells(one.name(), one.edition(), one.theme(), one.statement(), state, one.source()));
      }
    }
    return new Table(
        "Priorities",
        List.of("Priority", "edition", "theme", "statement", "state", "source"),
        rows);
  }

  private static String papers(Accord accord, List<String> programmes) {
    List<String> dois =
        accord.all(Output.class).stream()
            .filter(output -> output.programmes().stream().anyMatch(programmes::contains))
            .map(Output::doi)
            .toList();
    return dois.isEmpty() ? "; no output recorded" : "; outputs " + String.join(", ", dois);
  }

  private static Table milestones(Accord accord) {
    return new Table(
        "Milestones",
        List.of("Review", "programme", "planned", "held", "verdict", "source"),
        accord.all(Milestone.class).stream()
            .map(
                one ->
                    cells(
                        one.review().name(),
                        one.programme(),
                        one.planned().toString(),
                        one.held().toString(),
                        one.verdict(),
                        one.source()))
            .toList());
  }

  private static Table deliverables(Accord accord, LocalDate day) {
    return new Table(
        "Deliverables",
        List.of("Deliverable", "programme", "kind", "due", "standing on " + day, "source"),
        accord.all(Deliverable.class).stream()
            .map(
                one ->
                    cells(
                        one.title(),
                        one.programme(),
                        Kinds.words(one.kind().name()),
                        one.due().toString(),
                        Kinds.words(one.on(day).name()),
                        one.source()))
            .toList());
  }

  private static Table outputs(Accord accord) {
    return new Table(
        "Outputs",
        List.of("DOI", "kind", "title", "year", "programmes", "acknowledgement"),
        accord.all(Output.class).stream()
            .map(
                one ->
                    cells(
                        one.doi(),
                        Kinds.words(one.kind().name()),
                        one.title(),
                        one.year() == 0 ? "not known" : Integer.toString(one.year()),
                        String.join(", ", one.programmes()),
                        Kinds.words(one.acknowledgement().name())))
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

  private static String dayForm(String path, LocalDate day) {
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

  Answer survey(String wanted) {
    Accord accord = partnership.accord();
    List<Edition> editions = accord.all(Edition.class);
    StringBuilder links = new StringBuilder("<p class=\"choices\">");
    editions.forEach(
        one ->
            links.append(
                Frame.link("/accord/survey/" + Parameters.encoded(one.name()), one.name())));
    links.append("</p>");
    if (wanted.isEmpty()) {
      return Frame.job("/accord/survey", "Science surveys", "Choose an edition.", links.toString());
    }
    return editions.stream()
        .filter(one -> one.name().equals(wanted))
        .findFirst()
        .map(one -> edition(accord, one, links.toString()))
        .orElseGet(() -> Frame.refused(404, "The record has no edition '" + wanted + "'."));
  }

  private static Answer edition(Accord accord, Edition edition, String links) {
    TreeSet<String> named = new TreeSet<>();
    accord.all(Priority.class).stream()
        .filter(one -> one.edition().equals(edition.name()))
        .forEach(
            one -> {
              if (one.state() instanceof Priority.State.Addressed(List<String> by)) {
                named.addAll(by);
              }
            });
    List<String> orphans =
        accord.all(Programme.class).stream()
            .map(Programme::name)
            .filter(name -> !named.contains(name))
            .toList();
    return Frame.job(
        "/accord/survey",
        "Science survey " + edition.name(),
        text(
            edition.place()
                + ", "
                + edition.from()
                + " to "
                + edition.to()
                + "; contributions "
                + known(edition.contributions())
                + ", groups "
                + known(edition.groups())
                + ". Source: "
                + edition.source()),
        links
            + Frame.section("Priorities", priorities(accord, Optional.of(edition.name())).html())
            + Frame.section(
                "Programmes that no priority names",
                "<p>" + text(orphans.isEmpty() ? "none" : String.join(", ", orphans)) + "</p>"));
  }

  private static String known(int count) {
    return count == 0 ? "not known" : Integer.toString(count);
  }

  private static List<String> cells(String... texts) {
    return List.of(texts).stream().map(one -> text(one)).toList();
  }
}
