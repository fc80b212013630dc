package org.jumelles.service.page;

import static org.jumelles.service.page.Html.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Tally;
import org.jumelles.kernel.time.Moment;
import org.jumelles.service.access.Gate;
import org.jumelles.service.alert.Alerts;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.holding.ChannelHolding;
import org.jumelles.service.holding.EventHolding;
import org.jumelles.service.holding.Holdings;
import org.jumelles.service.holding.Kept;

/// The page at `/`.
public final class FirstPage {
  private static final int SHOWN_EVENTS = 12;
  private static final int SHOWN_PICTURES = 6;

  private static final String BEING_COUNTED =
      "<section id=\"channels\"><h2>Channels</h2><p class=\"none\">They are being counted; look"
          + " again in a while.</p></section>";

  private final Archive archive;
  private final Gate gate;
  private final Holdings holdings;
  private final Supplier<String> summary;
  private final Kept<ChannelTable> channelTable;
  private final Kept<Sums> sums;

  /// What is counted over all of the archive.
  private record Sums(List<Tally> recipes, long bytes, long granules, long alerts) {
    long products() {
      return recipes.stream().mapToLong(Tally::products).sum();
    }
  }

  /// @param summary sections of HTML that stand before the details: missions, news, what is due
  public FirstPage(Archive archive, Gate gate, Supplier<String> summary) {
    this.archive = archive;
    this.gate = gate;
    this.summary = summary;
    this.holdings = new Holdings(archive);
    this.channelTable = new Kept<>(archive, () -> new ChannelTable(archive));
    this.sums = new Kept<>(archive, this::sums);
  }

  private Sums sums() {
    return new Sums(
        archive.listing().tallies(),
        archive.counts().bytes(),
        SounderSections.countGranules(archive),
        new Alerts(archive, gate).count());
  }

  public Answer answer() {
    Optional<ChannelTable> table = channelTable.soon();
    List<EventHolding> events = holdings.events();
    List<Picture> pictures = Picture.newest(archive);
    Optional<Sums> all = sums.soon();
    String body =
        hero(table.map(ChannelTable::channels), events, all)
            + summary.get()
            + eventSection(events, pictures)
            + pictureSection(pictures.stream().filter(picture -> !picture.isOfEvent()).toList())
            + table.map(ChannelTable::section).orElse(BEING_COUNTED)
            + SounderSections.of(archive, gate, all.map(Sums::granules), all.map(Sums::alerts))
                .html()
            + services()
            + all.map(one -> productSection(one.recipes)).orElse("");
    return Answer.of(200, Answer.HTML, Html.page("Jumelles: what the archive holds", body));
  }

  private static String hero(
      Optional<List<ChannelHolding>> channels, List<EventHolding> events, Optional<Sums> all) {
    return "<section class=\"hero\"><h1>What the archive holds</h1><p class=\"lead\">"
        + channels.map(FirstPage::span).orElse("It is being counted.")
        + "</p><dl class=\"stats\">"
        + stat("events", Html.count(events.size()))
        + channels
            .map(
                some ->
                    stat("channels", Html.count(some.size()))
                        + stat(
                            "samples",
                            Html.count(some.stream().mapToLong(ChannelHolding::samples).sum())))
            .orElse("")
        + all.map(
                one ->
                    stat("granules", Html.count(one.granules))
                        + stat("alerts", Html.count(one.alerts))
                        + stat("products", Html.count(one.products()))
                        + stat("kept", Html.bytes(one.bytes)))
            .orElse("")
        + "</dl></section>";
  }

  private static String span(List<ChannelHolding> channels) {
    Optional<Moment> start =
        channels.stream().map(channel -> channel.span().start()).min(Moment::compareTo);
    Optional<Moment> end =
        channels.stream().map(channel -> channel.span().end()).max(Moment::compareTo);
    return start.isEmpty() || end.isEmpty()
        ? "No waveforms yet. Give the archive some: <code>./jumelles ingest PATH</code>"
        : "Waveforms from " + Html.time(start.get()) + " to " + Html.time(end.get()) + " UTC";
  }

  private static String stat(String name, String value) {
    return "<div><dt>" + name + "</dt><dd>" + value + "</dd></div>";
  }

  private String eventSection(List<EventHolding> events, List<Picture> pictures) {
    StringBuilder html = new StringBuilder(8192);
    html.append("<section id=\"events\"><h2>Latest events</h2>");
    if (events.isEmpty()) {
      return html.append("<p class=\"none\">No events yet.</p></section>").toString();
    }
    html.append("<ul class=\"cards\">");
    events.stream().limit(SHOWN_EVENTS).forEach(event -> html.append(card(event, pictures)));
    html.append("</ul>");
    if (events.size() > SHOWN_EVENTS) {
      html.append("<p><a href=\"/api/events\">All ")
          .append(Html.count(events.size()))
          .append(" events (JSON)</a></p>");
    }
    return html.append("</section>").toString();
  }

