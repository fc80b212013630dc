package org.jumelles.service.portal;

import static org.jumelles.service.page.Html.text;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.accord.Notice;
import org.jumelles.accord.Notices;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Hit;
import org.jumelles.archive.catalogue.Search;
import org.jumelles.pipeline.partnership.Dossier;
import org.jumelles.pipeline.partnership.Partnership;
import org.jumelles.pipeline.partnership.Survey;
import org.jumelles.service.holding.Kept;
import org.jumelles.service.page.Html;

/// What stands first on the first page: the missions, what is new, what is due.
public final class Home {
  private static final int SHOWN_NEWS = 6;
  private static final int SHOWN_NOTICES = 6;

  private final Archive archive;
  private final Kept<Figures> figures;

  /// @param amounts by measure, over all programmes
  private record Figures(LocalDate from, LocalDate to, Map<String, Long> amounts) {
    static Figures of(Archive archive) {
      Dossier dossier = Dossier.of(archive, Survey.ALWAYS, Parameters.today());
      Map<String, Long> amounts = new HashMap<>();
      dossier
          .evidence()
          .rows()
          .forEach(row -> amounts.merge(row.measure(), row.amount(), Long::sum));
      return new Figures(dossier.from(), dossier.to(), Map.copyOf(amounts));
    }
  }

  public Home(Archive archive) {
    this.archive = archive;
    this.figures = new Kept<>(archive, () -> Figures.of(archive));
  }

  public String sections() {
    return missions(figures.soon()) + "<div class=\"pair\">" + news() + due() + "</div>";
  }

  private static String missions(Optional<Figures> figures) {
    String days =
        figures
            .map(one -> "since=" + one.from + "&on=" + one.to)
            .orElse("since=" + Survey.ALWAYS + "&on=" + Parameters.today());
    StringBuilder html = new StringBuilder("<section id=\"missions\"><h2>Missions</h2>");
    html.append("<ul class=\"missions\">");
    for (Mission mission : Mission.values()) {
      html.append("<li class=\"card mission ")
          .append(mission.key())
          .append("\"><div><p class=\"when\">")
          .append(mission.world())
          .append("</p><h3><a href=\"/data?mission=")
          .append(mission.key())
          .append("\">")
          .append(text(mission.title()))
          .append("</a></h3><p>")
          .append(text(mission.purpose()))
          .append("</p><dl class=\"tally\">");
      for (String measure : mission.measures()) {
        String count =
            figures
                .map(one -> Html.count(one.amounts.getOrDefault(measure, 0L)))
                .orElse("being counted");
        html.append("<div><dt>")
            .append(text(measure))
            .append("</dt><dd>")
            .append(Frame.link(DossierPages.rowsAddress(days, "", measure), count))
            .append("</dd></div>");
      }
      html.append("</dl><p class=\"choices\">");
      mission.ways().forEach(way -> html.append(Frame.link(way.address(), way.words())));
      html.append("</p></div></li>");
    }
    return html.append("</ul></section>").toString();
  }

  private String news() {
    List<Hit> newest = archive.listing().search(Search.all(SHOWN_NEWS));
    StringBuilder html = new StringBuilder("<section id=\"new\"><h2>What is new</h2>");
    if (newest.isEmpty()) {
      return html.append("<p class=\"none\">No products yet.</p></section>").toString();
    }
    html.append("<ul class=\"lines\">");
    for (Hit hit : newest) {
      html.append("<li><a href=\"/products/")
          .append(hit.product().sha256Hex())
          .append("\">")
          .append(text(hit.title()))
          .append("</a><span class=\"when\">")
          .append(text(hit.recipe()))
          .append(", ")
          .append(Html.time(hit.storedAt()))
          .append("</span></li>");
    }
    return html.append(
            "</ul><p><a href=\"/data\">Search all data</a> · <a"
                + " href=\"/accord/dossier\">What came of this year</a></p></section>")
        .toString();
  }

  private String due() {
    LocalDate today = Parameters.today();
    List<Notice> notices = Notices.on(new Partnership(archive).accord(), today);
    StringBuilder html = new StringBuilder("<section id=\"due\"><h2>What is due</h2>");
    if (notices.isEmpty()) {
      html.append("<p class=\"none\">Nothing recorded ends or falls due within a year of ")
          .append(today)
          .append(".</p>");
    } else {
      html.append("<ul class=\"lines\">");
      notices.stream().limit(SHOWN_NOTICES).forEach(notice -> html.append(line(notice)));
      html.append("</ul>");
    }
    return html.append("<p><a href=\"/accord/notices\">All notices</a></p></section>").toString();
  }

  private static String line(Notice notice) {
    return "<li><span><span class=\"badge "
        + (notice.level() == Notice.Level.LATE ? "late" : "soon")
        + "\">"
        + Kinds.words(notice.level().name())
        + "</span>"
        + text(notice.about())
        + "</span><span class=\"when\">"
        + text(notice.statement())
        + "</span></li>";
  }
}
