package org.jumelles.service.page;

import static org.jumelles.service.page.Html.text;

import java.util.List;
import org.jumelles.archive.Archive;
import org.jumelles.iasi.detection.AlertCollection;
import org.jumelles.service.access.Gate;
import org.jumelles.service.alert.AlertFilter;
import org.jumelles.service.alert.Alerts;
import org.jumelles.service.alert.StoredAlert;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Parameters;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;

/// `/alerts` for people: a map and a table of alerts, each leading to the spectrum behind it.
public final class AlertPage {
  private static final String[][] KINDS = {
    {"so2", "SO2"}, {"dust", "Dust"}, {"ash", "Ash"}, {"dust_or_ash", "Dust or ash"}
  };

  private final Alerts alerts;

  public AlertPage(Archive archive, Gate gate) {
    this.alerts = new Alerts(archive, gate);
  }

  public Answer answer(Request request) {
    try {
      AlertFilter filter = AlertFilter.of(request.rawQuery());
      Alerts.Seen seen = alerts.find(filter, request);
      List<StoredAlert> found = seen.alerts();
      String query = request.rawQuery().isEmpty() ? "" : "?" + text(request.rawQuery());
      String body =
          "<section class=\"hero\"><h1>Alerts of plumes</h1><p class=\"lead\">"
              + Html.count(found.size())
              + " alerts, newest first"
              + (seen.withheld() > 0
                  ? "; those of " + Html.count(seen.withheld()) + " granules are not public yet"
                  : "")
              + ": <a href=\"/alerts.geojson"
              + query
              + "\">GeoJSON</a> · <a href=\"/alerts.atom"
              + query
              + "\">Atom feed</a></p><p class=\"limits\">"
              + text(AlertCollection.LIMITS)
              + "</p></section>"
              + form(request)
              + (found.isEmpty()
                  ? "<p class=\"none\">No alerts.</p>"
                  : AlertMap.section(found) + table(found));
      return Answer.of(200, Answer.HTML, Html.page("Alerts of plumes", body));
    } catch (Refusal refusal) {
      return GranulePage.refused(refusal);
    }
  }

  private static String form(Request request) {
    String chosen =
        Parameters.of(request.rawQuery(), java.util.Set.of("kind", "datetime", "bbox", "limit"))
            .text("kind")
            .orElse("");
    StringBuilder html = new StringBuilder();
    html.append("<section><form class=\"controls\" method=\"get\" action=\"/alerts\"><label>Kind")
        .append("<select name=\"kind\"><option value=\"so2,dust,ash,dust_or_ash\">All</option>");
    for (String[] kind : KINDS) {
      html.append("<option value=\"")
          .append(kind[0])
          .append(kind[0].equals(chosen) ? "\" selected>" : "\">")
          .append(kind[1])
          .append("</option>");
    }
    return html.append("</select></label><label>At most<input type=\"number\" name=\"limit\"")
        .append(" min=\"1\" max=\"1000\" value=\"100\"></label><button>Show</button></form>")
        .append("<p class=\"help\">Also: <code>datetime=FROM/TO</code> (RFC 3339),")
        .append(" <code>bbox=west,south,east,north</code> (degrees).</p></section>")
        .toString();
  }

  private static String table(List<StoredAlert> found) {
    StringBuilder html = new StringBuilder(4096);
    html.append("<section><h2>What was seen</h2><div class=\"scroll\"><table><thead><tr>")
        .append("<th scope=\"col\">Kind</th><th scope=\"col\">Time</th>")
        .append("<th scope=\"col\">Strongest at</th><th scope=\"col\" class=\"n\">Strength</th>")
        .append("<th scope=\"col\" class=\"n\">Pixels</th><th scope=\"col\">Spectrum</th>")
        .append("<th scope=\"col\">Evidence</th></tr></thead><tbody>");
    for (StoredAlert alert : found) {
      html.append("<tr><th scope=\"row\"><span class=\"swatch k-")
          .append(text(alert.kind()))
          .append("\"></span>")
          .append(text(alert.words()))
          .append("</th><td>")
          .append(Html.time(alert.start()))
          .append("</td><td>")
          .append(AlertMap.place(alert))
          .append("</td><td class=\"n\">")
          .append(text(alert.strengthK()))
          .append(" K</td><td class=\"n\">")
          .append(Html.count(alert.places().size()))
          .append("</td><td>")
          .append(
              alert
                  .page()
                  .map(page -> "<a href=\"" + text(page) + "\">strongest pixel</a>")
                  .orElse("not known"))
          .append("</td><td><a class=\"id\" href=\"/products/")
          .append(alert.product().identity().sha256Hex())
          .append("\">")
          .append(Html.shortId(alert.product().identity().sha256Hex()))
          .append("</a></td></tr>");
    }
    return html.append("</tbody></table></div></section>").toString();
  }
}