  private String card(EventHolding event, List<Picture> pictures) {
    Optional<Picture> picture =
        archive
            .find(event.product())
            .flatMap(product -> Picture.of(archive, event, product, pictures));
    String image =
        picture
            .map(
                shown ->
                    "<img loading=\"lazy\" src=\""
                        + shown.address()
                        + "\" alt=\""
                        + text(shown.title())
                        + "\">")
            .orElse("<div class=\"blank\" aria-hidden=\"true\"></div>");
    String page = "/products/" + event.product().sha256Hex();
    String quality =
        event
            .quality()
            .map(q -> "<span class=\"badge q" + safe(q) + "\">quality " + text(q) + "</span>")
            .orElse("");
    String type =
        event.type().map(t -> "<span class=\"badge\">" + text(words(t)) + "</span>").orElse("");
    String size =
        event.magnitude().isPresent()
            ? "<span class=\"badge\">M "
                + String.format(Locale.ROOT, "%.1f", event.magnitude().getAsDouble())
                + "</span>"
            : "";
    return "<li class=\"card\">"
        + image
        + "<div><h3><a href=\""
        + page
        + "\">"
        + text(event.shownName())
        + "</a></h3><p class=\"when\">"
        + Html.time(event.time())
        + "<br>"
        + Html.sol(event.time())
        + "</p><p>"
        + type
        + quality
        + size
        + "</p><p><a class=\"open\" href=\"/events/"
        + URLEncoder.encode(event.shownName(), StandardCharsets.UTF_8).replace("+", "%20")
        + "\">Waveforms and picks</a></p></div></li>";
  }

  private static String pictureSection(List<Picture> pictures) {
    if (pictures.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder(2048);
    html.append("<section id=\"plots\"><h2>Latest plots</h2><div class=\"plots\">");
    pictures.stream()
        .limit(SHOWN_PICTURES)
        .forEach(
            picture ->
                html.append("<figure><a href=\"")
                    .append(picture.address())
                    .append("\"><img loading=\"lazy\" src=\"")
                    .append(picture.address())
                    .append("\" alt=\"")
                    .append(text(picture.title()))
                    .append("\"></a><figcaption>")
                    .append(text(picture.title()))
                    .append(" <a href=\"/products/")
                    .append(picture.product().identity().sha256Hex())
                    .append("\">how it was made</a></figcaption></figure>"));
    return html.append("</div></section>").toString();
  }

  private static String services() {
    return "<section id=\"services\"><h2>Services</h2><ul class=\"services\">"
        + service("/fdsnws/dataselect/1/", "dataselect 1.1", "Waveforms as miniSEED 2 or 3")
        + service("/fdsnws/station/1/", "station 1.1", "StationXML or text, with responses")
        + service("/fdsnws/event/1/", "event 1.2", "QuakeML, text or GeoJSON")
        + service("/fdsnws/availability/1/", "availability 1.0", "Stretches of time with data")
        + service("/stac", "STAC 1.0.0", "Granules and maps by place and time")
        + service("/alerts", "alerts", "Plumes of SO2, dust and ash: map, GeoJSON, Atom")
        + service("/api/products", "products", "Every product with its files, JSON")
        + service("/api/channels", "channels", "Spans, samples and rates, JSON")
        + service("/ryugu/cubes", "cubes", "Image cubes: pick a pixel, see its spectrum")
        + service("/ryugu/samples", "samples", "Lineage, masses, loans and analyses of grains")
        + service("/tap/capabilities", "EPN-TAP", "The holdings as a table, by ADQL and VOTable")
        + service("/health", "health", "Whether the service is up")
        + "</ul></section>";
  }

  private static String service(String address, String name, String purpose) {
    return "<li><a href=\"" + address + "\">" + name + "</a><span>" + purpose + "</span></li>";
  }

  private static String productSection(List<Tally> recipes) {
    StringBuilder html = new StringBuilder(4096);
    html.append("<section id=\"products\"><h2>Products by recipe</h2>")
        .append(Html.scroll("Products by recipe"))
        .append("<table>")
        .append("<thead><tr><th scope=\"col\">Recipe</th><th scope=\"col\" class=\"n\">Products")
        .append("</th><th scope=\"col\">Stored last</th><th scope=\"col\">Lineage</th></tr>")
        .append("</thead><tbody>");
    for (Tally tally : recipes) {
      String newest = tally.newest().product().sha256Hex();
      html.append("<tr><th scope=\"row\">")
          .append(text(tally.recipe()))
          .append("</th><td class=\"n\">")
          .append(Html.count(tally.products()))
          .append("</td><td>")
          .append(text(tally.newest().title()))
          .append("</td><td><a class=\"id\" href=\"/products/")
          .append(newest)
          .append("\">")
          .append(Html.shortId(newest))
          .append("</a></td></tr>");
    }
    return html.append("</tbody></table></div></section>").toString();
  }

  /// `LOW_FREQUENCY` as people say it.
  static String words(String term) {
    return term.substring(term.lastIndexOf('#') + 1).replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  private static String safe(String quality) {
    return quality.matches("[A-D]") ? quality : "X";
  }
}
