package org.jumelles.service.spectra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;
import org.jumelles.figure.chart.Figure;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.pipeline.recipe.iasi.PixelFit;
import org.jumelles.service.access.Gate;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Json;
import org.jumelles.service.exchange.Parameters;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes.Route;
import org.jumelles.service.holding.Holdings;

/// `/iasi/retrievals/ID` and its drawings: one pixel's retrieval of a gas, made again when asked
/// for.
public final class Columns {
  private static final int MOST_LINES = 100_000;

  /// A product never changes; what this program says of it may.
  private static final String CACHE = "max-age=300";

  private final Archive archive;
  private final Gate gate;
  private final Holdings holdings;

  public Columns(Archive archive, Gate gate) {
    this.archive = archive;
    this.gate = gate;
    this.holdings = new Holdings(archive);
  }

  /// Which pixel of a granule.
  ///
  /// @param pixel 0 to 3
  public record Place(int line, int view, int pixel) {
    /// @throws Refusal 400
    public static Place of(Request request) {
      Parameters given = Parameters.of(request.rawQuery(), Set.of("line", "efov", "pixel"));
      return new Place(
          given.whole("line", 0, MOST_LINES).orElse(0),
          given.whole("efov", 0, ScanLine.VIEWS - 1).orElse(0),
          given.whole("pixel", 0, ScanLine.PIXELS_PER_VIEW - 1).orElse(0));
    }

    /// As a query.
    public String query() {
      return "line=" + line + "&efov=" + view + "&pixel=" + pixel;
    }
  }

  /// One pixel with its granule.
  public record Retrieved(StoredGranule granule, Product columns, Place place, PixelFit fit) {}

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/iasi/retrievals/([^/]+)",
            (request, parts) ->
                Refusal.orAnswer(
                    () ->
                        Json.answer(FitDocument.of(find(request, parts.getFirst())))
                            .with("Cache-Control", CACHE))),
        Route.get(
            "/iasi/retrievals/([^/]+)/fit\\.png",
            (request, parts) ->
                Refusal.orAnswer(() -> picture(request, parts.getFirst(), FitFigure::fit))),
        Route.get(
            "/iasi/retrievals/([^/]+)/kernel\\.png",
            (request, parts) ->
                Refusal.orAnswer(() -> picture(request, parts.getFirst(), FitFigure::kernel))));
  }

  private Answer picture(Request request, String id, Function<Retrieved, Figure> drawing) {
    Retrieved found = find(request, id);
    if (!found.fit().isFitted()) {
      throw Refusal.missing(
          "nothing was fitted: "
              + SpectrumDocument.words(found.fit().column().outcome().defects().getFirst()));
    }
    return Answer.of(200, "image/png", drawing.apply(found).png()).with("Cache-Control", CACHE);
  }

  /// @param id of a granule, or of columns that were made of it
  /// @throws Refusal 400 for a place that cannot be understood, 401 or 403 by the gate, 404 where
  /// there are no columns or
  /// no such spectrum
  public Retrieved find(Request request, String id) {
    Place place = Place.of(request);
    StoredGranule granule =
        holdings
            .named(id)
            .flatMap(product -> StoredGranule.behind(archive, product))
            .orElseThrow(() -> Refusal.missing("no granule of spectra is named " + id));
    Product columns =
        PixelFit.columnsOf(archive, granule.identity())
            .orElseThrow(() -> Refusal.missing("no columns were made of " + granule.name()));
    gate.enter(request, granule.product());
    gate.enter(request, columns);
    try {
      Optional<PixelFit> fit =
          PixelFit.of(
              archive,
              columns,
              place.line(),
              ScanLine.PIXELS_PER_VIEW * place.view() + place.pixel());
      return new Retrieved(
          granule,
          columns,
          place,
          fit.orElseThrow(() -> Refusal.missing("the granule has no such spectrum")));
    } catch (MalformedDataException e) {
      throw Refusal.missing("an input cannot be read: " + SpectrumDocument.words(e.defect()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
