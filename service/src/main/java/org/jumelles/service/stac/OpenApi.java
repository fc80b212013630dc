package org.jumelles.service.stac;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The API's own description, OpenAPI 3.0.
final class OpenApi {
  private OpenApi() {}

  static Map<String, Object> document(String base) {
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put("/stac", get("The landing page", List.of()));
    paths.put("/stac/conformance", get("What is conformed to", List.of()));
    paths.put("/stac/collections", get("All collections", List.of()));
    paths.put("/stac/collections/{collectionId}", get("One collection", names("collectionId")));
    paths.put(
        "/stac/collections/{collectionId}/items",
        get("Items of a collection", joined(names("collectionId"), paging())));
    paths.put(
        "/stac/collections/{collectionId}/items/{itemId}",
        get("One item", names("collectionId", "itemId")));
    Map<String, Object> search =
        new LinkedHashMap<>(
            get(
                "Items of all collections",
                joined(
                    paging(),
                    List.of(
                        query("collections", "Names of collections, commas between"),
                        query("ids", "Identities of products, commas between"),
                        query("intersects", "A GeoJSON geometry")))));
    search.put(
        "post",
        Map.of(
            "summary",
            "Items of all collections, the parameters as a JSON object",
            "requestBody",
            Map.of(
                "content", Map.of("application/json", Map.of("schema", Map.of("type", "object")))),
            "responses",
            responses()));
    paths.put("/stac/search", search);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.0.3");
    document.put("info", Map.of("title", "Jumelles: STAC API", "version", "1.0.0"));
    if (!base.isEmpty()) {
      document.put("servers", List.of(Map.of("url", base)));
    }
    document.put("paths", paths);
    return document;
  }

  private static List<Map<String, Object>> joined(
      List<Map<String, Object>> a, List<Map<String, Object>> b) {
    return java.util.stream.Stream.concat(a.stream(), b.stream()).toList();
  }

  private static Map<String, Object> get(String summary, List<Map<String, Object>> parameters) {
    return Map.of(
        "get", Map.of("summary", summary, "parameters", parameters, "responses", responses()));
  }

  private static Map<String, Object> responses() {
    return Map.of(
        "200", Map.of("description", "The answer"),
        "400", Map.of("description", "The request is not understood"),
        "404", Map.of("description", "There is no such thing"));
  }

  private static List<Map<String, Object>> names(String... names) {
    return java.util.stream.Stream.of(names)
        .map(
            name ->
                Map.<String, Object>of(
                    "name", name, "in", "path", "required", true, "schema", text()))
        .toList();
  }

  private static List<Map<String, Object>> paging() {
    return List.of(
        query("bbox", "west,south,east,north in degrees; west above east crosses the date line"),
        query("datetime", "An RFC 3339 time, or two with a slash between; .. is open"),
        query("limit", "Items a page, 1 to " + Search.MOST),
        query("token", "From the link next"));
  }

  private static Map<String, Object> query(String name, String description) {
    return Map.of("name", name, "in", "query", "description", description, "schema", text());
  }

  private static Map<String, Object> text() {
    return Map.of("type", "string");
  }
}
