package org.jumelles.service.page;

import static org.jumelles.service.page.Html.text;

import java.util.List;
import java.util.Locale;
import org.jumelles.figure.map.Coastlines;
import org.jumelles.service.alert.StoredAlert;

/// A map of alerts as SVG: equirectangular about their own latitude, a point a pixel, each alert a
/// link. It needs no script.
final class AlertMap {
  private static final double LEAST_SPAN_DEG = 20;
  private static final List<double[]> COASTS = Coastlines.lines();

  private final double west;
  private final double east;
  private final double south;
  private final double north;
  private final double squeeze;

  private AlertMap(List<StoredAlert> alerts) {
    double[] box = {180, 90, -180, -90};
    for (StoredAlert alert : alerts) {
      for (double[] at : alert.places()) {
        box[0] = Math.min(box[0], at[0]);
        box[1] = Math.min(box[1], at[1]);
        box[2] = Math.max(box[2], at[0]);
        box[3] = Math.max(box[3], at[1]);
      }
    }
    double tall = Math.max(LEAST_SPAN_DEG, 1.3 * (box[3] - box[1]));
    double middle = (box[1] + box[3]) / 2;
    squeeze = Math.max(0.2, Math.cos(Math.toRadians(middle)));
    double wide = Math.min(360, Math.max(1.3 * (box[2] - box[0]), 2.2 * tall / squeeze));
    double centre = (box[0] + box[2]) / 2;
    west = Math.max(-180, Math.min(180 - wide, centre - wide / 2));
    east = west + wide;
    south = Math.max(-90, middle - tall / 2);
    north = Math.min(90, middle + tall / 2);
  }

  static String section(List<StoredAlert> alerts) {
    return new AlertMap(alerts).html(alerts);
  }

  static String place(StoredAlert alert) {
    double latitude = alert.strongest().path("latitude_deg").asDouble(0);
    double longitude = alert.strongest().path("longitude_deg").asDouble(0);
    return String.format(
        Locale.ROOT,
        "%.2f° %s, %.2f° %s",
        Math.abs(latitude),
        latitude < 0 ? "S" : "N",
        Math.abs(longitude),
        longitude < 0 ? "W" : "E");
  }

  private String html(List<StoredAlert> alerts) {
    StringBuilder html = new StringBuilder(1 << 16);
    html.append(
            "<section><h2>Where</h2><div class=\"plot\"><svg class=\"alertmap\" id=\"alertmap\"")
        .append(" role=\"group\" aria-label=\"Map of alerts, each a link to a spectrum\"")
        .append(
            String.format(
                Locale.ROOT,
                " viewBox=\"0 0 %.3f %.3f\">",
                (east - west) * squeeze,
                north - south));
    grid(html);
    coasts(html);
    alerts.forEach(alert -> spot(html, alert));
    return html.append("</svg></div><p class=\"help\">")
        .append(
            String.format(
                Locale.ROOT,
                "Lines every 10 degrees, from %.0f° to %.0f° east and %.0f° to %.0f° north.",
                west,
                east,
                south,
                north))
        .append(" Coastlines: Natural Earth.</p></section>")
        .toString();
  }

  private void grid(StringBuilder html) {
    html.append("<path class=\"grid\" d=\"");
    for (int at = -180; at <= 180; at += 10) {
      if (at > west && at < east) {
        html.append('M').append(point(at, south)).append('L').append(point(at, north));
      }
      if (at > south && at < north) {
        html.append('M').append(point(west, at)).append('L').append(point(east, at));
      }
    }
    html.append("\"/>");
  }

  private void coasts(StringBuilder html) {
    html.append("<path class=\"coast\" d=\"");
    for (double[] line : COASTS) {
      boolean open = false;
      for (int i = 0; i < line.length; i += 2) {
        boolean near =
            line[i] > west - 10
                && line[i] < east + 10
                && line[i + 1] > south - 10
                && line[i + 1] < north + 10;
        if (near) {
          html.append(open ? 'L' : 'M').append(point(line[i], line[i + 1]));
        }
        open = near;
      }
    }
    html.append("\"/>");
  }

  private void spot(StringBuilder html, StoredAlert alert) {
    String title =
        alert.words()
            + ", "
            + place(alert)
            + ", "
            + alert.strengthK()
            + " K, "
            + alert.places().size()
            + " pixels, "
            + Html.shortTime(alert.start());
    html.append("<a href=\"")
        .append(text(alert.page().orElse("/products/" + alert.product().identity().sha256Hex())))
        .append("\" aria-label=\"")
        .append(text(title))
        .append("\"><title>")
        .append(text(title))
        .append("</title><path class=\"spot k-")
        .append(text(alert.kind()))
        .append("\" d=\"");
    alert.places().forEach(at -> html.append('M').append(point(at[0], at[1])).append("h0"));
    html.append("\"/></a>");
  }

  private String point(double longitude, double latitude) {
    return String.format(Locale.ROOT, "%.2f %.2f", (longitude - west) * squeeze, north - latitude);
  }
}
