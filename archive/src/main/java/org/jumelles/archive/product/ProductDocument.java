package org.jumelles.archive.product;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.lineage.Lineage;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes `product.json`, from which the catalogue can be made anew; [ProductReading] reads it.
///
/// Instants are nanoseconds of TAI since 1970 (exact), each beside its UTC text (for people).
public final class ProductDocument {
  public static final String FILE_NAME = "product.json";
  static final String FORMAT = "jumelles-product-1";
  static final JsonFactory JSON = new JsonFactory();

  private ProductDocument() {}

  public static byte[] bytes(StoredProduct stored) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(pretty(), out)) {
      write(json, stored);
    }
    return out.toByteArray();
  }

  /// A flat map as compact JSON, as the catalogue keeps parameters and attributes.
  public static String text(Map<String, String> map) {
    if (map.isEmpty()) {
      return "{}";
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      map(json, map);
    }
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  /// A lineage as compact JSON, as the catalogue keeps it.
  public static String text(Lineage lineage) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      lineage(json, lineage);
    }
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static ObjectWriteContext pretty() {
    return new ObjectWriteContext.Base() {
      @Override
      public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
        return new DefaultPrettyPrinter();
      }
    };
  }

  private static void write(JsonGenerator json, StoredProduct stored) {
    Product product = stored.product();
    json.writeStartObject();
    json.writeStringProperty("format", FORMAT);
    json.writeStringProperty("identity", product.identity().sha256Hex());
    json.writeStringProperty("family", stored.family().sha256Hex());
    instant(json, "stored", stored.storedAt());
    json.writeStringProperty("recipe", product.recipe().name());
    json.writeStringProperty("recipeVersion", product.recipe().version());
    json.writeStringProperty("title", product.title());
    json.writeName("parameters");
    map(json, product.parameters());
    json.writeArrayPropertyStart("inputs");
    product.inputs().forEach(input -> json.writeString(input.sha256Hex()));
    json.writeEndArray();
    json.writeArrayPropertyStart("payloads");
    product.payloads().forEach(payload -> payload(json, payload));
    json.writeEndArray();
    json.writeName("attributes");
    map(json, product.attributes());
    json.writeName("lineage");
    lineage(json, product.lineage());
    json.writeArrayPropertyStart("entries");
    product.entries().forEach(entry -> entry(json, entry));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void payload(JsonGenerator json, Payload payload) {
    json.writeStartObject();
    json.writeStringProperty("name", payload.name());
    json.writeStringProperty("mediaType", payload.mediaType());
    json.writeNumberProperty("size", payload.size());
    json.writeStringProperty("sha256", payload.sha256());
    json.writeEndObject();
  }

  private static void entry(JsonGenerator json, Entry entry) {
    Span span = entry.span();
    json.writeStartObject();
    json.writeStringProperty("kind", entry.kind());
    json.writeStringProperty("key", entry.key());
    instant(json, "start", span.start());
    instant(json, "end", span.end());
    json.writeStringProperty("payload", entry.payload());
    json.writeNumberProperty("offset", entry.offset());
    json.writeNumberProperty("length", entry.length());
    json.writeName("attributes");
    map(json, entry.attributes());
    json.writeEndObject();
  }

  private static void lineage(JsonGenerator json, Lineage lineage) {
    json.writeStartObject();
    json.writeStringProperty("codeCommit", lineage.codeCommit());
    instant(json, "started", lineage.startedAt());
    instant(json, "ended", lineage.endedAt());
    json.writeArrayPropertyStart("agents");
    lineage.agents().forEach(agent -> agent(json, agent));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void agent(JsonGenerator json, Agent agent) {
    json.writeStartObject();
    switch (agent) {
      case Agent.Software(String name, String version) -> {
        json.writeStringProperty("software", name);
        json.writeStringProperty("version", version);
      }
      case Agent.Operator(String name) -> json.writeStringProperty("operator", name);
      case Agent.Programme(String name, Agent.Accountable accountable) -> {
        json.writeStringProperty("programme", name);
        switch (accountable) {
          case Agent.Accountable.Known(String organisation, String role, String source) -> {
            json.writeStringProperty("accountable", organisation);
            json.writeStringProperty("role", role);
            json.writeStringProperty("source", source);
          }
          case Agent.Accountable.NotKnown(String reason) ->
              json.writeStringProperty("accountableNotKnown", reason);
        }
      }
    }
    json.writeEndObject();
  }

  private static void instant(JsonGenerator json, String name, Moment moment) {
    json.writeNumberProperty(name + "TaiNanos", moment.taiNanos());
    boolean bounded = !moment.equals(Moment.MIN) && !moment.equals(Moment.MAX);
    json.writeStringProperty(name + "Utc", bounded ? moment.toString() : "open");
  }

  private static void map(JsonGenerator json, Map<String, String> map) {
    json.writeStartObject();
    map.forEach(json::writeStringProperty);
    json.writeEndObject();
  }
}
