package org.jumelles.seis.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// Comma-separated values with a heading (RFC 4180).
///
/// @param rows each by column, with its line in the file
record CsvTable(List<String> columns, List<Row> rows) {
  private static final int GREATEST_FIELDS = 200;
  private static final int GREATEST_ROWS = 1_000_000;

  record Row(int line, Map<String, String> fields) {
    /// Empty where the column is not there.
    String text(String column) {
      return fields.getOrDefault(column, "").strip();
    }
  }

  static CsvTable read(String text, String source) {
    List<List<String>> lines = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    int at = text.startsWith("\uFEFF") ? 1 : 0;
    int line = 1;
    while (at < text.length()) {
      List<String> fields = new ArrayList<>();
      int from = at;
      at = fields(text, at, line, source, fields);
      if (fields.size() > 1 || !fields.getFirst().isBlank()) {
        lines.add(fields);
        numbers.add(line);
      }
      line += (int) text.substring(from, at).chars().filter(c -> c == '\n').count();
      if (lines.size() > GREATEST_ROWS) {
        throw malformed(source, line, "rows", "more than " + GREATEST_ROWS);
      }
    }
    if (lines.isEmpty()) {
      throw malformed(source, 1, "heading", "nothing");
    }
    List<String> columns = lines.getFirst().stream().map(String::strip).toList();
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> fields = lines.get(i);
      if (fields.size() != columns.size()) {
        throw malformed(
            source,
            numbers.get(i),
            "fields",
            fields.size() + " where the heading has " + columns.size());
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int k = 0; k < columns.size(); k++) {
        row.put(columns.get(k), fields.get(k));
      }
      rows.add(new Row(numbers.get(i), row));
    }
    return new CsvTable(columns, rows);
  }

  /// One record; where the next begins.
  private static int fields(String text, int from, int line, String source, List<String> fields) {
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    int at = from;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
          field.append('"');
          at++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && field.isEmpty()) {
        quoted = true;
      } else if (c == ',') {
        fields.add(field.toString());
        field.setLength(0);
        if (fields.size() > GREATEST_FIELDS) {
          throw malformed(source, line, "fields", "more than " + GREATEST_FIELDS);
        }
      } else if (c == '\n') {
        at++;
        break;
      } else if (c != '\r') {
        field.append(c);
      }
    }
    if (quoted) {
      throw malformed(source, line, "quote", "none at the end");
    }
    fields.add(field.toString());
    return at;
  }

  static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  static MalformedDataException malformed(String source, int line, String field, String found) {
    return new MalformedDataException(
        source, new Place.LineColumn(line, 1), field, "RFC 4180, with a heading", found);
  }
}
