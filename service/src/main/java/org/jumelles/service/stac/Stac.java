package org.jumelles.service.stac;

import static org.jumelles.service.stac.Item.GEOJSON;
import static org.jumelles.service.stac.Item.link;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jumelles.archive.Archive;
import org.jumelles.service.access.Gate;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Json;
import org.jumelles.service.exchange.Parameters;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes.Answering;
import org.jumelles.service.exchange.Routes.Route;

/// Every path of the STAC API.
public final class Stac {
  private static final int BODY_BYTES = 1 << 20;
  private static final String FEATURES = GEOJSON + "; charset=utf-8";
  private static final String OPENAPI = "application/vnd.oai.openapi+json;version=3.0";

  static final List<String> CONFORMANCE =
      List.of(
          "https://api.stacspec.org/v1.0.0/core",
          "https://api.stacspec.org/v1.0.0/collections",
          "https://api.stacspec.org/v1.0.0/ogcapi-features",
          "https://api.stacspec.org/v1.0.0/item-search",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30");

  private final Shelf shelf;
  private final Gate gate;
  private final CollectionDocument collections;

  public Stac(Archive archive, Gate gate) {
    this.gate = gate;
    this.shelf = new Shelf(archive);
    this.collections = new CollectionDocument(archive);
  }

  public List<Route> routes() {
    return List.of(
        get("/stac/?", (request, _) -> landing(request)),
        get("/stac/conformance", (request, _) -> plain(request, Map.of("conformsTo", CONFORMANCE))),
        get(
            "/stac/api",
            (request, _) -> Answer.of(200, OPENAPI, Json.text(OpenApi.document(request.base())))),
        get("/stac/collections", (request, _) -> collections(request)),
        get(
            "/stac/collections/([^/]+)",
            (request, parts) ->
                plain(request, collections.json(kind(parts.getFirst()), request.base()))),
        get(
            "/stac/collections/([^/]+)/items",
            (request, parts) -> items(request, kind(parts.getFirst()))),
        get(
            "/stac/collections/([^/]+)/items/([^/]+)",
            (request, parts) -> item(request, kind(parts.get(0)), parts.get(1))),
        get("/stac/search", (request, _) -> search(request)),
        Route.post("/stac/search", (request, _) -> Refusal.orAnswer(() -> searchByBody(request))));
  }

  private static Route get(String path, Answering answering) {
    return Route.get(
        path, (request, parts) -> Refusal.orAnswer(() -> answering.answer(request, parts)));
  }

  private static Answer plain(Request request, Map<String, Object> json) {
    Parameters.of(request.rawQuery(), java.util.Set.of());
    return Json.answer(json);
  }

  private static Holding.Kind kind(String id) {
    return Holding.Kind.of(id).orElseThrow(() -> Refusal.missing("no collection is named " + id));
  }

  private Answer landing(Request request) {
    String base = request.base();
    List<Map<String, Object>> links = new ArrayList<>();
    links.add(link("self", base + "/stac", "application/json"));
    links.add(link("root", base + "/stac", "application/json"));
    links.add(link("conformance", base + "/stac/conformance", "application/json"));
    links.add(link("data", base + "/stac/collections", "application/json"));
    links.add(link("service-desc", base + "/stac/api", OPENAPI));
    links.add(link("service-doc", base + "/", "text/html"));
    links.add(method(link("search", base + "/stac/search", GEOJSON), "GET"));
    links.add(method(link("search", base + "/stac/search", GEOJSON), "POST"));
    for (Holding.Kind kind : Holding.Kind.values()) {
      links.add(link("child", base + "/stac/collections/" + kind.id, "application/json"));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "Catalog");
    json.put("stac_version", "1.0.0");
    json.put("id", "jumelles");
    json.put("title", "Jumelles");
    json.put("description", "Infrared spectra of the Earth and what was made of them.");
    json.put("conformsTo", CONFORMANCE);
    json.put("links", links);
    return plain(request, json);
  }

  private Answer collections(Request request) {
    String base = request.base();
    return plain(
        request,
        Map.of(
            "collections",
            Stream.of(Holding.Kind.values()).map(kind -> collections.json(kind, base)).toList(),
            "links",
            List.of(
                link("self", base + "/stac/collections", "application/json"),
                link("root", base + "/stac", "application/json"))));
  }

  private Answer item(Request request, Holding.Kind kind, String id) {
    Parameters.of(request.rawQuery(), java.util.Set.of());
    Holding holding =
        shelf
            .item(kind, id)
            .orElseThrow(() -> Refusal.missing("collection " + kind.id + " has no item " + id));
    return Answer.of(200, FEATURES, Json.text(item(holding, request)));
  }

  private Map<String, Object> item(Holding holding, Request request) {
    return new Item(holding, gate.publicFrom(holding.product()), request.base()).json();
  }

  private Answer items(Request request, Holding.Kind kind) {
    Shelf.Page page = shelf.search(Search.ofItems(kind, request.rawQuery()));
    List<Map<String, Object>> links = around(request);
    links.add(
        link("collection", request.base() + "/stac/collections/" + kind.id, "application/json"));
    page.next().ifPresent(token -> links.add(next(request, token)));
    return page(request, page, links);
  }

  private Answer search(Request request) {
    Shelf.Page page = shelf.search(Search.ofQuery(request.rawQuery()));
    List<Map<String, Object>> links = around(request);
    page.next().ifPresent(token -> links.add(next(request, token)));
    return page(request, page, links);
  }

  private Answer searchByBody(Request request) {
    Parameters.of(request.rawQuery(), java.util.Set.of());
    byte[] body =
        request
            .body()
            .read(BODY_BYTES)
            .orElseThrow(() -> Refusal.tooMuch("the body has more than a mebibyte"));
    Shelf.Page page = shelf.search(Search.ofBody(body));
    List<Map<String, Object>> links = around(request);
    page.next()
        .ifPresent(
            token -> {
              Map<String, Object> next = link("next", request.base() + request.path(), GEOJSON);
              next.put("method", "POST");
              next.put("body", Map.of("token", token.text()));
              next.put("merge", true);
              links.add(next);
            });
    return page(request, page, links);
  }

  private static List<Map<String, Object>> around(Request request) {
    List<Map<String, Object>> links = new ArrayList<>();
    links.add(link("root", request.base() + "/stac", "application/json"));
    links.add(link("self", request.base() + request.target(), GEOJSON));
    return links;
  }

  private static Map<String, Object> next(Request request, Search.Token token) {
    List<String> pairs = new ArrayList<>();
    for (String pair : request.rawQuery().split("&", -1)) {
      if (!pair.isEmpty() && !pair.startsWith("token=")) {
        pairs.add(pair);
      }
    }
    pairs.add("token=" + URLEncoder.encode(token.text(), StandardCharsets.UTF_8));
    String href = request.base() + request.path() + "?" + String.join("&", pairs);
    return method(link("next", href, GEOJSON), "GET");
  }

  private static Map<String, Object> method(Map<String, Object> link, String method) {
    link.put("method", method);
    return link;
  }

  private Answer page(Request request, Shelf.Page page, List<Map<String, Object>> links) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "FeatureCollection");
    json.put("features", page.holdings().stream().map(holding -> item(holding, request)).toList());
    json.put("numberReturned", page.holdings().size());
    json.put("links", links);
    return Answer.of(200, FEATURES, Json.text(json));
  }
}
