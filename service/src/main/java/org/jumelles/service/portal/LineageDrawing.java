package org.jumelles.service.portal;

import static org.jumelles.service.page.Html.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.Walk;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.partnership.Evidence;
import org.jumelles.service.page.Html;

/// The lineage of a product as a drawing: what it is at the left, what it was made of to the right
/// down to the raw bytes, and under it the record of who agreed to it. Each box is a link.
final class LineageDrawing {
  private static final int BOX_WIDTH = 210;
  private static final int BOX_HEIGHT = 52;
  private static final int STEP_X = 250;
  private static final int STEP_Y = 66;

  /// Boxes at one depth; the list below the drawing has all of them.
  private static final int SHOWN_A_DEPTH = 8;

  private final Map<Identity, int[]> places = new HashMap<>();
  private final StringBuilder boxes = new StringBuilder();
  private final StringBuilder lines = new StringBuilder();
  private int hidden;

  private LineageDrawing() {}

  static String of(Archive archive, Product product) {
    return new LineageDrawing().figure(archive.walk(product.identity()), product);
  }

  private String figure(Walk walk, Product product) {
    Map<Integer, List<Product>> byDepth = new TreeMap<>();
    walk.steps()
        .forEach(
            step ->
                byDepth.computeIfAbsent(step.depth(), _ -> new ArrayList<>()).add(step.product()));
    int depths = 0;
    int rows = 1;
    for (Map.Entry<Integer, List<Product>> depth : byDepth.entrySet()) {
      List<Product> shown = depth.getValue().stream().limit(SHOWN_A_DEPTH).toList();
      hidden += depth.getValue().size() - shown.size();
      for (int row = 0; row < shown.size(); row++) {
        product(shown.get(row), 4 + depths * STEP_X, 4 + row * STEP_Y);
      }
      rows = Math.max(rows, shown.size());
      depths++;
    }
    walk.steps()
        .forEach(step -> step.product().inputs().forEach(input -> line(step.product(), input)));
    record(product, 4 + rows * STEP_Y + 10);
    int width = Math.max(2, depths) * STEP_X;
    int height = (rows + 1) * STEP_Y + 18;
    return "<figure class=\"lineage\"><div class=\"pan\" tabindex=\"0\" role=\"region\" aria-label=\""
        + "Lineage, scrolls sideways\"><svg role=\"group\" aria-labelledby=\"lt\" width=\""
        + width
        + "\" height=\""
        + height
        + "\" viewBox=\"0 0 "
        + width
        + " "
        + height
        + "\"><title id=\"lt\">Lineage of "
        + text(product.title())
        + "</title>"
        + lines
        + boxes
        + "</svg></div><figcaption>"
        + walk.steps().size()
        + " products; a dark border marks where it begins."
        + (hidden > 0 ? " " + hidden + " more stand in the list only." : "")
        + (walk.missing().isEmpty()
            ? ""
            : " " + walk.missing().size() + " inputs are not in this archive.")
        + "</figcaption></figure>";
  }

  private void product(Product product, int x, int y) {
    places.put(product.identity(), new int[] {x, y});
    String id = product.identity().sha256Hex();
    box(
        "/products/" + id,
        product.inputs().isEmpty() ? "box bytes" : "box",
        new int[] {x, y},
        product.title(),
        product.recipe().name() + " · " + Html.shortId(id));
  }

  private void record(Product product, int y) {
    String programme = Evidence.programme(product);
    lines
        .append("<path class=\"agreed\" d=\"M")
        .append(24)
        .append(' ')
        .append(4 + BOX_HEIGHT)
        .append("V")
        .append(y)
        .append("\"/>");
    box("/programmes", "box agreed", new int[] {4, y}, "Programme: " + programme, "its roles");
    lines.append(path(4 + BOX_WIDTH, y + BOX_HEIGHT / 2, 4 + STEP_X, y + BOX_HEIGHT / 2));
    String day = org.jumelles.kernel.time.Utc.text(product.lineage().endedAt()).substring(0, 10);
    box(
        "/accord/on?date=" + day,
        "box agreed",
        new int[] {4 + STEP_X, y},
        "Agreement on " + day,
        "what bound the partners");
  }

  private void box(String address, String kind, int[] place, String title, String under) {
    boxes
        .append("<a href=\"")
        .append(text(address))
        .append("\" aria-label=\"")
        .append(text(title + ", " + under))
        .append("\"><g transform=\"translate(")
        .append(place[0])
        .append(' ')
        .append(place[1])
        .append(")\"><title>")
        .append(text(title))
        .append("</title><rect class=\"")
        .append(kind)
        .append("\" width=\"")
        .append(BOX_WIDTH)
        .append("\" height=\"")
        .append(BOX_HEIGHT)
        .append("\" rx=\"8\"/><text x=\"10\" y=\"22\">")
        .append(text(shortened(title)))
        .append("</text><text class=\"under\" x=\"10\" y=\"41\">")
        .append(text(shortened(under)))
        .append("</text></g></a>");
  }

  private void line(Product from, Identity to) {
    int[] a = places.get(from.identity());
    int[] b = places.get(to);
    if (a != null && b != null) {
      lines.append(path(a[0] + BOX_WIDTH, a[1] + BOX_HEIGHT / 2, b[0], b[1] + BOX_HEIGHT / 2));
    }
  }

  private static String path(int x1, int y1, int x2, int y2) {
    return "<path d=\"M%d %dC%d %d %d %d %d %d\"/>"
        .formatted(x1, y1, x1 + 20, y1, x2 - 20, y2, x2, y2);
  }

  private static String shortened(String label) {
    return label.length() <= 26 ? label : label.substring(0, 25) + "…";
  }
}
