package org.jumelles.service;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jumelles.archive.Archive;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.download.Documents;
import org.jumelles.service.download.Files;
import org.jumelles.service.event.Analysis;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes;
import org.jumelles.service.exchange.Routes.Route;
import org.jumelles.service.fdsn.Fdsn;
import org.jumelles.service.page.Assets;
import org.jumelles.service.page.FirstPage;
import org.jumelles.service.page.ProductPage;

/// Every path that is served, and the room that answers it.
final class SiteMap {
  private SiteMap() {}

  static Routes routes(Archive archive, Address address, Health health) {
    FirstPage firstPage = new FirstPage(archive);
    ProductPage productPage = new ProductPage(archive);
    Documents documents = new Documents(archive);
    Files files = new Files(archive);
    List<Route> routes = new ArrayList<>();
    routes.add(Route.get("/", (_, _) -> firstPage.answer()));
    routes.add(Route.get("/page\\.css", (_, _) -> Assets.style()));
    routes.add(Route.get("/(?:icon\\.svg|favicon\\.ico)", (_, _) -> Assets.icon()));
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
    routes.add(Route.get("/health", (_, _) -> health.health()));
    routes.add(Route.get("/metrics", (_, _) -> health.metrics()));
    routes.addAll(new Analysis(archive, address.host()).routes());
    routes.addAll(new Fdsn(archive, address.maximumAnswerBytes(), SiteMap::now).routes());
    return new Routes(routes);
  }

  private static Optional<String> parameter(Request request, String name) {
    return Stream.of(request.rawQuery().split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst();
  }

  private static Moment now() {
    java.time.Instant now = java.time.Instant.now();
    return Utc.ofUnixNanos(now.getEpochSecond() * 1_000_000_000L + now.getNano());
  }
}
