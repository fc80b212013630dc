package org.jumelles.service.alert;

import static org.jumelles.service.exchange.Markup.escaped;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.iasi.detection.AlertCollection;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// Alerts as an Atom feed ([RFC4287]) with GeoRSS points.
final class AtomDocument {
  private AtomDocument() {}

  /// @param updated when the last of them was stored; an empty feed says 1970
  static String text(
      List<StoredAlert> alerts, Optional<Moment> updated, String base, String target) {
    StringBuilder xml = new StringBuilder(4096);
    xml.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        .append("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
        .append(" xmlns:georss=\"http://www.georss.org/georss\" xml:lang=\"en\">\n")
        .append("  <id>urn:jumelles:alerts</id>\n  <title>Alerts of SO2, dust and ash</title>\n")
        .append("  <subtitle>")
        .append(escaped(AlertCollection.LIMITS))
        .append("</subtitle>\n  <updated>")
        .append(Utc.text(updated.orElse(Utc.ofUnixNanos(0))))
        .append("</updated>\n  <author><name>Jumelles</name></author>\n");
    link(xml, "  ", "self", "application/atom+xml", base + target);
    link(xml, "  ", "alternate", "text/html", base + "/alerts");
    alerts.forEach(alert -> entry(xml, alert, base));
    return xml.append("</feed>\n").toString();
  }

  private static void entry(StringBuilder xml, StoredAlert alert, String base) {
    xml.append("  <entry>\n    <id>urn:jumelles:alert:").append(alert.id()).append("</id>\n");
    element(xml, "title", title(alert));
    element(xml, "updated", Utc.text(alert.product().lineage().endedAt()));
    element(xml, "published", Utc.text(alert.product().lineage().endedAt()));
    xml.append("    <category term=\"").append(escaped(alert.kind())).append("\"/>\n");
    alert.page().ifPresent(page -> link(xml, "    ", "alternate", "text/html", base + page));
    link(
        xml,
        "    ",
        "via",
        "text/html",
        base + "/products/" + alert.product().identity().sha256Hex());
    element(
        xml,
        "georss:point",
        number(alert, "latitude_deg", "%.4f") + " " + number(alert, "longitude_deg", "%.4f"));
    element(xml, "summary", summary(alert));
    xml.append("  </entry>\n");
  }

  static String title(StoredAlert alert) {
    return alert.words()
        + " at "
        + number(alert, "latitude_deg", "%.2f")
        + ", "
        + number(alert, "longitude_deg", "%.2f")
        + " degrees, "
        + alert.places().size()
        + " pixels, "
        + Utc.text(alert.start()).substring(0, 19)
        + "Z";
  }

  /// The strongest pixel's evidence, then what it does not prove.
  private static String summary(StoredAlert alert) {
    StringBuilder text = new StringBuilder("Seen in " + alert.source() + ". Strongest pixel: ");
    text.append(
        String.join(
            ", ",
            alert.strongest().properties().stream()
                .map(field -> field.getKey() + " " + field.getValue().asString(""))
                .toList()));
    return text.append(". ").append(AlertCollection.LIMITS).toString();
  }

  private static String number(StoredAlert alert, String name, String format) {
    return String.format(Locale.ROOT, format, alert.strongest().path(name).asDouble(0));
  }

  private static void element(StringBuilder xml, String name, String text) {
    xml.append("    <")
        .append(name)
        .append('>')
        .append(escaped(text))
        .append("</")
        .append(name)
        .append(">\n");
  }

  private static void link(StringBuilder xml, String indent, String rel, String type, String to) {
    xml.append(indent)
        .append("<link rel=\"")
        .append(rel)
        .append("\" type=\"")
        .append(type)
        .append("\" href=\"")
        .append(escaped(to))
        .append("\"/>\n");
  }
}
