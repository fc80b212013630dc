package org.jumelles.service.page;

import static org.jumelles.service.page.Html.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.recipe.iasi.PixelFit;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Parameters;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.holding.Holdings;
import org.jumelles.service.spectra.StoredGranule;

/// The page of a granule: a map of its pixels, and the spectrum of the one that is picked.
public final class GranulePage {
  private static final String KEYS_OF_MAP =
      "Map of the pixels. Arrow keys pick the neighbour in that direction, Home the first and End"
          + " the last pixel.";
  private static final String KEYS_OF_SPECTRUM =
      "Spectrum. Left and right arrow move the cursor by a channel, with Shift by 40, Page Up and"
          + " Page Down by a tenth of the view; plus and minus zoom, 0 shows all.";

  private final Archive archive;
  private final Holdings holdings;

  public GranulePage(Archive archive) {
    this.archive = archive;
    this.holdings = new Holdings(archive);
  }

  public Answer answer(Request request, String id) {
    try {
      Picked picked = Picked.of(request.rawQuery());
      StoredGranule granule =
          holdings
              .named(id)
              .flatMap(product -> StoredGranule.behind(archive, product))
              .orElseThrow(() -> Refusal.missing("No granule of spectra is named " + id + "."));
      return Answer.of(
          200,
          Answer.HTML,
          Html.page(
              "Spectra of " + granule.name(),
              body(granule, picked, PixelFit.columnsOf(archive, granule.identity()).isPresent())));
    } catch (Refusal refusal) {
      return refused(refusal);
    }
  }

  /// A refusal as a page.
  static Answer refused(Refusal refusal) {
    return RefusalPage.of(refusal.status(), refusal.sentence());
  }

  /// What is shown first.
  private record Picked(int line, int view, int pixel, boolean radiance) {
    static Picked of(String rawQuery) {
      Parameters given = Parameters.of(rawQuery, Set.of("line", "efov", "pixel", "quantity"));
      String quantity = given.text("quantity").orElse("bt");
      if (!Set.of("bt", "radiance").contains(quantity)) {
        throw Refusal.bad("quantity is '" + quantity + "', neither radiance nor bt");
      }
      return new Picked(
          given.whole("line", 0, 99_999).orElse(0),
          given.whole("efov", 0, 29).orElse(0),
          given.whole("pixel", 0, 3).orElse(0),
          quantity.equals("radiance"));
    }
  }

  private static String body(StoredGranule granule, Picked picked, boolean columns) {
    String id = granule.identity().sha256Hex();
    return "<section class=\"hero\"><h1>Spectra of "
        + text(granule.name())
        + "</h1><p class=\"lead\">"
        + lead(granule)
        + "</p><p><a href=\"/products/"
        + id
        + "\">Files, lineage and checksums</a> · <a href=\"/stac/collections/iasi-spectra/items/"
        + id
        + "\">STAC item</a> · <a href=\"/alerts\">Alerts</a>"
        + (columns ? column(id, picked) : "")
        + "</p>"
        + "<noscript><p class=\"limits\">The map and the plot need JavaScript. The numbers are at"
        + " <a href=\"/iasi/spectra/"
        + id
        + "?line=0&amp;efov=0&amp;pixel=0&amp;quantity=bt\">/iasi/spectra/</a> and <a"
        + " href=\"/iasi/pixels/"
        + id
        + "\">/iasi/pixels/</a>.</p></noscript></section>"
        + "<div class=\"viewer\" id=\"viewer\" data-product=\""
        + id
        + "\">"
        + map()
        + spectrum(picked)
        + "<section><h2>Flags of this pixel</h2><dl class=\"facts\" id=\"flags\"></dl></section>"
        + "<section><h2>Place and angles</h2><dl class=\"facts\" id=\"facts\"></dl></section></div>"
        + "<script type=\"module\" src=\"/granule.js\"></script>";
  }

  private static String lead(StoredGranule granule) {
    Map<String, String> told = granule.entry().attributes();
    return text(granule.platform())
        + ", "
        + Html.time(granule.entry().span().start())
        + " to "
        + Html.time(granule.entry().span().end())
        + "; "
        + text(told.getOrDefault("count", "not known"))
        + " spectra in "
        + text(told.getOrDefault("lines", "not known"))
        + " lines; "
        + text(told.getOrDefault("format", "format not known"))
        + Optional.ofNullable(told.get("orbit")).map(orbit -> "; orbit " + text(orbit)).orElse("");
  }

  /// To the retrieval of the pixel that is shown; the script keeps it so.
  private static String column(String id, Picked picked) {
    return " · <a id=\"column\" href=\"/iasi/columns/"
        + id
        + "?line="
        + picked.line()
        + "&amp;efov="
        + picked.view()
        + "&amp;pixel="
        + picked.pixel()
        + "\">Carbon monoxide above this pixel</a>";
  }

  private static String map() {
    return "<section><h2 id=\"map-title\">Pick a pixel</h2><div class=\"plot\"><canvas id=\"map\""
        + " tabindex=\"0\" role=\"application\" aria-label=\""
        + KEYS_OF_MAP
        + "\"></canvas></div><p class=\"readout\" id=\"map-readout\" aria-live=\"polite\">Reading"
        + " the places of the pixels...</p><p class=\"ramp\"><span id=\"low\"></span><i></i><span"
        + " id=\"high\"></span><span>brightness temperature at 900.00 cm<sup>-1</sup></span></p>"
        + "<p class=\"help\">"
        + KEYS_OF_MAP
        + " Coastlines: Natural Earth.</p></section>";
  }

  private static String spectrum(Picked picked) {
    return "<section><h2>Spectrum</h2><form class=\"controls\" id=\"pick\" method=\"get\">"
        + number("line", "Line", 99_999, picked.line())
        + number("efov", "View", 29, picked.view())
        + number("pixel", "Pixel", 3, picked.pixel())
        + "<fieldset><label><input type=\"radio\" name=\"quantity\" value=\"bt\""
        + (picked.radiance() ? "" : " checked")
        + ">Brightness temperature</label><label><input type=\"radio\" name=\"quantity\""
        + " value=\"radiance\""
        + (picked.radiance() ? " checked" : "")
        + ">Radiance</label></fieldset><button type=\"button\" id=\"zoom-in\">Zoom in</button>"
        + "<button type=\"button\" id=\"zoom-out\">Zoom out</button><button type=\"button\""
        + " id=\"zoom-all\">Show all</button></form><p class=\"fault\" id=\"fault\""
        + " role=\"alert\"></p><div class=\"plot\"><canvas id=\"spectrum\" tabindex=\"0\""
        + " role=\"application\" aria-label=\""
        + KEYS_OF_SPECTRUM
        + "\"></canvas></div><p class=\"readout\" id=\"spectrum-readout\""
        + " aria-live=\"polite\"></p><p class=\"help\">"
        + KEYS_OF_SPECTRUM
        + " The wheel zooms, dragging moves.</p></section>";
  }

  private static String number(String name, String label, int most, int value) {
    return String.format(
        Locale.ROOT,
        "<label>%s<input type=\"number\" name=\"%s\" min=\"0\" max=\"%d\" value=\"%d\""
            + " required></label>",
        label,
        name,
        most,
        value);
  }
}
