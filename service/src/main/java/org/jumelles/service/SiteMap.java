package org.jumelles.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jumelles.archive.Archive;
import org.jumelles.service.access.Gate;
import org.jumelles.service.cube.CubeAnswers;
import org.jumelles.service.alert.AlertFeed;
import org.jumelles.service.download.Documents;
import org.jumelles.service.download.Files;
import org.jumelles.service.event.Analysis;
import org.jumelles.service.download.Order;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Routes;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Routes.Route;
import org.jumelles.service.fdsn.Fdsn;
import org.jumelles.service.noise.Noise;
import org.jumelles.service.page.AlertPage;
import org.jumelles.service.page.Assets;
import org.jumelles.service.page.ColumnPage;
import org.jumelles.service.page.CubePage;
import org.jumelles.service.page.FirstPage;
import org.jumelles.service.page.GranulePage;
import org.jumelles.service.page.ProductPage;
import org.jumelles.service.spectra.Columns;
import org.jumelles.service.spectra.Spectra;
import org.jumelles.service.stac.Stac;
import org.jumelles.service.page.GrainPage;
import org.jumelles.service.tap.Tap;
import org.jumelles.service.portal.Home;
import org.jumelles.service.portal.Portal;
import org.jumelles.service.portal.ProductCard;
import org.jumelles.service.page.ReleasePage;

/// Every path that is served, and the room that answers it.
final class SiteMap {
  private SiteMap() {}

  static Routes routes(
      Archive archive, Address address, Conduct conduct, Door door, Health health) {
    Gate gate = new Gate(archive, conduct.clock());
    FirstPage firstPage = new FirstPage(archive, gate, new Home(archive)::sections);
    ProductPage productPage = new ProductPage(archive, new ProductCard(archive)::sections);
    Documents documents = new Documents(archive);
    Files files = new Files(archive, gate, door::downloaded);
    List<Route> routes = new ArrayList<>();
    routes.add(Route.get("/", (_, _) -> firstPage.answer()));
    routes.add(Route.get("/page\\.css", (_, _) -> Assets.style()));
    routes.add(Route.get("/icon\\.svg", (_, _) -> Assets.icon()));
    routes.add(Route.get("/favicon\\.ico", (_, _) -> Assets.icon()));
    routes.add(
        Route.get(
            "/products/([0-9a-f]{4,64})/files/(.+)",
            (request, parts) -> files.file(request, parts.get(0), parts.get(1))));
    routes.add(
        Route.get(
            "/products/([^/]+)",
            (request, parts) ->
                request.wantsHtml()
                    ? productPage.answer(parts.getFirst())
                    : documents.product(parts.getFirst()).with("Vary", "Accept")));
    routes.add(
        Route.get(
            "/api/products", (request, _) -> Refusal.orAnswer(() -> documents.products(request))));
    routes.add(Route.get("/api/channels", (_, _) -> documents.channels()));
    routes.add(Route.get("/api/events", (_, _) -> documents.events()));
    routes.add(Route.get("/api/why/(.+)", (_, parts) -> documents.why(parts.getFirst())));
    ReleasePage releasePage = new ReleasePage(archive);
    Order order = new Order(archive);
    routes.add(
        Route.get(
            "/releases/([0-9a-f]{4,64})", (_, parts) -> releasePage.answer(parts.getFirst())));
    routes.add(
        Route.get(
            "/releases/([0-9a-f]{4,64})/metalink",
            (request, parts) -> order.metalink(request, parts.getFirst())));
    routes.add(Route.get("/openapi\\.json", (_, _) -> openApi()));
    routes.add(Route.get("/health", (_, _) -> health.health()));
    routes.add(Route.get("/metrics", (_, _) -> health.metrics()));
    CubePage cubePage = new CubePage(archive);
    routes.add(Route.get("/cube\\.js", (_, _) -> Assets.cubeScript()));
    routes.add(Route.get("/ryugu/cubes", (_, _) -> cubePage.list()));
    routes.add(
        Route.get(
            "/ryugu/cubes/([0-9a-f]{4,64})", (_, parts) -> cubePage.answer(parts.getFirst())));
    GrainPage grainPage = new GrainPage(archive);
    routes.add(Route.get("/ryugu/samples", (_, _) -> grainPage.list()));
    routes.add(Route.get("/ryugu/samples/(.+)", (_, parts) -> grainPage.answer(parts.getFirst())));
    routes.addAll(new CubeAnswers(archive, gate).routes());
    AlertFeed alertFeed = new AlertFeed(archive, gate);
    routes.addAll(alertFeed.routes());
    AlertPage alertPage = new AlertPage(archive, gate);
    routes.add(
        Route.get(
            "/alerts",
            (request, _) ->
                (request.wantsHtml() ? alertPage.answer(request) : alertFeed.geoJson(request))
                    .with("Vary", "Accept")));
    GranulePage granulePage = new GranulePage(archive);
    routes.add(
        Route.get(
            "/iasi/granules/([^/]+)",
            (request, parts) -> granulePage.answer(request, parts.getFirst())));
    for (String script : List.of("canvas.js", "granule.js", "pixelmap.js", "spectrum.js")) {
      routes.add(Route.get("/" + script.replace(".", "\\."), (_, _) -> Assets.script(script)));
    }
    routes.add(Route.get("/coastlines\\.json", (_, _) -> Assets.coastlines()));
    routes.addAll(new Stac(archive, gate).routes());
    routes.addAll(new Spectra(archive, gate).routes());
    Columns columns = new Columns(archive, gate);
    routes.addAll(columns.routes());
    ColumnPage columnPage = new ColumnPage(columns);
    routes.add(
        Route.get(
            "/iasi/columns/([^/]+)",
            (request, parts) -> columnPage.answer(request, parts.getFirst())));
    routes.addAll(new Tap(archive, gate).routes());
    routes.addAll(
        new Analysis(archive, ownNames(address, conduct), gate, conduct.maker()).routes());
    routes.addAll(
        new Fdsn(archive, gate, door.users(), address.maximumAnswerBytes(), conduct.clock())
            .routes());
    routes.addAll(door.logins().routes());
    routes.addAll(new Noise(archive, gate).routes());
    routes.addAll(new Portal(archive).routes());
    return new Routes(routes);
  }

  /// Under which the service may be called by who saves.
  private static Set<String> ownNames(Address address, Conduct conduct) {
    Set<String> names = new HashSet<>(List.of("127.0.0.1", "localhost", "[::1]", address.host()));
    conduct.proxy().publicUrl().ifPresent(url -> names.add(URI.create(url).getHost()));
    return names;
  }

  /// The document in which every route of this table is described; a test holds it so.
  private static Answer openApi() {
    try (InputStream in = SiteMap.class.getResourceAsStream("openapi.json")) {
      byte[] bytes =
          Optional.ofNullable(in)
              .orElseThrow(() -> new AssertionError("openapi.json"))
              .readAllBytes();
      return Answer.of(200, Answer.JSON, bytes).with("Cache-Control", "max-age=60");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
