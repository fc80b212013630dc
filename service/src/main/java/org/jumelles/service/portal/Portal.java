package org.jumelles.service.portal;

import java.util.List;
import java.util.function.BiFunction;
import org.jumelles.archive.Archive;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Routes.Route;

/// The paths of the portal beside the first page and the pages of products.
public final class Portal {
  private final RecordPages pages;
  private final DossierPages dossiers;
  private final DataPages data;
  private final ProductCard card;
  private final SurveyPages surveys;
  private final WorkPages works;
  private final LedgerPages ledger;

  public Portal(Archive archive) {
    this.pages = new RecordPages(archive);
    this.dossiers = new DossierPages(archive);
    this.data = new DataPages(archive);
    this.card = new ProductCard(archive);
    this.surveys = new SurveyPages(archive);
    this.works = new WorkPages(archive);
    this.ledger = new LedgerPages(archive);
  }

  public List<Route> routes() {
    return List.of(
        route("/programmes", (_, _) -> pages.programmes()),
        route("/data", (asked, _) -> data.page(asked)),
        route("/api/data", (asked, _) -> data.json(asked)),
        route("/accord/on", (asked, _) -> pages.on(asked)),
        route("/accord/responsible", (asked, _) -> pages.responsible(asked)),
        route("/accord/notices", (asked, _) -> pages.notices(asked)),
        route("/accord/policy", (asked, _) -> card.policy(asked)),
        route("/accord/deliverables", (asked, _) -> works.deliverables(asked)),
        route("/accord/outputs", (asked, _) -> works.outputs(asked)),
        route("/accord/ledger", (asked, _) -> ledger.page(asked)),
        route("/accord/dossier", (asked, _) -> dossiers.dossier(asked)),
        route("/api/accord/dossier", (asked, _) -> dossiers.dossierJson(asked)),
        route(
            "/accord/report/([0-9]{4})",
            (asked, parts) -> dossiers.report(parts.getFirst(), asked)),
        route(
            "/api/accord/report/([0-9]{4})",
            (asked, parts) -> dossiers.reportJson(parts.getFirst(), asked)),
        route("/accord/survey", (_, _) -> surveys.choice()),
        route(
            "/accord/survey/([^/]{1,40})", (asked, parts) -> surveys.page(parts.getFirst(), asked)),
        route(
            "/api/accord/survey/([^/]{1,40})",
            (asked, parts) -> surveys.json(parts.getFirst(), asked)));
  }

  private static Route route(String path, BiFunction<Parameters, List<String>, Answer> page) {
    return Route.get(
        path,
        (request, parts) -> {
          try {
            return page.apply(Parameters.of(request.rawQuery()), parts);
          } catch (IllegalArgumentException e) {
            return Frame.refused(400, String.valueOf(e.getMessage()));
          }
        });
  }
}
