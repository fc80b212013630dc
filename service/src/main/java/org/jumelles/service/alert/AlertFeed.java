package org.jumelles.service.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.iasi.detection.AlertCollection;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.access.Gate;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Json;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes.Route;
import tools.jackson.databind.node.ObjectNode;

/// `/alerts.geojson` and `/alerts.atom`; what `/alerts` is for machines.
public final class AlertFeed {
  private static final String GEOJSON = "application/geo+json; charset=utf-8";
  private static final String ATOM = "application/atom+xml; charset=utf-8";

  private final Alerts alerts;

  public AlertFeed(Archive archive, Gate gate) {
    this.alerts = new Alerts(archive, gate);
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/alerts\\.geojson", (request, _) -> geoJson(request)),
        Route.get("/alerts\\.atom", (request, _) -> atom(request)));
  }

  /// Every alert as a feature, with all of its evidence.
  public Answer geoJson(Request request) {
    return Refusal.orAnswer(
        () -> {
          Alerts.Seen seen = alerts.find(AlertFilter.of(request.rawQuery()), request);
          List<StoredAlert> found = seen.alerts();
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("type", "FeatureCollection");
          json.put("limits", AlertCollection.LIMITS);
          json.put("numberReturned", found.size());
          json.put("productsWithheld", seen.withheld());
          json.put(
              "features", found.stream().map(alert -> feature(alert, request.base())).toList());
          return Answer.of(200, GEOJSON, Json.text(json));
        });
  }

  private static ObjectNode feature(StoredAlert alert, String base) {
    ObjectNode feature = ((ObjectNode) alert.feature()).deepCopy();
    feature.put("id", alert.id());
    ObjectNode properties = feature.withObject("/properties");
    properties.put("source", alert.source());
    properties.put("product", base + "/products/" + alert.product().identity().sha256Hex());
    alert
        .granule()
        .ifPresent(
            granule -> properties.put("granule", base + "/iasi/granules/" + granule.sha256Hex()));
    properties.put("stored", Utc.text(alert.product().lineage().endedAt()));
    properties.put("limits", AlertCollection.LIMITS);
    return feature;
  }

  private Answer atom(Request request) {
    return Refusal.orAnswer(
        () -> {
          List<StoredAlert> found =
              alerts.find(AlertFilter.of(request.rawQuery()), request).alerts();
          return Answer.of(
              200,
              ATOM,
              AtomDocument.text(found, alerts.updated(found), request.base(), request.target()));
        });
  }
}
