package org.jumelles.service.page;

import static org.jumelles.service.page.Html.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.iasi.column.ColumnFile;
import org.jumelles.iasi.column.PixelColumn;
import org.jumelles.iasi.retrieval.GasColumn;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.spectra.Columns;

/// The page of one pixel's retrieval: the column with its sigma, the fit, the kernel, and what all
/// of it rests on.
public final class ColumnPage {
  private static final String[] FATES = {"Good", "Doubtful", "Refused"};

  private final Columns columns;

  public ColumnPage(Columns columns) {
    this.columns = columns;
  }

  public Answer answer(Request request, String id) {
    try {
      Columns.Retrieved found = columns.find(request, id);
      return Answer.of(200, Answer.HTML, Html.page("Carbon monoxide, one pixel", body(found)));
    } catch (Refusal refusal) {
      return GranulePage.refused(refusal);
    }
  }

  private static String body(Columns.Retrieved found) {
    String granule = found.granule().identity().sha256Hex();
    String query = text("?" + found.place().query());
    String data = "/iasi/retrievals/" + granule;
    PixelColumn pixel = found.fit().column();
    StringBuilder html = new StringBuilder();
    html.append(
            "<section class=\"hero\"><h1>Carbon monoxide above one pixel</h1><p class=\"lead\">")
        .append(text(found.granule().name()))
        .append(", line ")
        .append(found.place().line())
        .append(", view ")
        .append(found.place().view())
        .append(", pixel ")
        .append(found.place().pixel())
        .append(
            String.format(
                Locale.ROOT, "; %.3f N, %.3f E", pixel.latitudeDeg(), pixel.longitudeDeg()))
        .append("</p><p><a href=\"/iasi/granules/")
        .append(granule)
        .append(query)
        .append("\">Spectrum and map</a> · <a href=\"")
        .append(data)
        .append(query)
        .append("\">All numbers (JSON)</a> · <a href=\"/products/")
        .append(found.columns().identity().sha256Hex())
        .append("\">All columns of this granule</a></p>")
        .append(form(found))
        .append("<p class=\"limits\">Limits: ")
        .append(text(String.join("; ", ColumnFile.LIMITS)))
        .append(".</p></section>")
        .append(facts(found));
    if (found.fit().isFitted()) {
      html.append(figure(data + "/fit.png" + query, "Measured, fitted, residual in noise units"))
          .append(figure(data + "/kernel.png" + query, "Averaging kernel by height"));
    }
    return html.toString();
  }

  private static String form(Columns.Retrieved found) {
    return "<form class=\"controls\" method=\"get\">"
        + number("line", "Line", 99_999, found.place().line())
        + number("efov", "View", 29, found.place().view())
        + number("pixel", "Pixel", 3, found.place().pixel())
        + "<button>Show</button></form>";
  }

  private static String number(String name, String label, int most, int value) {
    return "<label>"
        + label
        + "<input type=\"number\" name=\""
        + name
        + "\" min=\"0\" max=\""
        + most
        + "\" value=\""
        + value
        + "\"></label>";
  }

  private static String figure(String address, String words) {
    return "<section><h2>"
        + words
        + "</h2><figure class=\"large\"><img width=\"1600\" height=\"900\" src=\""
        + address
        + "\" alt=\""
        + words
        + "\"></figure></section>";
  }

  private static String facts(Columns.Retrieved found) {
    PixelColumn pixel = found.fit().column();
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"Verdict", FATES[pixel.flag()]});
    for (Defect doubt : pixel.outcome().defects()) {
      rows.add(new String[] {"Why", doubt.field() + ": " + doubt.found()});
    }
    pixel.outcome().found().ifPresent(column -> numbers(rows, column));
    rows.add(new String[] {"State of the air from", found.fit().state()});
    rows.add(new String[] {"Cloud by the imager", percent(pixel.cloudPercent())});
    rows.add(new String[] {"Noise", NoiseTable.BUILT_IN.source()});
    rows.add(
        new String[] {
          "Absorption table",
          String.join("; ", found.fit().table().made())
              + String.format(
                  Locale.ROOT,
                  "; off line by line by %.3f K rms",
                  found.fit().table().error().rmsK())
        });
    return "<section><h2>The column</h2><dl class=\"facts\">"
        + rows.stream()
            .map(row -> "<div><dt>" + text(row[0]) + "</dt><dd>" + text(row[1]) + "</dd></div>")
            .collect(Collectors.joining())
        + "</dl></section>";
  }

  private static String percent(double value) {
    return Double.isNaN(value) ? "not told" : String.format(Locale.ROOT, "%.0f %%", value);
  }

  private static void numbers(List<String[]> rows, GasColumn found) {
    rows.add(
        new String[] {
          "Column",
          column(found.column().perCm2(), found.column().sigmaPerCm2())
              + String.format(Locale.ROOT, " (noise alone %.2g)", found.column().noisePerCm2())
        });
    rows.add(
        new String[] {
          "Prior", column(found.column().priorPerCm2(), found.column().priorSigmaPerCm2())
        });
    rows.add(
        new String[] {
          "Degrees of freedom", String.format(Locale.ROOT, "%.2f", found.degreesOfFreedom())
        });
    rows.add(
        new String[] {
          "Chi-square a channel",
          String.format(
              Locale.ROOT,
              "%.2f, %s after %d steps",
              found.estimate().chiSquare(),
              found.estimate().converged() ? "converged" : "not converged",
              found.estimate().iterations())
        });
    rows.add(
        new String[] {
          "Ground, fitted", String.format(Locale.ROOT, "%.2f K", found.surfaceTemperatureK())
        });
  }

  private static String column(double value, double sigma) {
    return String.format(
        Locale.ROOT, "(%.3f ± %.3f) · 10¹⁸ molecules cm⁻²", value / 1e18, sigma / 1e18);
  }
}
