package org.jumelles.service.page;

import static org.jumelles.service.page.Html.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jumelles.archive.Archive;
import org.jumelles.archive.Listing;
import org.jumelles.archive.catalogue.Hit;
import org.jumelles.archive.catalogue.Search;
import org.jumelles.archive.product.Product;
import org.jumelles.service.cube.CubeFiles;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.holding.Holdings;

/// The page where a cube is looked at: `/ryugu/cubes` lists them, `/ryugu/cubes/ID` shows one.
public final class CubePage {
  /// Products of each sort that are looked through.
  private static final int MOST = 200;

  private final Archive archive;
  private final Holdings holdings;

  public CubePage(Archive archive) {
    this.archive = archive;
    this.holdings = new Holdings(archive);
  }

  /// The last products that hold a cube, the newest stored first.
  public Answer list() {
    StringBuilder rows = new StringBuilder();
    for (Product product : newest()) {
      List<String> files = CubeFiles.of(archive, product);
      if (!files.isEmpty()) {
        rows.append("<tr><th scope=\"row\"><a href=\"/ryugu/cubes/")
            .append(product.identity().sha256Hex())
            .append("\">")
            .append(text(product.title()))
            .append("</a></th><td>")
            .append(text(product.recipe().toString()))
            .append("</td><td>")
            .append(text(String.join(", ", files)))
            .append("</td></tr>");
      }
    }
    String body =
        "<section class=\"hero\"><h1>Image cubes</h1></section><section>"
            + (rows.isEmpty()
                ? "<p class=\"none\">Among the last products is no cube.</p>"
                : Html.scroll("Image cubes")
                    + "<table><thead><tr><th scope=\"col\">Product</th>"
                    + "<th scope=\"col\">Recipe</th><th scope=\"col\">Cubes</th></tr></thead><tbody>"
                    + rows
                    + "</tbody></table></div><p><a href=\"/data?mission=ryugu\">All data of the"
                    + " samples</a></p>")
            + "</section>";
    return Answer.of(200, Answer.HTML, Html.page("Image cubes", body));
  }

  /// Of those that came in as cubes, and those that the chain made.
  private List<Product> newest() {
    Listing listing = archive.listing();
    Stream<Hit> taken = listing.search(Search.all(MOST).ofKind("cube")).stream();
    Stream<Hit> made = listing.search(Search.all(MOST).ofMission("ryugu")).stream();
    return Stream.concat(taken, made)
        .distinct()
        .sorted(Comparator.comparingLong(Hit::number).reversed())
        .flatMap(hit -> archive.find(hit.product()).stream())
        .toList();
  }

  public Answer answer(String id) {
    Optional<Product> product = holdings.named(id);
    List<String> files = product.map(found -> CubeFiles.of(archive, found)).orElse(List.of());
    if (product.isEmpty() || files.isEmpty()) {
      String body =
          "<section class=\"hero\"><h1>No cube</h1><p class=\"lead\">"
              + text(id)
              + (product.isEmpty() ? " names no product." : " holds no image cube.")
              + "</p></section>";
      return Answer.of(404, Answer.HTML, Html.page("No cube", body));
    }
    return Answer.of(
        200, Answer.HTML, Html.page(product.get().title() + ": cube", body(product.get(), files)));
  }

  private static String body(Product product, List<String> files) {
    String id = product.identity().sha256Hex();
    StringBuilder options = new StringBuilder();
    files.forEach(
        file ->
            options
                .append("<option value=\"")
                .append(text(file))
                .append("\">")
                .append(text(file))
                .append("</option>"));
    return "<section class=\"hero\"><h1>"
        + text(product.title())
        + "</h1><p class=\"lead\"><a href=\"/products/"
        + id
        + "\">Product "
        + Html.shortId(id)
        + "</a>, made by "
        + text(product.recipe().toString())
        + "</p><p id=\"size\" class=\"when\"></p></section>"
        + "<noscript><p>This page needs its script; without it, ask <code>/ryugu/cubes/"
        + Html.shortId(id)
        + "/spectrum?line=0&amp;sample=0</code> for JSON.</p></noscript>"
        + "<div id=\"viewer\" class=\"viewer\" data-product=\""
        + id
        + "\"><section>"
        + image(options.toString())
        + "</section><section>"
        + SPECTRUM
        + "</section></div><script src=\"/cube.js\" defer></script>";
  }

  private static String image(String options) {
    return "<h2>Image</h2><div id=\"stage\" tabindex=\"0\" role=\"application\" "
        + "aria-label=\"Image of the band. Arrow keys move the pixel, with Shift they draw a region.\">"
        + "<img id=\"picture\" alt=\"\" draggable=\"false\">"
        + "<svg id=\"overlay\" preserveAspectRatio=\"none\" aria-hidden=\"true\"></svg></div>"
        + "<svg id=\"scale\" aria-hidden=\"true\"></svg><p id=\"scaletext\" class=\"when\"></p>"
        + "<p id=\"range\" class=\"when\"></p><div class=\"controls\">"
        + "<label>Cube<select id=\"file\">"
        + options
        + "</select></label><label>Band or map<select id=\"band\"></select></label>"
        + field("line", "Line")
        + field("sample", "Sample")
        + field("to_line", "To line")
        + field("to_sample", "To sample")
        + "</div><p class=\"when\">Click for a pixel, drag for a region; or the arrow keys on the "
        + "image, with Shift to draw.</p>";
  }

  private static String field(String id, String label) {
    return "<label>"
        + label
        + "<input id=\""
        + id
        + "\" type=\"number\" min=\"0\" step=\"1\" value=\"0\"></label>";
  }

  private static final String SPECTRUM =
      "<h2>Spectrum</h2><svg id=\"chart\" viewBox=\"0 0 640 400\" role=\"img\" "
          + "aria-label=\"Spectrum of the region with sigma, continuum and fitted bands\"></svg>"
          + "<p id=\"status\" class=\"when\" role=\"status\"></p>"
          + "<p>Solid: mean; band: one sigma; dashed: upper hull over wavelength. "
          + "<a id=\"png\">PNG</a> · <a id=\"pdf\">PDF</a> · <a id=\"json\">JSON</a></p>"
          + Html.scroll("Bands of this spectrum")
          + "<table><thead><tr><th scope=\"col\">Band</th>"
          + "<th scope=\"col\">State</th><th scope=\"col\">Centre, µm</th>"
          + "<th scope=\"col\">Depth</th><th scope=\"col\">Full width, µm</th></tr></thead>"
          + "<tbody id=\"bands\"></tbody></table></div>";
}
