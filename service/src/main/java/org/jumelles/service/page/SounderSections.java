package org.jumelles.service.page;

import static org.jumelles.service.page.Html.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Newest;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.service.access.Gate;
import org.jumelles.service.alert.AlertFilter;
import org.jumelles.service.alert.Alerts;
import org.jumelles.service.alert.StoredAlert;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.spectra.StoredGranule;

/// The sounder's part of the first page: the newest granules and alerts, and how many there are.
record SounderSections(
    List<Found> newestGranules,
    Optional<Long> granules,
    List<StoredAlert> newest,
    Optional<Long> alerts) {
  private static final int SHOWN_GRANULES = 12;
  private static final int SHOWN_ALERTS = 8;

  /// What anybody may see.
  ///
  /// @param granules how many there are, and how many alerts; nothing while they are counted
  static SounderSections of(
      Archive archive, Gate gate, Optional<Long> granules, Optional<Long> alerts) {
    return new SounderSections(
        archive.listing().newest(Newest.of(StoredGranule.KIND, SHOWN_GRANULES)).found(),
        granules,
        newest(new Alerts(archive, gate)),
        alerts);
  }

  static long countGranules(Archive archive) {
    return archive.listing().countEntries(Query.all(StoredGranule.KIND));
  }

  private static List<StoredAlert> newest(Alerts alerts) {
    try {
      return alerts.find(AlertFilter.newest(SHOWN_ALERTS), Request.get("/", "", Map.of())).alerts();
    } catch (Refusal _) {
      return List.of();
    }
  }

  /// Nothing where the archive holds no granule; the place that the menu leads to stays.
  String html() {
    return newestGranules.isEmpty()
        ? "<section id=\"granules\"><h2>Infrared spectra</h2><p class=\"none\">No granules"
            + " yet.</p></section>"
        : "<section id=\"granules\"><h2>Infrared spectra</h2>"
            + Html.scroll("Infrared spectra")
            + "<table><thead>"
            + "<tr><th scope=\"col\">Granule</th><th scope=\"col\">From</th><th"
            + " scope=\"col\">To</th><th scope=\"col\">Satellite</th><th scope=\"col\""
            + " class=\"n\">Spectra</th><th scope=\"col\">Format</th></tr></thead><tbody>"
            + rows()
            + "</tbody></table></div>"
            + (granules.orElse(Long.MAX_VALUE) > SHOWN_GRANULES
                ? "<p><a href=\"/stac/collections/iasi-spectra/items\">All "
                    + granules.map(Html::count).orElse("")
                    + " granules (STAC)</a></p>"
                : "")
            + "</section>"
            + alertSection();
  }

  private String rows() {
    StringBuilder html = new StringBuilder(2048);
    newestGranules.forEach(
        found -> {
          Map<String, String> told = found.entry().attributes();
          html.append("<tr><th scope=\"row\"><a href=\"/iasi/granules/")
              .append(found.product().sha256Hex())
              .append("\">map and spectra</a></th><td>")
              .append(Html.time(found.entry().span().start()))
              .append("</td><td>")
              .append(Html.time(found.entry().span().end()))
              .append("</td><td>")
              .append(text(told.getOrDefault("platform", "not known")))
              .append("</td><td class=\"n\">")
              .append(text(told.getOrDefault("count", "not known")))
              .append("</td><td>")
              .append(text(told.getOrDefault("format", "not known")))
              .append("</td></tr>");
        });
    return html.toString();
  }

  private String alertSection() {
    if (newest.isEmpty()) {
      return "<section id=\"alerts\"><h2>Alerts of plumes</h2><p class=\"none\">No alerts.</p>"
          + "</section>";
    }
    StringBuilder html = new StringBuilder(2048);
    html.append("<section id=\"alerts\"><h2>Alerts of plumes</h2><ul class=\"services\">");
    for (StoredAlert alert : newest) {
      html.append("<li><a href=\"")
          .append(text(alert.page().orElse("/alerts")))
          .append("\"><span class=\"swatch k-")
          .append(text(alert.kind()))
          .append("\"></span>")
          .append(text(alert.words()))
          .append("</a><span>")
          .append(AlertMap.place(alert))
          .append(", ")
          .append(text(alert.strengthK()))
          .append(" K, ")
          .append(Html.count(alert.places().size()))
          .append(" pixels<br>")
          .append(Html.time(alert.start()))
          .append("</span></li>");
    }
    return html.append("</ul><p><a href=\"/alerts\">Map of all ")
        .append(alerts.map(Html::count).orElse(""))
        .append(" alerts</a> (skill is proven on simulation only)</p></section>")
        .toString();
  }
}
