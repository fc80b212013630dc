package org.jumelles.archive.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.lineage.Lineage;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// Reads what [ProductDocument] wrote; anything else is malformed.
public final class ProductReading {
  private static final String CLAUSE = "docs/archive-on-disk.md, product.json";

  private final JsonParser json;
  private final String source;

  private ProductReading(JsonParser json, String source) {
    this.json = json;
    this.source = source;
  }

  /// @throws MalformedDataException where the bytes are no product document
  public static StoredProduct product(byte[] bytes, String source) {
    return with(bytes, source, ProductReading::product);
  }

  public static Map<String, String> map(String text, String source) {
    if (text.equals("{}")) {
      return Map.of();
    }
    return with(utf8(text), source, ProductReading::map);
  }

  public static Lineage lineage(String text, String source) {
    return with(utf8(text), source, ProductReading::lineage);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static <T> T with(
      byte[] bytes, String source, java.util.function.Function<ProductReading, T> read) {
    try (JsonParser json = ProductDocument.JSON.createParser(ObjectReadContext.empty(), bytes)) {
      ProductReading reading = new ProductReading(json, source);
      json.nextToken();
      T value = read.apply(reading);
      if (json.nextToken() != null) {
        throw reading.malformed("document", "more after its end");
      }
      return value;
    } catch (JacksonException e) {
      Place place =
          new Place.LineColumn(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw new MalformedDataException(source, place, "JSON", CLAUSE, e.getOriginalMessage());
    }
  }

  private StoredProduct product() {
    ProductFields fields = new ProductFields();
    object(
        name -> {
          switch (name) {
            case "parameters" -> fields.parameters = map();
            case "attributes" -> fields.attributes = map();
            case "inputs" -> fields.inputs = list(this::input);
            case "payloads" -> fields.payloads = list(this::payload);
            case "entries" -> fields.entries = list(this::entry);
            case "lineage" -> fields.lineage.add(lineage());
            default -> fields.scalars.put(name, text(name));
          }
        });
    if (!fields.scalars.getOrDefault("format", "").equals(ProductDocument.FORMAT)) {
      throw malformed("format", "it is not " + ProductDocument.FORMAT);
    }
    if (fields.lineage.isEmpty()) {
      throw malformed("lineage", "it is missing");
    }
    return checked("product", () -> fields.product(this));
  }

  private Identity input() {
    String hex = text("inputs");
    return checked("inputs", () -> new Identity(hex));
  }

  private Payload payload() {
    Map<String, String> scalars = scalars();
    return checked(
        "payloads",
        () ->
            new Payload(
                required(scalars, "name"),
                required(scalars, "mediaType"),
                number(scalars, "size"),
                required(scalars, "sha256")));
  }

  private Entry entry() {
    Map<String, String> scalars = new TreeMap<>();
    Map<String, String> attributes = new TreeMap<>();
    object(
        name -> {
          if (name.equals("attributes")) {
            attributes.putAll(map());
          } else {
            scalars.put(name, text(name));
          }
        });
    return checked(
        "entries",
        () ->
            new Entry(
                required(scalars, "kind"),
                required(scalars, "key"),
                new Span(instant(scalars, "start"), instant(scalars, "end")),
                required(scalars, "payload"),
                number(scalars, "offset"),
                number(scalars, "length"),
                attributes));
  }

  private Lineage lineage() {
    Map<String, String> scalars = new TreeMap<>();
    List<Agent> agents = new ArrayList<>();
    object(
        name -> {
          if (name.equals("agents")) {
            agents.addAll(list(this::agent));
          } else {
            scalars.put(name, text(name));
          }
        });
    return checked(
        "lineage",
        () ->
            new Lineage(
                required(scalars, "codeCommit"),
                instant(scalars, "started"),
                instant(scalars, "ended"),
                agents));
  }

  private Agent agent() {
    Map<String, String> scalars = scalars();
    if (scalars.containsKey("software")) {
      return new Agent.Software(required(scalars, "software"), required(scalars, "version"));
    }
    if (scalars.containsKey("operator")) {
      return new Agent.Operator(required(scalars, "operator"));
    }
    Agent.Accountable accountable =
        scalars.containsKey("accountable")
            ? new Agent.Accountable.Known(
                required(scalars, "accountable"),
                required(scalars, "role"),
                required(scalars, "source"))
            : new Agent.Accountable.NotKnown(required(scalars, "accountableNotKnown"));
    return new Agent.Programme(required(scalars, "programme"), accountable);
  }

  private Map<String, String> map() {
    return scalars();
  }

  private Map<String, String> scalars() {
    Map<String, String> scalars = new TreeMap<>();
    object(name -> scalars.put(name, text(name)));
    return scalars;
  }

  private void object(java.util.function.Consumer<String> property) {
    expect(JsonToken.START_OBJECT, "object");
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      property.accept(name);
    }
  }

  private <T> List<T> list(Supplier<T> element) {
    expect(JsonToken.START_ARRAY, "array");
    List<T> list = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(element.get());
    }
    return list;
  }

  private void expect(JsonToken token, String field) {
    if (json.currentToken() != token) {
      throw malformed(field, "found " + json.currentToken() + " instead of " + token);
    }
  }

  private String text(String field) {
    JsonToken token = json.currentToken();
    if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
      throw malformed(field, "found " + token + " instead of a text or a whole number");
    }
    return json.getString();
  }

  String required(Map<String, String> scalars, String field) {
    String value = scalars.get(field);
    if (value == null) {
      throw malformed(field, "it is missing");
    }
    return value;
  }

  Moment instant(Map<String, String> scalars, String field) {
    return new Moment(number(scalars, field + "TaiNanos"));
  }

  private long number(Map<String, String> scalars, String field) {
    return Long.parseLong(required(scalars, field));
  }

  private <T> T checked(String field, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw malformed(field, String.valueOf(e.getMessage()));
    }
  }

  private MalformedDataException malformed(String field, String found) {
    var at = json.currentTokenLocation();
    Place place = new Place.LineColumn(at.getLineNr(), at.getColumnNr());
    return new MalformedDataException(source, place, field, CLAUSE, found);
  }
}
