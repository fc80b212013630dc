package org.jumelles.service.event;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.exchange.Markup;
import org.jumelles.service.page.Html;

/// The frame of the event page; its script fills it.
final class EventPage {
  private EventPage() {}

  static String of(EventFile file) {
    String name = Markup.escaped(file.holding().shownName());
    String address =
        "/api/events/"
            + URLEncoder.encode(file.holding().shownName(), StandardCharsets.UTF_8)
                .replace("+", "%20");
    return FRAME
        .replace("@NAME", name)
        .replace("@TIME", Utc.text(file.holding().time()).substring(0, 19).replace('T', ' '))
        .replace("@HEADER", Html.header())
        .replace("@NOISE", Markup.escaped(noise(file)))
        .replace("@API", Markup.escaped(address))
        .replace("@PRODUCT", file.holding().product().sha256Hex());
  }

  /// Of the channel that the event was found on; of all channels where none is told.
  private static String noise(EventFile file) {
    return file.holding()
        .channel()
        .filter(channel -> channel.matches("[A-Za-z0-9._-]{1,32}"))
        .map("/noise/"::concat)
        .orElse("/noise");
  }

  private static final String FRAME =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark"><title>@NAME</title>
      <link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/event.css">
      <link rel="icon" href="/icon.svg" type="image/svg+xml">
      <script src="/event-maths.js" defer></script><script src="/event-draw.js" defer></script>
      <script src="/event.js" defer></script></head>
      <body data-api="@API">
      <a class="skip" href="#main">Skip to content</a>
      @HEADER
      <main id="main">
      <section class="hero"><h1>@NAME</h1><p class="lead" id="summary">@TIME UTC</p>
      <p><a href="/products/@PRODUCT">Lineage, files and checksums</a> · <a href="@NOISE">Noise of its channel</a></p></section>
      <form id="controls" class="controls" aria-label="What is shown">
        <label>Waveforms <select id="view"></select></label>
        <label>Filter <select id="filter">
          <option value="">none</option><option value="0.1,0.9">0.1 to 0.9 Hz</option>
          <option value="0.2,0.5">0.2 to 0.5 Hz</option><option value="0.3,1">0.3 to 1 Hz</option>
          <option value="1,4">1 to 4 Hz</option><option value="2.2,2.8">2.2 to 2.8 Hz</option>
        </select></label>
        <label>Origin <select id="origin"></select></label>
        <span class="zoom"><button type="button" id="in" title="Zoom in (+)">Zoom in</button>
        <button type="button" id="out" title="Zoom out (-)">Zoom out</button>
        <button type="button" id="all" title="Whole window (0)">All</button></span>
      </form>
      <section aria-labelledby="w"><h2 id="w">Waveforms</h2>
      <div id="stage" class="stage" tabindex="0" role="group" aria-label="Waveforms with picks. Arrow keys move along, plus and minus zoom.">
        <canvas id="waves"></canvas><div id="picks"></div></div>
      <p class="none" id="note"></p></section>
      <section aria-labelledby="p"><h2 id="p">Picks</h2>
      <div class="scroll picktable" tabindex="0" role="region" aria-label="Table of picks"><table><thead><tr><th scope="col">Phase</th><th scope="col">Time (UTC)</th>
      <th scope="col">&#177; s</th><td></td></tr></thead><tbody id="rows"></tbody></table></div>
      <form id="save" class="controls" aria-label="Add and save picks">
        <label>New pick <input id="phase" value="P" size="6" pattern="[A-Za-z0-9_.\\-]{1,24}"></label>
        <button type="button" id="add">Add in the middle</button>
        <label>Author <input id="author" maxlength="100" autocomplete="name"></label>
        <button type="submit">Save as a new origin</button>
        <span id="status" role="status"></span></form></section>
      <div class="grid">
      <section aria-labelledby="s"><h2 id="s">Spectrogram</h2><canvas id="spectrogram"></canvas></section>
      <section aria-labelledby="f"><h2 id="f">Filter bank</h2><canvas id="bank"></canvas></section>
      <section aria-labelledby="o"><h2 id="o">Polarisation</h2><canvas id="polarisation"></canvas></section>
      <section aria-labelledby="d"><h2 id="d">Distance and azimuth</h2><canvas id="densities"></canvas></section>
      <section class="wide" aria-labelledby="m"><h2 id="m">Map</h2><canvas id="map"></canvas></section>
      </div>
      <noscript><p>This page draws by a script of its own; without it, see the event's product.</p></noscript>
      </main></body></html>
      """;
}
