package org.jumelles.service.cube;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;
import org.jumelles.figure.chart.Figure;
import org.jumelles.figure.document.FigurePdf;
import org.jumelles.pipeline.recipe.ryugu.StoredPixels;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.service.access.Gate;
import org.jumelles.service.access.Pass;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Json;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes.Route;
import org.jumelles.service.holding.Holdings;

/// What is answered below `/ryugu/cubes/ID/`.
public final class CubeAnswers {
  private static final Set<String> REGION =
      Set.of("file", "line", "sample", "to_line", "to_sample");
  private static final String PATH = "/ryugu/cubes/([0-9a-f]{4,64})/";

  private final Archive archive;
  private final Gate gate;
  private final Holdings holdings;

  public CubeAnswers(Archive archive, Gate gate) {
    this.archive = archive;
    this.gate = gate;
    this.holdings = new Holdings(archive);
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            PATH + "info",
            (request, parts) -> with(request, parts, Set.of("file"), this::toDescribe, this::info)),
        Route.get(
            PATH + "band",
            (request, parts) ->
                with(request, parts, Set.of("file", "band"), gate::enter, this::band)),
        Route.get(
            PATH + "image",
            (request, parts) ->
                with(request, parts, Set.of("file", "band"), gate::enter, this::image)),
        Route.get(
            PATH + "spectrum",
            (request, parts) -> with(request, parts, REGION, gate::enter, this::spectrum)),
        Route.get(
            PATH + "spectrum\\.png",
            (request, parts) -> with(request, parts, REGION, gate::enter, this::png)),
        Route.get(
            PATH + "spectrum\\.pdf",
            (request, parts) -> with(request, parts, REGION, gate::enter, this::pdf)));
  }

  /// A cube that was asked about.
  private record Asked(Product product, Pass pass, String file, Cube cube, CubeQuery query) {}

  private interface Telling {
    Answer tell(Asked asked) throws IOException;
  }

  private interface Entering {
    Pass enter(Request request, Product product);
  }

  /// Shape, axis and names tell nothing that was measured.
  private Pass toDescribe(Request request, Product product) {
    return Pass.toDescribe(archive, product.identity());
  }

  private Answer with(
      Request request, List<String> parts, Set<String> known, Entering entering, Telling telling) {
    try {
      CubeQuery query = CubeQuery.of(request.rawQuery(), known);
      Product product =
          holdings
              .named(parts.getFirst())
              .orElseThrow(() -> new CubeRefusal(404, "no product is named " + parts.getFirst()));
      Pass pass = entering.enter(request, product);
      String file =
          query
              .text("file")
              .or(() -> CubeFiles.of(archive, product).stream().findFirst())
              .orElseThrow(() -> new CubeRefusal(404, "the product holds no cube"));
      try (Cube cube = CubeFiles.open(pass, product, file)) {
        return telling.tell(new Asked(product, pass, file, cube, query));
      }
    } catch (CubeRefusal e) {
      return e.answer();
    } catch (Refusal e) {
      return new CubeRefusal(e.status(), e.sentence()).answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer info(Asked asked) {
    return Json.answer(CubeWords.info(archive, asked.product(), asked.file(), asked.cube()));
  }

  private Answer band(Asked asked) throws IOException {
    int band = bandOf(asked);
    return Json.answer(CubeWords.band(asked.cube(), band, BandImage.of(asked.cube(), band)));
  }

  private Answer image(Asked asked) throws IOException {
    return Answer.of(200, "image/png", BandImage.of(asked.cube(), bandOf(asked)).png())
        .with("Cache-Control", "max-age=3600");
  }

  /// Bands are counted from one, as people and headers do.
  private static int bandOf(Asked asked) {
    return asked.query().whole("band", 1, asked.cube().bands()).orElse(1) - 1;
  }

  /// A region with what is told of it.
  private record Told(Region region, RegionSpectrum spectrum) {}

  private Told told(Asked asked) throws IOException {
    Region region = Region.of(asked.query(), asked.cube());
    RegionMean mean = mean(asked, region);
    return new Told(region, RegionSpectrum.of(asked.file(), asked.cube().axis(), mean));
  }

  private static RegionMean mean(Asked asked, Region region) throws IOException {
    Optional<StoredPixels> known = CubeFiles.pixels(asked.pass(), asked.product(), asked.file());
    if (known.isEmpty()) {
      return RegionMean.of(asked.cube(), region);
    }
    try (StoredPixels pixels = known.get()) {
      return RegionMean.of(pixels, region);
    }
  }

  private Answer spectrum(Asked asked) throws IOException {
    Told told = told(asked);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("product", asked.product().identity().sha256Hex());
    json.put("file", asked.file());
    json.putAll(CubeWords.spectrum(asked.cube(), told.region(), told.spectrum()));
    return Json.answer(json);
  }

  private Figure figure(Asked asked) throws IOException {
    Told told = told(asked);
    return SpectrumFigure.of(
        told.spectrum(),
        asked.product().title(),
        asked.file()
            + ", "
            + told.region().words()
            + ", product "
            + asked.product().identity().sha256Hex().substring(0, 12));
  }

  private Answer png(Asked asked) throws IOException {
    return Answer.of(200, "image/png", figure(asked).png());
  }

  private Answer pdf(Asked asked) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
    FigurePdf.write(figure(asked), out);
    return Answer.of(200, "application/pdf", out.toByteArray())
        .with("Content-Disposition", "inline; filename=\"spectrum.pdf\"");
  }
}
