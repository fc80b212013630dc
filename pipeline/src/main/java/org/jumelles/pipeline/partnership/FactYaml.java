package org.jumelles.pipeline.partnership;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.accord.Kind;
import org.jumelles.accord.fact.Fact;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

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
  private static final int MOST_FIELDS = 1_000;
  private static final int LONGEST_NAME = 1_000;
  private static final int LONGEST_VALUE = 10_000;

  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .loadSettings(LoadSettings.builder().setCodePointLimit(FactText.MOST_BYTES).build())
          .build();

  private final String source;
  private final JsonParser parser;
  private final List<Fact> facts = new ArrayList<>();

  private FactYaml(String source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
  }

  /// @throws MalformedDataException by line and column where the text is no such document
  /// @throws IOException where the stream cannot be read
  public static List<Fact> read(InputStream in, String source) throws IOException {
    String text = FactText.read(in, source, CLAUSE);
    try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
      FactYaml yaml = new FactYaml(source, parser);
      yaml.document();
      return List.copyOf(yaml.facts);
    } catch (JacksonException e) {
      String reason = String.valueOf(e.getOriginalMessage()).strip().replaceAll("\\s+", " ");
      throw malformed(source, e.getLocation(), "document", reason);
    }
  }

  private void document() {
    if (parser.nextToken() == null) {
      return;
    }
    expect(JsonToken.START_OBJECT, "document", "kinds of fact");
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String kind = name("document", "kind");
      parser.nextToken();
      expect(JsonToken.START_OBJECT, kind, "ids of facts");
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        facts.add(fact(kind));
        if (facts.size() > MOST_FACTS) {
          throw malformed("document", "more than " + MOST_FACTS + " facts");
        }
      }
      expect(JsonToken.END_OBJECT, kind, "ids of facts");
    }
    expect(JsonToken.END_OBJECT, "document", "kinds of fact");
    if (parser.nextToken() != null) {
      throw malformed("document", "more follows after its end");
    }
  }

  private Fact fact(String kind) {
    String id = name(kind, "id");
    String key = kind + "/" + id;
    parser.nextToken();
    expect(JsonToken.START_OBJECT, key, "fields");
    Fact fact = new Fact(kind, id, fields(key));
    expect(JsonToken.END_OBJECT, key, "fields");
    return fact;
  }

  /// The name of what follows: a text that people can say.
  private String name(String field, String what) {
    String name = parser.currentName();
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw malformed(field, "a name of 1 to " + LONGEST_NAME + " characters is wanted as " + what);
    }
    return name;
  }

  private Map<String, String> fields(String key) {
    Map<String, String> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = name(key, "field");
      if (name.equals(Fact.ID)) {
        throw malformed(key, "the id is what it stands below, not a field of it");
      }
      fields.put(name, value(key, name));
      if (fields.size() > MOST_FIELDS) {
        throw malformed(key, "more than " + MOST_FIELDS + " fields");
      }
    }
    return fields;
  }

  private String value(String key, String name) {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      return scalar(key, name);
    }
    StringBuilder values = new StringBuilder();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.append(values.isEmpty() ? "" : "; ").append(scalar(key, name));
      if (values.length() > LONGEST_VALUE) {
        throw tooLong(key, name);
      }
    }
    return values.toString();
  }

  private String scalar(String key, String name) {
    JsonToken token = parser.currentToken();
    if (token == null || !token.isScalarValue()) {
      throw malformed(key, name + " is neither text nor a list of texts");
    }
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw malformed(key, name + " is an alias; write out what it stands for");
    }
    String text = token == JsonToken.VALUE_NULL ? "" : parser.getString();
    if (text.length() > LONGEST_VALUE) {
      throw tooLong(key, name);
    }
    return text;
  }

  private MalformedDataException tooLong(String key, String name) {
    return malformed(key, name + " is longer than " + LONGEST_VALUE + " characters");
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
    StringBuilder yaml = new StringBuilder();
    for (Kind kind : Kind.values()) {
      List<Fact> some = facts.stream().filter(fact -> fact.kind().equals(kind.word())).toList();
      if (!some.isEmpty()) {
        yaml.append(kind.word()).append(":\n");
        some.forEach(fact -> FactText.write(fact, yaml));
      }
    }
    return yaml.toString();
  }
}
