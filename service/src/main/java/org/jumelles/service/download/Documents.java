package org.jumelles.service.download;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jumelles.archive.Archive;
import org.jumelles.archive.Listing;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Json;
import org.jumelles.service.exchange.Parameters;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.holding.ChannelHolding;
import org.jumelles.service.holding.EventHolding;
import org.jumelles.service.holding.Holdings;

/// The JSON that describes products, channels, events and lineage.
public final class Documents {
  /// A lineage walk stops here; no chain of recipes is as long.
  private static final int MAX_WALK = 10_000;

  /// Of a page.
  private static final int MOST_PRODUCTS = 1000;

  private final Archive archive;
  private final Holdings holdings;

  public Documents(Archive archive) {
    this.archive = archive;
    this.holdings = new Holdings(archive);
  }

  /// `/products/ID`: one product whole.
  public Answer product(String id) {
    return holdings
        .named(id)
        .map(product -> Json.answer(whole(product)))
        .orElseGet(() -> missing(id));
  }

  /// `/api/products?recipe=NAME&limit=N&after=NUMBER`: products in short, in the order in which
  /// they came; of one recipe the newest versions. `next` leads to the next page where there is
  /// one.
  ///
  /// @throws Refusal 400
  public Answer products(Request request) {
    Parameters given = Parameters.of(request.rawQuery(), Set.of("recipe", "limit", "after"));
    int limit = given.whole("limit", 1, MOST_PRODUCTS).orElse(MOST_PRODUCTS);
    long after = given.text("after").map(Documents::number).orElse(0L);
    Optional<String> recipe = given.text("recipe");
    Listing listing = archive.listing();
    List<Listing.Numbered> found =
        recipe
            .map(name -> listing.productsAfter(name, after, limit + 1))
            .orElseGet(() -> listing.productsAfter(after, limit + 1));
    List<Listing.Numbered> page = found.subList(0, Math.min(limit, found.size()));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("products", page.stream().map(one -> brief(one.product())).toList());
    if (found.size() > limit) {
      String asked =
          recipe
              .map(name -> "recipe=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&")
              .orElse("");
      json.put(
          "next",
          "/api/products?" + asked + "limit=" + limit + "&after=" + page.getLast().number());
    }
    return Json.answer(json);
  }

