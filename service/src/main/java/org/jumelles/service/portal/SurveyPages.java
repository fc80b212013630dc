package org.jumelles.service.portal;

import static org.jumelles.service.page.Html.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.accord.Accord;
import org.jumelles.accord.priority.Edition;
import org.jumelles.accord.priority.Priority;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.partnership.Dossier;
import org.jumelles.pipeline.partnership.Partnership;
import org.jumelles.pipeline.partnership.Survey;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Json;
import org.jumelles.service.page.Html;

/// What became of each edition of the science survey: the figures of `accord survey`, each a link
/// to what it counts.
final class SurveyPages {
  private static final String PATH = "/accord/survey";

  private final Archive archive;

  SurveyPages(Archive archive) {
    this.archive = archive;
  }

  Answer choice() {
    return Frame.job(PATH, "Science surveys", "Choose an edition.", editions(accord()));
  }

  Answer page(String name, Parameters asked) {
    return survey(name, asked)
        .map(this::page)
        .orElseGet(() -> Frame.refused(404, "The record has no edition '" + name + "'."));
  }

  Answer json(String name, Parameters asked) {
    return survey(name, asked)
        .map(survey -> Json.answer(survey.document()))
        .orElseGet(() -> Answer.of(404, Answer.TEXT, "The record has no such edition\n"));
  }

  private Accord accord() {
    return new Partnership(archive).accord();
  }

  private Optional<Survey> survey(String name, Parameters asked) {
    LocalDate on = asked.day("on", Parameters.today());
    Accord accord = accord();
    return accord.all(Edition.class).stream()
        .filter(edition -> edition.name().equals(name))
        .findFirst()
        .map(
            _ ->
                Survey.of(
                    accord,
                    name,
                    on,
                    Optional.of(Dossier.of(archive, Survey.ALWAYS, on).evidence())));
  }

  private static String editions(Accord accord) {
    StringBuilder links = new StringBuilder("<p class=\"choices\">");
    accord
        .all(Edition.class)
        .forEach(
            one ->
                links.append(Frame.link(PATH + "/" + Parameters.encoded(one.name()), one.name())));
    return links.append("</p>").toString();
  }

  private Answer page(Survey survey) {
    Edition edition = survey.edition();
    String path = PATH + "/" + Parameters.encoded(edition.name());
    String held =
        edition.place()
            + ", "
            + edition.from()
            + " to "
            + edition.to()
            + "; contributions "
            + Survey.known(edition.contributions())
            + ", groups "
            + Survey.known(edition.groups())
            + ". Source: "
            + edition.source();
    return Frame.job(
        PATH,
        "Science survey " + edition.name(),
        text(held),
        editions(accord())
            + Frame.form(
                path, Frame.field("Products made up to", "on", "date", survey.on().toString()))
            + Frame.section("Priorities", states(survey) + table(survey).html())
            + Frame.section(
                "Programmes that no priority names", list(survey.programmesWithoutPriority()))
            + Frame.section("Outputs of no programme", list(survey.outputsWithoutProgramme()))
            + "<p class=\"choices\">"
            + Frame.link("/api" + path + "?on=" + survey.on(), "The same as JSON")
            + "</p>");
  }

  private static String states(Survey survey) {
    StringBuilder html = new StringBuilder("<dl class=\"tally\">");
    survey
        .states()
        .forEach(
            (state, count) ->
                html.append("<div><dt>")
                    .append(state)
                    .append("</dt><dd>")
                    .append(Html.count(count))
                    .append("</dd></div>"));
    return html.append("</dl>").toString();
  }

  private static Table table(Survey survey) {
    return new Table(
        "Priorities",
        List.of("Priority", "theme", "statement", "state", "products made", "outputs", "source"),
        survey.priorities().stream()
            .map(
                one ->
                    List.of(
                        text(one.priority().name()),
                        text(one.priority().theme()),
                        text(one.priority().statement()),
                        text(state(one.priority())),
                        products(one.products(), survey.on()),
                        outputs(one.outputs()),
                        text(one.priority().source())))
            .toList());
  }

  private static String state(Priority priority) {
    return switch (priority.state()) {
      case Priority.State.Addressed(List<String> by) -> "addressed by " + String.join(", ", by);
      case Priority.State.Declined(String reason) -> "declined: " + reason;
      case Priority.State.Open() -> "open";
    };
  }

  private static String products(Map<String, Long> products, LocalDate on) {
    List<String> links = new ArrayList<>();
    String days = "since=" + Survey.ALWAYS + "&on=" + on;
    products.forEach(
        (programme, count) ->
            links.add(
                Frame.link(
                    DossierPages.rowsAddress(days, programme, Survey.MEASURE),
                    programme + " " + Html.count(count))));
    return String.join("<br>", links);
  }

  static String outputs(List<String> dois) {
    return String.join(
        "<br>", dois.stream().map(doi -> Frame.link("https://doi.org/" + doi, doi)).toList());
  }

  private static String list(List<String> names) {
    return "<p>" + text(names.isEmpty() ? "none" : String.join(", ", names)) + "</p>";
  }

  /// The priorities of all editions, each a way to its own.
  static Table priorities(Accord accord) {
    return new Table(
        "Priorities",
        List.of("Priority", "edition", "theme", "statement", "state", "source"),
        accord.all(Priority.class).stream()
            .map(
                one ->
                    List.of(
                        text(one.name()),
                        Frame.link(PATH + "/" + Parameters.encoded(one.edition()), one.edition()),
                        text(one.theme()),
                        text(one.statement()),
                        text(state(one)),
                        text(one.source())))
            .toList());
  }
}
