package org.jumelles.service.noise;

import static org.jumelles.service.page.Html.text;

import java.util.List;
import java.util.Map;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.page.Html;

/// Noise statistics for people.
final class NoisePage {
  private NoisePage() {}

  static Answer list(List<Map<String, Object>> channels) {
    StringBuilder rows = new StringBuilder();
    for (Map<String, Object> row : channels) {
      rows.append("<tr><th scope=\"row\"><a href=\"")
          .append(cell(row, "href"))
          .append("\">")
          .append(cell(row, "channel"))
          .append("</a></th><td class=\"n\">")
          .append(cell(row, "sols"))
          .append("</td><td class=\"n\">")
          .append(cell(row, "segments"))
          .append("</td><td>")
          .append(cell(row, "start"))
          .append("</td><td>")
          .append(cell(row, "end"))
          .append("</td></tr>");
    }
    String body =
        rows.isEmpty()
            ? "<p class=\"none\">No noise statistics are kept yet.</p>"
            : table(
                "<th scope=\"col\">Channel</th><th scope=\"col\" class=\"n\">Sols</th>"
                    + "<th scope=\"col\" class=\"n\">Segments</th><th scope=\"col\">From</th>"
                    + "<th scope=\"col\">To</th>",
                rows.toString());
    return page(
        200, "Noise", "How often each level of noise occurred, by frequency and local hour.", body);
  }

  private static String cell(Map<String, Object> row, String name) {
    return text(String.valueOf(row.get(name)));
  }

  static Answer of(NoiseSum sum, String rawQuery) {
    String query = rawQuery.isEmpty() ? "" : "?" + text(rawQuery);
    String base = "/noise/" + text(sum.channel());
    StringBuilder body = new StringBuilder();
    body.append(figure(base + "/levels.png" + query, "Levels over frequency, all hours"))
        .append(figure(base + "/hours.png" + query, "Median over frequency by local hour"))
        .append("<section><h2>By hour</h2><p>");
    String more = query.isEmpty() ? "?" : query + "&amp;";
    for (int hour = 0; hour < sum.counts().groups(); hour++) {
      if (sum.counts().segments(hour) > 0) {
        body.append(
            "<a href=\"%s/levels.png%shour=%d\">%02d</a> ".formatted(base, more, hour, hour));
      }
    }
    body.append("</p><p><a href=\"/api/noise/")
        .append(text(sum.channel()))
        .append(query)
        .append("\">Counts as JSON</a></p></section>")
        .append(sols(sum));
    String lead =
        sum.counts().allSegments()
            + " segments of "
            + text(sum.quantity())
            + ", "
            + Html.time(sum.span().start())
            + " to "
            + Html.time(sum.span().end());
    return page(200, "Noise of " + sum.channel(), lead, body.toString());
  }

  private static String sols(NoiseSum sum) {
    StringBuilder rows = new StringBuilder();
    for (Found one : sum.used()) {
      rows.append("<tr><th scope=\"row\"><a href=\"/products/")
          .append(one.product().sha256Hex())
          .append("\">")
          .append(text(NoiseSum.subject(one)))
          .append("</a></th><td class=\"n\">")
          .append(text(one.entry().attributes().getOrDefault("segments", "")))
          .append("</td></tr>");
    }
    StringBuilder out = new StringBuilder();
    sum.leftOut().forEach(why -> out.append("<li>").append(text(why)).append("</li>"));
    return "<section><h2>What was added</h2>"
        + table(
            "<th scope=\"col\">Sol</th><th scope=\"col\" class=\"n\">Segments</th>",
            rows.toString())
        + (out.isEmpty() ? "" : "<h3>Left out</h3><ul>" + out + "</ul>")
        + "</section>";
  }

  static Answer refused(int status, String sentence) {
    return page(status, "Not answered", text(sentence), "");
  }

  private static String figure(String address, String words) {
    return "<figure class=\"large\"><img src=\"%s\" alt=\"%s\"></figure>".formatted(address, words);
  }

  private static String table(String heads, String rows) {
    return "<div class=\"scroll\"><table><thead><tr>"
        + heads
        + "</tr></thead><tbody>"
        + rows
        + "</tbody></table></div>";
  }

  private static Answer page(int status, String title, String lead, String body) {
    return Answer.of(
        status,
        Answer.HTML,
        Html.page(
            title + " · Jumelles",
            "<section class=\"hero\"><h1>"
                + text(title)
                + "</h1><p class=\"lead\">"
                + lead
                + "</p></section>"
                + body));
  }
}