  private static long number(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw Refusal.bad("after is the number that a page before named, not '" + text + "'");
    }
    return Long.parseLong(text);
  }

  /// `/api/channels`.
  public Answer channels() {
    return Json.answer(
        Map.of("channels", holdings.channels().stream().map(Documents::channel).toList()));
  }

  /// `/api/events`, newest first.
  public Answer events() {
    return Json.answer(Map.of("events", holdings.events().stream().map(Documents::event).toList()));
  }

  /// `/api/why/ID`: the product and everything it was made from, each once, nearest first.
  public Answer why(String id) {
    return holdings
        .named(id)
        .map(product -> Json.answer(Map.of("id", id, "products", walk(product))))
        .orElseGet(() -> missing(id));
  }

  private List<Map<String, Object>> walk(Product from) {
    Set<Identity> seen = new LinkedHashSet<>();
    List<Identity> next = new ArrayList<>(List.of(from.identity()));
    List<Map<String, Object>> told = new ArrayList<>();
    for (int i = 0; i < next.size() && told.size() < MAX_WALK; i++) {
      Identity identity = next.get(i);
      if (seen.add(identity)) {
        archive
            .find(identity)
            .ifPresent(
                product -> {
                  told.add(whole(product));
                  next.addAll(product.inputs());
                });
      }
    }
    return told;
  }

  private static Answer missing(String id) {
    return Answer.of(
        404, Answer.JSON, Json.text(Map.of("error", "no product or event is named " + id)));
  }

  private static Map<String, Object> brief(Product product) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", product.identity().sha256Hex());
    json.put("title", product.title());
    json.put("recipe", product.recipe().name());
    json.put("recipe_version", product.recipe().version());
    json.put("files", product.payloads().stream().map(payload -> payload.name()).toList());
    json.put("href", "/products/" + product.identity().sha256Hex());
    return json;
  }

  private static Map<String, Object> whole(Product product) {
    Map<String, Object> json = brief(product);
    json.put("parameters", product.parameters());
    json.put("attributes", product.attributes());
    json.put("inputs", product.inputs().stream().map(Identity::sha256Hex).toList());
    json.put(
        "files",
        product.payloads().stream()
            .map(
                payload -> {
                  Map<String, Object> file = new LinkedHashMap<>();
                  file.put("name", payload.name());
                  file.put("media_type", payload.mediaType());
                  file.put("size_bytes", payload.size());
                  file.put("sha256", payload.sha256());
                  file.put(
                      "href",
                      "/products/" + product.identity().sha256Hex() + "/files/" + payload.name());
                  return file;
                })
            .toList());
    json.put("entries", product.entries().stream().limit(1000).map(Documents::entry).toList());
    json.put("entry_count", product.entries().size());
    json.put("lineage", lineage(product));
    return json;
  }

  private static Map<String, Object> lineage(Product product) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code_commit", product.lineage().codeCommit());
    json.put("started_at", Utc.text(product.lineage().startedAt()));
    json.put("ended_at", Utc.text(product.lineage().endedAt()));
    json.put("agents", product.lineage().agents().stream().map(Documents::agent).toList());
    return json;
  }

  private static Map<String, Object> agent(Agent agent) {
    Map<String, Object> json = new LinkedHashMap<>();
    switch (agent) {
      case Agent.Software(String name, String version) -> {
        json.put("software", name);
        json.put("version", version);
      }
      case Agent.Operator(String name) -> json.put("operator", name);
      case Agent.Programme(String name, Agent.Accountable accountable) -> {
        json.put("programme", name);
        switch (accountable) {
          case Agent.Accountable.Known(String organisation, String role, String source) -> {
            json.put("accountable", organisation);
            json.put("role", role);
            json.put("source", source);
          }
          case Agent.Accountable.NotKnown(String reason) -> {
            json.put("accountable", "not known");
            json.put("reason", reason);
          }
        }
      }
    }
    return json;
  }

  private static Map<String, Object> entry(Entry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", entry.kind());
    json.put("key", entry.key());
    json.put("start", Utc.text(entry.span().start()));
    json.put("end", Utc.text(entry.span().end()));
    json.put("file", entry.payload());
    json.put("offset", entry.offset());
    json.put("length", entry.length());
    json.put("attributes", entry.attributes());
    return json;
  }

  private static Map<String, Object> channel(ChannelHolding channel) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source_id", channel.sourceId().text());
    json.put("level", channel.level());
    json.put("start", Utc.text(channel.span().start()));
    json.put("end", Utc.text(channel.span().end()));
    json.put("sample_rate_hz", channel.rateHz());
    json.put("samples", channel.samples());
    json.put("runs", channel.runs());
    json.put("bytes", channel.bytes());
    return json;
  }

  private static Map<String, Object> event(EventHolding event) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", event.publicId());
    json.put("name", event.shownName());
    json.put("time", Utc.text(event.time()));
    json.put("start", Utc.text(event.span().start()));
    json.put("end", Utc.text(event.span().end()));
    event.type().ifPresent(type -> json.put("type", type));
    event.quality().ifPresent(quality -> json.put("quality", quality));
    number(json, "magnitude", event.magnitude());
    number(json, "latitude", event.latitudeDeg());
    number(json, "longitude", event.longitudeDeg());
    json.put("product", event.product().sha256Hex());
    return json;
  }

  private static void number(Map<String, Object> json, String name, OptionalDouble value) {
    value.ifPresent(number -> json.put(name, number));
  }
}
