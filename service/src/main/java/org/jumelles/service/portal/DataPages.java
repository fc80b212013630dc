package org.jumelles.service.portal;

import static org.jumelles.service.page.Html.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Hit;
import org.jumelles.archive.catalogue.Search;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Json;
import org.jumelles.service.page.Html;

/// The search over all products, as a page and as JSON; the address says all that was asked.
final class DataPages {
  private static final int PAGE = 25;
  private static final List<String> FIELDS =
      List.of("mission", "kind", "from", "to", "box", "text", "after");

  private final Archive archive;

  DataPages(Archive archive) {
    this.archive = archive;
  }

  /// @throws IllegalArgumentException where a value cannot be what its name says
  private static Search search(Parameters asked) {
    String mission = asked.text("mission");
    if (!mission.isEmpty() && Mission.of(mission).isEmpty()) {
      throw new IllegalArgumentException("mission=" + mission + " is none of seis, iasi, ryugu");
    }
    Moment from =
        asked.text("from").isEmpty() ? Moment.MIN : Parameters.moment(asked.text("from"), false);
    Moment to = asked.text("to").isEmpty() ? Moment.MAX : Parameters.moment(asked.text("to"), true);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("to lies before from");
    }
    return new Search(
        mission,
        asked.text("kind"),
        new Span(from, to),
        asked.text("box").isEmpty() ? Optional.empty() : Optional.of(box(asked.text("box"))),
        asked.text("text"),
        asked.text("after").isEmpty() ? 0 : number(asked.text("after")),
        PAGE + 1);
  }

  private static long number(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("after=" + text + " names no page");
    }
    return Long.parseLong(text);
  }

  private static Search.Box box(String text) {
    String[] parts = text.split(",", -1);
    try {
      double[] sides = java.util.Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
      if (sides.length == 4
          && Math.abs(sides[0]) <= 360
          && Math.abs(sides[2]) <= 360
          && -90 <= sides[1]
          && sides[1] <= sides[3]
          && sides[3] <= 90) {
        return new Search.Box(sides[0], sides[1], sides[2], sides[3]);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(BOX.formatted(text), e);
    }
    throw new IllegalArgumentException(BOX.formatted(text));
  }

  private static final String BOX =
      "box=%s is not west,south,east,north in degrees, such as -70,-60,10,40";

  private static Parameters known(Parameters asked) {
    Map<String, String> known = new LinkedHashMap<>();
    FIELDS.stream()
        .filter(name -> !asked.text(name).isEmpty())
        .forEach(name -> known.put(name, asked.text(name)));
    return new Parameters(known);
  }

  private static Optional<Parameters> next(Parameters asked, List<Hit> hits) {
    return hits.size() > PAGE
        ? Optional.of(asked.with("after", Long.toString(hits.get(PAGE - 1).number())))
        : Optional.empty();
  }

  Answer json(Parameters all) {
    Parameters asked = known(all);
    Search search = search(asked);
    List<Hit> hits = archive.listing().search(search);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("count", archive.listing().count(search));
    document.put("missions", missions(search));
    document.put("kinds", archive.listing().kinds(search.ofKind("")));
    document.put("products", hits.stream().limit(PAGE).map(DataPages::row).toList());
    next(asked, hits).ifPresent(query -> document.put("next", "/api/data?" + query.query()));
    return Json.answer(document);
  }

  private static Map<String, Object> row(Hit hit) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", hit.product().sha256Hex());
    row.put("title", hit.title());
    row.put("recipe", hit.recipe());
    row.put("stored", Utc.text(hit.storedAt()));
    return row;
  }

  private Map<String, Long> missions(Search search) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Mission mission : Mission.values()) {
      counts.put(mission.key(), archive.listing().count(search.ofMission(mission.key())));
    }
    return counts;
  }

  Answer page(Parameters all) {
    Parameters asked = known(all);
    Search search = search(asked);
    List<Hit> hits = archive.listing().search(search);
    long count = archive.listing().count(search);
    String body =
        form(asked)
            + facet("Missions", "mission", missions(search), asked)
            + facet("Holds", "kind", archive.listing().kinds(search.ofKind("")), asked)
            + "<section><h2>"
            + counted(count)
            + (count == 1 ? " product" : " products")
            + "</h2>"
            + results(hits)
            + "<p class=\"choices\">"
            + next(asked, hits)
                .map(
                    query ->
                        "<a rel=\"next\" href=\"/data?" + text(query.query()) + "\">Next page</a>")
                .orElse("")
            + "<a href=\"/api/data?"
            + text(asked.query())
            + "\">The same as JSON</a></p></section>";
    return Frame.page("Data", "Every product in its newest version, the last stored first.", body);
  }

  /// A search counts no further than it can without a look at everything.
  private static String counted(long count) {
    return count < Search.COUNTED
        ? Html.count(count)
        : "more than " + Html.count(Search.COUNTED - 1);
  }

  private static String form(Parameters asked) {
    StringBuilder kept = new StringBuilder();
    for (String name : List.of("mission", "kind")) {
      if (!asked.text(name).isEmpty()) {
        kept.append("<input type=\"hidden\" name=\"" + name + "\" value=\"")
            .append(text(asked.text(name)))
            .append("\">");
      }
    }
    return "<search>"
        + Frame.form(
            "/data",
            Frame.field("Text", "text", "search", asked.text("text"))
                + Frame.field("From (UTC)", "from", "text", asked.text("from"))
                + Frame.field("To (UTC)", "to", "text", asked.text("to"))
                + Frame.field("West,south,east,north in degrees", "box", "text", asked.text("box"))
                + kept)
        + "</search>";
  }

  private static String facet(
      String label, String name, Map<String, Long> counts, Parameters asked) {
    if (counts.isEmpty()) {
      return "";
    }
    StringBuilder html =
        new StringBuilder("<nav class=\"tabs facet\" aria-label=\"" + label + "\">");
    html.append("<span>").append(label).append("</span>");
    Parameters first = asked.with("after", "");
    counts.forEach(
        (value, count) -> {
          boolean chosen = asked.text(name).equals(value);
          html.append("<a href=\"/data?")
              .append(text(first.with(name, chosen ? "" : value).query()))
              .append(chosen ? "\" aria-current=\"true\">" : "\">")
              .append(text(Mission.of(value).map(Mission::name).orElse(value)))
              .append(" <b>")
              .append(counted(count))
              .append("</b>")
              .append(chosen ? "<span class=\"unseen\">, chosen; take away</span>" : "")
              .append("</a>");
        });
    return html.append("</nav>").toString();
  }

  private static String results(List<Hit> hits) {
    List<List<String>> rows = new ArrayList<>();
    hits.stream()
        .limit(PAGE)
        .forEach(
            hit ->
                rows.add(
                    List.of(
                        Frame.link("/products/" + hit.product().sha256Hex(), hit.title()),
                        text(hit.recipe()),
                        Html.time(hit.storedAt()))));
    return rows.isEmpty()
        ? "<p class=\"none\">Nothing matches.</p>"
        : new Table("Products", List.of("Product", "recipe", "stored"), rows).html();
  }
}
