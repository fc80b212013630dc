package org.jumelles.service.portal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jumelles.service.page.Html;

/// A table that a screen reader can walk and a phone can scroll.
///
/// @param label what it is about, for those who do not see it
/// @param rows cells of HTML; the first of each row heads it
record Table(String label, List<String> heads, List<List<String>> rows) {
  Table {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  /// A day does not break at its hyphens.
  private static final Pattern DAY = Pattern.compile("\\d{4}(-\\d{2}){1,2}");

  /// A table of rows with named cells of plain text.
  static Table of(String label, List<Map<String, String>> rows) {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.keySet()));
    List<List<String>> cells = new ArrayList<>();
    for (Map<String, String> row : rows) {
      cells.add(names.stream().map(name -> Html.text(row.getOrDefault(name, ""))).toList());
    }
    return new Table(label, List.copyOf(names), cells);
  }

  String html() {
    if (rows.isEmpty()) {
      return "<p class=\"none\">Nothing is recorded.</p>";
    }
    StringBuilder html = new StringBuilder(4096);
    html.append("<div class=\"scroll wrap\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(Html.text(label))
        .append("\"><table><thead><tr>");
    heads.forEach(
        head -> html.append("<th scope=\"col\">").append(Html.text(capital(head))).append("</th>"));
    html.append("</tr></thead><tbody>");
    for (List<String> row : rows) {
      html.append("<tr><th scope=\"row\">").append(row.getFirst()).append("</th>");
      row.stream()
          .skip(1)
          .forEach(
              cell ->
                  html.append(DAY.matcher(cell).matches() ? "<td class=\"day\">" : "<td>")
                      .append(cell)
                      .append("</td>"));
      html.append("</tr>");
    }
    return html.append("</tbody></table></div>").toString();
  }

  private static String capital(String head) {
    return head.isEmpty()
        ? head
        : head.substring(0, 1).toUpperCase(Locale.ROOT) + head.substring(1);
  }
}
