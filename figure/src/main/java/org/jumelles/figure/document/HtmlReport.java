package org.jumelles.figure.document;

import java.util.List;
import java.util.Map;

/// Writes a report as one HTML file, readable with a screen reader, in the dark and on paper.
public final class HtmlReport {
  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
      table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}
      th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #8888;overflow-wrap:anywhere}
      .note{opacity:.8}
      @media print{body{max-width:none;margin:0}}
      """;

  private HtmlReport() {}

  public static String of(Report report) {
    StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n");
    html.append(
        "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
    html.append("<title>").append(text(report.title())).append("</title>\n");
    html.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
    html.append("<h1>").append(text(report.title())).append("</h1>\n");
    html.append("<p>").append(text(report.subtitle())).append("</p>\n");
    report.sections().forEach(section -> append(html, section));
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void append(StringBuilder html, Report.Section section) {
    html.append("<h2>").append(text(section.heading())).append("</h2>\n");
    if (!section.note().isEmpty()) {
      html.append("<p class=\"note\">").append(text(section.note())).append("</p>\n");
    }
    if (section.rows().isEmpty()) {
      html.append("<p>Nothing is recorded.</p>\n");
      return;
    }
    List<String> columns = section.columns();
    html.append("<table>\n<thead><tr>");
    columns.forEach(name -> html.append("<th scope=\"col\">").append(text(name)).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (Map<String, String> row : section.rows()) {
      html.append("<tr>");
      for (String name : columns) {
        html.append("<td>").append(text(row.getOrDefault(name, ""))).append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n");
  }

  private static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
