package org.jumelles.service.portal;

import static org.jumelles.service.page.Html.text;

import org.jumelles.service.exchange.Answer;
import org.jumelles.service.page.Html;

/// The parts that the portal's pages have in common.
final class Frame {
  private static final String[][] JOBS = {
    {"/programmes", "Programmes"},
    {"/accord/on", "On a day"},
    {"/accord/responsible", "Responsible"},
    {"/accord/notices", "Notices"},
    {"/accord/dossier", "Dossier"},
    {"/accord/survey", "Survey"},
    {"/accord/deliverables", "Deliverables"},
    {"/accord/outputs", "Outputs"},
    {"/accord/policy", "Policy"},
    {"/accord/ledger", "Ledger"}
  };

  private Frame() {}

  /// A page of the partnership's record, with the ways to its other jobs.
  static Answer job(String path, String title, String lead, String body) {
    StringBuilder tabs = new StringBuilder("<nav class=\"tabs\" aria-label=\"The record\">");
    for (String[] job : JOBS) {
      tabs.append("<a href=\"")
          .append(job[0])
          .append(job[0].equals(path) ? "\" aria-current=\"page\">" : "\">")
          .append(job[1])
          .append("</a>");
    }
    return page(title, lead, tabs.append("</nav>") + body);
  }

  /// @param lead a line of HTML under the heading
  static Answer page(String title, String lead, String body) {
    return Answer.of(
        200,
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

  /// What was asked cannot be answered, and why.
  static Answer refused(int status, String reason) {
    String body =
        "<section class=\"hero\"><h1>This cannot be answered</h1><p class=\"lead\">"
            + text(reason)
            + "</p><p><a href=\"/\">To the first page</a></p></section>";
    return Answer.of(status, Answer.HTML, Html.page("Not answered · Jumelles", body));
  }

  static String section(String title, String body) {
    return "<section><h2>" + text(title) + "</h2>" + body + "</section>";
  }

  static String form(String action, String fields) {
    return "<form class=\"ask\" method=\"get\" action=\""
        + action
        + "\">"
        + fields
        + "<button type=\"submit\">Show</button></form>";
  }

  static String field(String label, String name, String type, String value) {
    return "<label>"
        + text(label)
        + "<input type=\""
        + type
        + "\" name=\""
        + name
        + "\" value=\""
        + text(value)
        + "\"></label>";
  }

  static String link(String address, String words) {
    return "<a href=\"" + text(address) + "\">" + text(words) + "</a>";
  }
}
