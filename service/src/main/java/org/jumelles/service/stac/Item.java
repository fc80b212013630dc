package org.jumelles.service.stac;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// One item as STAC 1.0.0 has it.
///
/// @param publicFrom when everybody may have its assets, where a data policy says
/// @param base such as `http://127.0.0.1:8470`; empty for links that are relative
record Item(Holding holding, Optional<Moment> publicFrom, String base) {
  static final String GEOJSON = "application/geo+json";
  private static final List<String> EXTENSIONS =
      List.of(
          "https://stac-extensions.github.io/file/v2.1.0/schema.json",
          "https://stac-extensions.github.io/processing/v1.2.0/schema.json");

  /// SHA-256 and its 32 bytes, as multihash has them before the digest.
  private static final String MULTIHASH_SHA256 = "1220";

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", "Feature");
    json.put("stac_version", "1.0.0");
    json.put("stac_extensions", EXTENSIONS);
    json.put("id", holding.id());
    json.put("collection", holding.kind().id);
    json.put("geometry", holding.footprint().geometry());
    holding.footprint().box().ifPresent(box -> json.put("bbox", box));
    json.put("properties", properties());
    json.put("links", links());
    json.put("assets", assets());
    return json;
  }

  private Map<String, Object> properties() {
    Product product = holding.product();
    Map<String, String> attributes = holding.entry().attributes();
    String platform = attributes.getOrDefault("platform", firstWord(holding.entry().key()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("datetime", Optional.empty());
    json.put("start_datetime", Utc.text(holding.entry().span().start()));
    json.put("end_datetime", Utc.text(holding.entry().span().end()));
    json.put("title", product.title());
    json.put("created", Utc.text(product.lineage().endedAt()));
    json.put("platform", platform.toLowerCase(Locale.ROOT));
    if (platform.startsWith("Metop-")) {
      json.put("constellation", "metop");
    }
    json.put("instruments", List.of("iasi"));
    json.put("processing:level", holding.kind().level);
    json.put("processing:lineage", lineage(product));
    json.put("processing:datetime", Utc.text(product.lineage().endedAt()));
    Map<String, String> software = software(product);
    if (!software.isEmpty()) {
      json.put("processing:software", software);
    }
    providers(product, json);
    publicFrom.ifPresent(from -> json.put("jumelles:public_from", Utc.text(from)));
    for (String name : List.of("count", "lines", "pixels", "orbit")) {
      Optional.ofNullable(attributes.get(name))
          .filter(text -> text.matches("\\d{1,18}"))
          .ifPresent(text -> json.put("jumelles:" + name, Long.parseLong(text)));
    }
    Optional.ofNullable(attributes.get("format"))
        .ifPresent(format -> json.put("jumelles:format", format));
    return json;
  }

  private static String firstWord(String key) {
    int space = key.indexOf(' ');
    return space < 0 ? key : key.substring(0, space);
  }

  private static String lineage(Product product) {
    return product.recipe().isIngest()
        ? "Bytes as they came, unchanged."
        : "Made by recipe "
            + product.recipe()
            + " of "
            + product.inputs().size()
            + " products with "
            + product.parameters()
            + ", by code "
            + product.lineage().codeCommit()
            + ".";
  }

  private static Map<String, String> software(Product product) {
    Map<String, String> software = new LinkedHashMap<>();
    for (Agent agent : product.lineage().agents()) {
      if (agent instanceof Agent.Software(String name, String version)) {
        software.put(name, version);
      }
    }
    return software;
  }

  /// Who answered for the observation on its day, where the partnership's record knows it.
  static List<Map<String, Object>> providers(Product product) {
    List<Map<String, Object>> providers = new ArrayList<>();
    for (Agent agent : product.lineage().agents()) {
      if (agent instanceof Agent.Programme(String programme, Agent.Accountable.Known known)) {
        Map<String, Object> provider = new LinkedHashMap<>();
        provider.put("name", known.organisation());
        provider.put(
            "description",
            "Accountable for " + programme + " (" + known.role() + "; " + known.source() + ")");
        provider.put("roles", List.of("producer"));
        providers.add(provider);
      }
    }
    return providers;
  }

  private static void providers(Product product, Map<String, Object> json) {
    List<Map<String, Object>> providers = providers(product);
    if (!providers.isEmpty()) {
      json.put("providers", providers);
    }
    for (Agent agent : product.lineage().agents()) {
      if (agent instanceof Agent.Programme(String _, Agent.Accountable.NotKnown unknown)) {
        json.put("jumelles:accountable", "not known: " + unknown.reason());
      }
    }
  }

  private List<Map<String, Object>> links() {
    String collection = base + "/stac/collections/" + holding.kind().id;
    String page = base + "/products/" + holding.id();
    List<Map<String, Object>> links = new ArrayList<>();
    links.add(link("self", collection + "/items/" + holding.id(), GEOJSON));
    links.add(link("root", base + "/stac", "application/json"));
    links.add(link("parent", collection, "application/json"));
    links.add(link("collection", collection, "application/json"));
    links.add(link("about", page, "text/html"));
    links.add(link("via", base + "/api/why/" + holding.id(), "application/json"));
    if (holding.kind() == Holding.Kind.SPECTRA) {
      links.add(link("alternate", base + "/iasi/granules/" + holding.id(), "text/html"));
    }
    for (Identity input : holding.product().inputs()) {
      String id = input.sha256Hex();
      links.add(
          link(
              "derived_from",
              base + "/stac/collections/" + Holding.Kind.SPECTRA.id + "/items/" + id,
              GEOJSON));
    }
    return links;
  }

  static Map<String, Object> link(String rel, String href, String type) {
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("rel", rel);
    link.put("href", href);
    link.put("type", type);
    return link;
  }

  private Map<String, Object> assets() {
    Map<String, Object> assets = new LinkedHashMap<>();
    for (Payload payload : holding.product().payloads()) {
      boolean data = payload.name().equals(holding.entry().payload());
      Map<String, Object> asset = new LinkedHashMap<>();
      asset.put("href", base + "/products/" + holding.id() + "/files/" + payload.name());
      asset.put("title", payload.name());
      asset.put("type", payload.mediaType());
      asset.put("roles", List.of(data ? "data" : "metadata"));
      asset.put("file:size", payload.size());
      asset.put("file:checksum", MULTIHASH_SHA256 + payload.sha256());
      assets.put(data ? "data" : payload.name(), asset);
    }
    return assets;
  }
}
