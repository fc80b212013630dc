package org.jumelles.service.page;

import static org.jumelles.service.page.Html.text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.service.holding.ChannelHolding;
import org.jumelles.service.holding.Holdings;

/// Every channel with its span, its counts, and a strip that shows where there are data.
final class ChannelTable {
  /// Parts of a strip; each is as wide as a pixel or two.
  private static final int CELLS = 240;

  private final List<ChannelHolding> channels;
  private final Map<String, BitSet> strips = new HashMap<>();

  ChannelTable(Archive archive) {
    this.channels = new Holdings(archive).channels();
    if (channels.isEmpty()) {
      return;
    }
    Moment start =
        channels.stream().map(c -> c.span().start()).min(Moment::compareTo).orElseThrow();
    Moment end = channels.stream().map(c -> c.span().end()).max(Moment::compareTo).orElseThrow();
    Span whole = new Span(start, end);
    archive.listing().visit(Query.all("waveform"), found -> draw(whole, found.entry()));
  }

  private void draw(Span whole, Entry entry) {
    String level = entry.attributes().getOrDefault("level", "raw");
    strips
        .computeIfAbsent(entry.key() + ' ' + level, _ -> new BitSet(CELLS))
        .set(cell(whole, entry.span().start()), cell(whole, entry.span().end()) + 1);
  }

  List<ChannelHolding> channels() {
    return channels;
  }

  private static int cell(Span whole, Moment moment) {
    double share = whole.start().nanosUntil(moment) / Math.max(1.0, (double) whole.nanos());
    return (int) Math.clamp(Math.floor(share * CELLS), 0, CELLS - 1);
  }

  String section() {
    StringBuilder html = new StringBuilder(8192);
    html.append("<section id=\"channels\"><h2>Channels</h2>");
    if (channels.isEmpty()) {
      return html.append("<p class=\"none\">No channels yet.</p></section>").toString();
    }
    html.append(Html.scroll("Channels"))
        .append("<table><thead><tr><th scope=\"col\">Channel</th>")
        .append("<th scope=\"col\">Data</th><th scope=\"col\">First sample</th>")
        .append("<th scope=\"col\">Last sample</th><th scope=\"col\" class=\"n\">Rate</th>")
        .append("<th scope=\"col\" class=\"n\">Samples</th>")
        .append("<th scope=\"col\" class=\"n\">Size</th></tr></thead><tbody>");
    channels.forEach(channel -> html.append(row(channel)));
    return html.append("</tbody></table></div></section>").toString();
  }

  private String row(ChannelHolding channel) {
    String level =
        channel.level().equals("raw")
            ? ""
            : " <span class=\"badge\">" + text(channel.level()) + "</span>";
    return "<tr><th scope=\"row\"><code>"
        + text(channel.sourceId().nslc())
        + "</code>"
        + level
        + "</th><td>"
        + strip(channel)
        + "</td><td>"
        + Html.time(channel.span().start())
        + "</td><td>"
        + Html.time(channel.span().end())
        + "</td><td class=\"n\">"
        + Html.rate(channel.rateHz())
        + "</td><td class=\"n\">"
        + Html.count(channel.samples())
        + "</td><td class=\"n\">"
        + Html.bytes(channel.bytes())
        + "</td></tr>";
  }

  private String strip(ChannelHolding channel) {
    BitSet cells =
        strips.getOrDefault(channel.sourceId().text() + ' ' + channel.level(), new BitSet());
    StringBuilder svg = new StringBuilder(512);
    svg.append("<svg class=\"strip\" viewBox=\"0 0 ")
        .append(CELLS)
        .append(" 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"")
        .append(channel.runs())
        .append(" runs of records\"><rect class=\"rail\" width=\"")
        .append(CELLS)
        .append("\" height=\"10\"/>");
    for (int from = cells.nextSetBit(0); from >= 0; from = cells.nextSetBit(from)) {
      int to = cells.nextClearBit(from);
      svg.append("<rect x=\"")
          .append(from)
          .append("\" width=\"")
          .append(Math.max(2, to - from))
          .append("\" height=\"10\"/>");
      from = to;
    }
    return svg.append("</svg>").toString();
  }
}
