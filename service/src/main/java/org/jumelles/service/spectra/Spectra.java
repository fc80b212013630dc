package org.jumelles.service.spectra;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jumelles.archive.Archive;
import org.jumelles.iasi.calibration.Planck;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.Granule;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.service.access.Gate;
import org.jumelles.service.access.Pass;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Json;
import org.jumelles.service.exchange.Parameters;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes.Route;
import org.jumelles.service.holding.Holdings;

/// `/iasi/spectra/ID` and `/iasi/pixels/ID`.
public final class Spectra {
  private static final int MOST_LINES = 100_000;

  /// Where the map takes its colour: the clearest part of the atmospheric window.
  private static final int WINDOW_CHANNEL = Channels.nearest(900);

  /// A product never changes; what this program says of it may.
  private static final String CACHE = "max-age=300";

  private final Gate gate;
  private final Holdings holdings;

  public Spectra(Archive archive, Gate gate) {
    this.gate = gate;
    this.holdings = new Holdings(archive);
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/iasi/spectra/([^/]+)",
            (request, parts) -> Refusal.orAnswer(() -> spectrum(request, parts.getFirst()))),
        Route.get(
            "/iasi/pixels/([^/]+)",
            (request, parts) -> Refusal.orAnswer(() -> pixels(request, parts.getFirst()))));
  }

  private StoredGranule granule(String id) {
    return holdings
        .named(id)
        .flatMap(StoredGranule::of)
        .orElseThrow(() -> Refusal.missing("no granule of spectra is named " + id));
  }

  private Answer spectrum(Request request, String id) {
    Parameters given =
        Parameters.of(request.rawQuery(), Set.of("line", "efov", "pixel", "quantity"));
    int line = given.whole("line", 0, MOST_LINES).orElse(0);
    int view = given.whole("efov", 0, ScanLine.VIEWS - 1).orElse(0);
    int number = given.whole("pixel", 0, ScanLine.PIXELS_PER_VIEW - 1).orElse(0);
    SpectrumDocument.Quantity quantity =
        SpectrumDocument.Quantity.of(given.text("quantity").orElse("bt"));
    StoredGranule granule = granule(id);
    Pass pass = gate.enter(request, granule.product());
    int pixel = view * ScanLine.PIXELS_PER_VIEW + number;
    try {
      return Json.answer(
              granule.open(pass, open -> SpectrumDocument.of(granule, open, line, pixel, quantity)))
          .with("Cache-Control", CACHE);
    } catch (MalformedDataException e) {
      throw Refusal.missing("the granule cannot be read: " + SpectrumDocument.words(e.defect()));
    }
  }

  private Answer pixels(Request request, String id) {
    Parameters.of(request.rawQuery(), Set.of());
    StoredGranule granule = granule(id);
    Pass pass = gate.enter(request, granule.product());
    return Answer.streamed(
            Answer.JSON,
            out ->
                granule.open(
                    pass,
                    open -> {
                      write(open, out);
                      return true;
                    }))
        .with("Cache-Control", CACHE);
  }

  /// One row a line that can be read, each pixel as longitude, latitude, temperature, bad.
  private static void write(Granule granule, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder(8192);
    text.append("{\"quantity\":\"brightness temperature at 900.00 cm-1\",\"unit\":\"K\",")
        .append("\"columns\":[\"longitude_deg\",\"latitude_deg\",\"value\",\"bad\"],")
        .append("\"lines\":[");
    boolean first = true;
    for (int i = 0; i < granule.lineCount(); i++) {
      Optional<ScanLine> line = granule.line(i).found();
      if (line.isPresent()) {
        text.append(first ? "" : ",");
        row(text, i, line.get());
        first = false;
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        text.setLength(0);
      }
    }
    text.append("]}\n");
    out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static void row(StringBuilder text, int number, ScanLine line) {
    double factor = line.scale().factors()[WINDOW_CHANNEL - 1];
    double perM = 100 * Channels.wavenumberPerCm(WINDOW_CHANNEL);
    text.append("{\"line\":").append(number).append(",\"pixels\":[");
    for (int i = 0; i < ScanLine.PIXELS; i++) {
      text.append(i == 0 ? "" : ",");
      if (!line.present()[i]) {
        text.append("null");
        continue;
      }
      double radiance = factor * line.counts()[ScanLine.at(i) + WINDOW_CHANNEL - 1];
      boolean bad =
          line.quality().bad(i, 1) || line.quality().bad(i, 2) || line.quality().bad(i, 3);
      text.append('[');
      number(text, line.geometry().longitudeDeg()[i], "%.4f").append(',');
      number(text, line.geometry().latitudeDeg()[i], "%.4f").append(',');
      number(text, Planck.temperatureK(perM, radiance), "%.2f");
      text.append(bad ? ",1]" : ",0]");
    }
    text.append("]}");
  }

  private static StringBuilder number(StringBuilder text, double value, String format) {
    return text.append(Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "null");
  }
}
