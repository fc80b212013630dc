package org.jumelles.pipeline.partnership;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jumelles.accord.Kind;
import org.jumelles.accord.fact.Fact;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// Facts as a person writes them: kinds, below each kind ids, below each id its fields. A field is
/// text, or a list of texts.
///
/// ```yaml
/// role:
///   CNES-SEIS:
///     organisation: CNES
///     programme: SEIS
///     accountable: yes
/// ```
public final class FactYaml {
  private static final String CLAUSE = "docs/partnership.md, facts in YAML";
  private static final int MOST_FACTS = 100_000;
  private static final int LONGEST_VALUE = 10_000;

  private final String source;
  private final JsonParser parser;
  private final List<Fact> facts = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  private FactYaml(String source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /// @throws MalformedDataException by line and column where the text is no such document
  public static List<Fact> read(InputStream in, String source) {
    try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), in)) {
      FactYaml yaml = new FactYaml(source, parser);
      yaml.document();
      return List.copyOf(yaml.facts);
    } catch (JacksonException e) {
      throw malformed(source, e.getLocation(), "document", e.getOriginalMessage());
    }
  }

  private void document() {
    if (parser.nextToken() == null) {
      return;
    }
    expect(JsonToken.START_OBJECT, "document", "kinds of fact");
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String kind = parser.currentName();
      parser.nextToken();
      expect(JsonToken.START_OBJECT, kind, "ids of facts");
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String id = parser.currentName();
        if (!keys.add(kind + "/" + id)) {
          throw malformed(id, "it stands twice below " + kind);
        }
        parser.nextToken();
        expect(JsonToken.START_OBJECT, kind + "/" + id, "fields");
        facts.add(new Fact(kind, id, fields(kind + "/" + id)));
        if (facts.size() > MOST_FACTS) {
          throw malformed("document", "more than " + MOST_FACTS + " facts");
        }
      }
    }
  }

  private Map<String, String> fields(String key) {
    Map<String, String> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      if (fields.containsKey(name)) {
        throw malformed(key, name + " stands twice");
      }
      fields.put(name, value(key, name));
    }
    return fields;
  }

  private String value(String key, String name) {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_ARRAY) {
      List<String> values = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        values.add(scalar(key, name));
      }
      return String.join("; ", values);
    }
    return scalar(key, name);
  }

  private String scalar(String key, String name) {
    JsonToken token = parser.currentToken();
    if (token == null || !token.isScalarValue()) {
      throw malformed(key, name + " is neither text nor a list of texts");
    }
    String text = token == JsonToken.VALUE_NULL ? "" : parser.getString();
    if (text.length() > LONGEST_VALUE) {
      throw malformed(key, name + " is longer than " + LONGEST_VALUE + " characters");
    }
    return text;
  }

  private void expect(JsonToken token, String field, String what) {
    if (parser.currentToken() != token) {
      throw malformed(field, "here stand no " + what);
    }
  }

  private MalformedDataException malformed(String field, String found) {
    return malformed(source, parser.currentTokenLocation(), field, found);
  }

  private static MalformedDataException malformed(
      String source, TokenStreamLocation at, String field, String found) {
    Place place =
        at == null
            ? new Place.Whole()
            : new Place.LineColumn(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    return new MalformedDataException(source, place, field, CLAUSE, found);
  }

  /// Facts by kind as text; [#read] gives the same facts.
  public static String text(List<Fact> facts) {
    Map<String, Map<String, Map<String, String>>> document = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      facts.stream()
          .filter(fact -> fact.kind().equals(kind.word()))
          .forEach(
              fact ->
                  document
                      .computeIfAbsent(kind.word(), _ -> new LinkedHashMap<>())
                      .put(fact.id(), fact.fields()));
    }
    return YAMLMapper.builder(
            YAMLFactory.builder()
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .disable(YAMLWriteFeature.SPLIT_LINES)
                .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                .build())
        .build()
        .writeValueAsString(document);
  }
}
