package org.jumelles.service.stac;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.service.exchange.Degrees;
import org.jumelles.service.exchange.Parameters;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Window;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a client looks for.
///
/// @param collections and `ids`: none given means any
/// @param after the last item of the page before
record Search(
    List<Holding.Kind> collections,
    List<String> ids,
    Optional<Shape> region,
    Span window,
    int limit,
    Optional<Token> after) {
  /// A name that stands twice is a mistake, or means harm.
  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  static final int DEFAULT_LIMIT = 10;

  /// More is cut to this, as OGC 17-069r4 § 7.15.2 has it.
  static final int MOST = 1000;

  private static final Set<String> OF_ITEMS = Set.of("bbox", "datetime", "limit", "token");
  private static final Set<String> OF_SEARCH =
      Set.of("bbox", "datetime", "limit", "token", "collections", "ids", "intersects");

  /// Where a page ends: items come by start, newest first, then by identity.
  record Token(Moment start, String id) {
    static Token parse(String text) {
      int mark = text.indexOf('_');
      try {
        if (text.matches("-?\\d{1,19}_[0-9a-f]{64}")) {
          return new Token(
              new Moment(Long.parseLong(text.substring(0, mark))), text.substring(mark + 1));
        }
      } catch (NumberFormatException _) {
        // A number of 19 digits that no moment has: refused as any other.
      }
      throw Refusal.bad("the token is none that was given out here");
    }

    static Token of(Holding holding) {
      return new Token(holding.entry().span().start(), holding.id());
    }

    String text() {
      return start.taiNanos() + "_" + id;
    }

    boolean isBefore(Moment otherStart, String otherId) {
      int order = otherStart.compareTo(start);
      return order < 0 || (order == 0 && otherId.compareTo(id) > 0);
    }
  }

  /// The items of one collection.
  static Search ofItems(Holding.Kind kind, String rawQuery) {
    Parameters given = Parameters.of(rawQuery, OF_ITEMS);
    return new Search(
        List.of(kind),
        List.of(),
        given.text("bbox").map(_ -> Shape.of(Degrees.of(given.list("bbox")))),
        given.text("datetime").map(Window::parse).orElse(Query.ALWAYS),
        limit(given),
        given.text("token").map(Token::parse));
  }

  static Search ofQuery(String rawQuery) {
    Parameters given = Parameters.of(rawQuery, OF_SEARCH);
    return new Search(
        kinds(given.list("collections")),
        given.list("ids"),
        region(
            given.text("bbox").map(_ -> given.list("bbox")),
            given.text("intersects").map(Search::json)),
        given.text("datetime").map(Window::parse).orElse(Query.ALWAYS),
        limit(given),
        given.text("token").map(Token::parse));
  }

  static Search ofBody(byte[] body) {
    JsonNode json = json(new String(body, java.nio.charset.StandardCharsets.UTF_8));
    if (!json.isObject()) {
      throw Refusal.bad("the body is no JSON object");
    }
    for (String name : json.propertyNames()) {
      if (!OF_SEARCH.contains(name)) {
        throw Refusal.bad("the body has a member '" + name + "' that is not known");
      }
    }
    JsonNode limit = json.path("limit");
    if (!limit.isMissingNode() && !(limit.isInt() && limit.asInt() >= 1)) {
      throw Refusal.bad("limit is no whole number from 1");
    }
    return new Search(
        kinds(texts(json, "collections")),
        texts(json, "ids"),
        region(
            json.has("bbox") ? Optional.of(texts(json, "bbox")) : Optional.empty(),
            Optional.ofNullable(json.get("intersects"))),
        text(json, "datetime").map(Window::parse).orElse(Query.ALWAYS),
        Math.min(MOST, limit.asInt(DEFAULT_LIMIT)),
        text(json, "token").map(Token::parse));
  }

  private static int limit(Parameters given) {
    return Math.min(MOST, given.whole("limit", 1, 999_999_999).orElse(DEFAULT_LIMIT));
  }

  private static Optional<Shape> region(Optional<List<String>> box, Optional<JsonNode> geometry) {
    if (box.isPresent() && geometry.isPresent()) {
      throw Refusal.bad("bbox and intersects cannot both be given");
    }
    return box.map(numbers -> Shape.of(Degrees.of(numbers))).or(() -> geometry.map(Shape::of));
  }

  /// Names of collections that are not here match nothing.
  private static List<Holding.Kind> kinds(List<String> ids) {
    List<Holding.Kind> kinds =
        ids.stream().map(Holding.Kind::of).flatMap(Optional::stream).toList();
    return ids.isEmpty() ? List.of(Holding.Kind.values()) : kinds;
  }

  private static JsonNode json(String text) {
    try {
      return STRICT.readTree(text);
    } catch (JacksonException _) {
      throw Refusal.bad("what should be JSON is none");
    }
  }

  private static Optional<String> text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw Refusal.bad(name + " is no text");
    }
    return Optional.of(value.asString());
  }

  private static List<String> texts(JsonNode json, String name) {
    JsonNode values = json.path(name);
    if (!values.isMissingNode() && (!values.isArray() || values.size() > 1000)) {
      throw Refusal.bad(name + " is no list of at most 1000");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode value : values) {
      if (!value.isString() && !value.isNumber()) {
        throw Refusal.bad(name + " has a member that is neither text nor number");
      }
      texts.add(value.isString() ? value.asString() : value.toString());
    }
    return texts;
  }
}
