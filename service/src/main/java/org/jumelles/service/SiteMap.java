package org.jumelles.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jumelles.archive.Archive;
import org.jumelles.service.access.Rights;
import org.jumelles.service.download.Documents;
import org.jumelles.service.download.Files;
import org.jumelles.service.event.Analysis;
import org.jumelles.service.download.Order;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes;
import org.jumelles.service.exchange.Routes.Route;
import org.jumelles.service.fdsn.Fdsn;
import org.jumelles.service.page.Assets;
import org.jumelles.service.page.FirstPage;
import org.jumelles.service.page.ProductPage;
import org.jumelles.service.page.ReleasePage;

/// Every path that is served, and the room that answers it.
final class SiteMap {
  private SiteMap() {}

  static Routes routes(
      Archive archive, Address address, Conduct conduct, Door door, Health health) {
    Rights rights = new Rights(archive, conduct.clock());
    FirstPage firstPage = new FirstPage(archive);
    ProductPage productPage = new ProductPage(archive);
    Documents documents = new Documents(archive);
    Files files = new Files(archive, rights, door::downloaded);
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
            "/api/products", (request, _) -> documents.products(parameter(request, "recipe"))));
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
    routes.addAll(new Analysis(archive, rights).routes());
    routes.addAll(
        new Fdsn(archive, rights, door.users(), address.maximumAnswerBytes(), conduct.clock())
            .routes());
    return new Routes(routes);
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

  private static Optional<String> parameter(Request request, String name) {
    return Stream.of(request.rawQuery().split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst();
  }
}
