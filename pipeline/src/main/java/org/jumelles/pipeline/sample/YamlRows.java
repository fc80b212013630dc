package org.jumelles.pipeline.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.sample.Row;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads YAML 1.2: a list of entries, each a mapping of fields to text, numbers or lists of such;
/// or one mapping whose key `entries` holds that list. A list in a field reads as `a; b; c`.
final class YamlRows {
  private static final String CLAUSE = "docs/samples.md, YAML";
  private static final int DEEPEST = 3;

  private final String source;
  private final YAMLParser yaml;
  private final List<Row> rows = new ArrayList<>();

  private YamlRows(String source, YAMLParser yaml) {
    this.source = source;
    this.yaml = yaml;
  }

  static SampleTable read(String source, String text) {
    try (YAMLParser yaml =
        (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
      YamlRows reading = new YamlRows(source, yaml);
      reading.document();
      return SampleTable.of(source, reading.rows, List.of());
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      Place place = at == null ? new Place.Whole() : place(at);
      throw new MalformedDataException(
          source, place, "text", "YAML 1.2", String.valueOf(e.getOriginalMessage()));
    }
  }

  private void document() {
    JsonToken token = yaml.nextToken();
    if (token == JsonToken.START_OBJECT) {
      String key = yaml.nextName();
      if (key == null || !key.equals("entries")) {
        throw wrong("entries", "'" + key + "' where the list of entries is expected");
      }
      token = yaml.nextToken();
    }
    if (token != JsonToken.START_ARRAY) {
      throw wrong("entries", "no list of entries");
    }
    while (yaml.nextToken() == JsonToken.START_OBJECT) {
      entry();
    }
    if (yaml.currentToken() != JsonToken.END_ARRAY) {
      throw wrong("entries", "'" + yaml.getString() + "' is no mapping of fields");
    }
  }

  private void entry() {
    Place place = place(yaml.currentTokenLocation());
    String kind = "sample";
    LinkedHashMap<String, Row.Cell> cells = new LinkedHashMap<>();
    for (String key = yaml.nextName(); key != null; key = yaml.nextName()) {
      String field = key.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
      yaml.nextToken();
      Row.Cell cell = new Row.Cell(value(field, 0), place(yaml.currentTokenLocation()));
      if (field.equals(SampleTable.KIND_FIELD)) {
        kind = cell.value().strip().toLowerCase(Locale.ROOT);
      } else if (cells.putIfAbsent(field, cell) != null) {
        throw wrong(field, "it stands twice in one entry");
      }
    }
    rows.add(new Row(0, kind, source, place, cells));
  }

  private String value(String field, int depth) {
    if (yaml.isCurrentAlias()) {
      throw wrong(field, "an alias, *" + yaml.getString() + "; write the value out");
    }
    return switch (yaml.currentToken()) {
      case VALUE_NULL -> "";
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          yaml.getString();
      case START_ARRAY -> list(field, depth);
      default -> throw wrong(field, "a mapping where a text, a number or a list is expected");
    };
  }

  private String list(String field, int depth) {
    if (depth == DEEPEST) {
      throw wrong(field, "lists within lists within lists");
    }
    StringBuilder text = new StringBuilder();
    while (yaml.nextToken() != JsonToken.END_ARRAY) {
      text.append(text.isEmpty() ? "" : "; ").append(value(field, depth + 1));
    }
    return text.toString();
  }

  private MalformedDataException wrong(String field, String found) {
    return new MalformedDataException(
        source, place(yaml.currentTokenLocation()), field, CLAUSE, found);
  }

  private static Place place(TokenStreamLocation at) {
    return new Place.LineColumn(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }
}
