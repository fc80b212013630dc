package org.jumelles.pipeline.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.sample.Row;

/// Reads comma-separated values [RFC 4180]: a header line of fields, then a row a line. Lines that
/// begin with `#` and empty lines are left out; a cell in quotes may hold commas, quotes and line
/// ends. Lines and columns are told as an editor counts them.
final class CsvRows {
  private static final String CLAUSE = "RFC 4180";

  private final String source;
  private final String text;
  private final List<Row> rows = new ArrayList<>();
  private final List<Defect> broken = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private CsvRows(String source, String text) {
    this.source = source;
    this.text = text;
  }

  static SampleTable read(String source, String text) {
    CsvRows reading = new CsvRows(source, text);
    reading.read();
    return SampleTable.of(source, reading.rows, reading.broken);
  }

  private void read() {
    List<Row.Cell> header = List.of();
    while (at < text.length()) {
      int first = line;
      List<Row.Cell> record = isComment() ? skipped() : record();
      boolean empty = record.stream().allMatch(cell -> cell.value().isBlank());
      if (empty) {
        continue;
      }
      if (header.isEmpty()) {
        header = header(record);
      } else {
        row(first, header, record);
      }
    }
    if (header.isEmpty()) {
      throw SampleTable.whole(source, "no line names the fields");
    }
  }

  private boolean isComment() {
    return text.charAt(at) == '#';
  }

  private List<Row.Cell> skipped() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
    endLine();
    return List.of();
  }

  private List<Row.Cell> header(List<Row.Cell> record) {
    SequencedSet<String> names = new LinkedHashSet<>();
    List<Row.Cell> header = new ArrayList<>();
    for (Row.Cell cell : record) {
      String name = cell.value().strip().toLowerCase(Locale.ROOT).replace(' ', '_');
      if (!name.isEmpty() && !names.add(name)) {
        throw new MalformedDataException(
            new Defect(source, cell.place(), name, CLAUSE, "two columns of this name"));
      }
      header.add(new Row.Cell(name, cell.place()));
    }
    if (!names.contains("name") && !names.contains(SampleTable.KIND_FIELD)) {
      throw SampleTable.whole(
          source, "its first line names no field 'name' and no field 'entry': " + names);
    }
    return header;
  }

  private void row(int firstLine, List<Row.Cell> header, List<Row.Cell> record) {
    Place place = new Place.LineColumn(firstLine, 1);
    String kind = "sample";
    LinkedHashMap<String, Row.Cell> cells = new LinkedHashMap<>();
    for (int i = 0; i < record.size(); i++) {
      Row.Cell cell = record.get(i);
      String field = i < header.size() ? header.get(i).value() : "";
      if (cell.value().isBlank()) {
        continue;
      }
      if (field.isEmpty()) {
        broken.add(
            new Defect(
                source,
                cell.place(),
                "column " + (i + 1),
                CLAUSE,
                "'" + cell.value() + "' in a column without a name; the row is not taken"));
        return;
      }
      if (field.equals(SampleTable.KIND_FIELD)) {
        kind = cell.value().strip().toLowerCase(Locale.ROOT);
        place = cell.place();
      } else {
        cells.put(field, cell);
      }
    }
    rows.add(new Row(0, kind, source, place, cells));
  }

  private List<Row.Cell> record() {
    List<Row.Cell> cells = new ArrayList<>();
    while (true) {
      cells.add(cell());
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
      } else {
        endLine();
        return cells;
      }
    }
  }

  private void endLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
    lineStart = at;
  }

  private Row.Cell cell() {
    Place place = new Place.LineColumn(line, at - lineStart + 1);
    if (at < text.length() && text.charAt(at) == '"') {
      return new Row.Cell(quoted(place), place);
    }
    int start = at;
    while (at < text.length() && ",\n\r".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return new Row.Cell(text.substring(start, at), place);
  }

  private String quoted(Place place) {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        if (at < text.length() && text.charAt(at) == '"') {
          at++;
        } else {
          afterQuote();
          return value.toString();
        }
      } else if (c == '\n') {
        line++;
        lineStart = at;
      }
      value.append(c);
    }
    throw new MalformedDataException(
        new Defect(source, place, "cell", CLAUSE, "a quote that never ends"));
  }

  private void afterQuote() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at < text.length() && ",\n\r".indexOf(text.charAt(at)) < 0) {
      Place place = new Place.LineColumn(line, at - lineStart + 1);
      throw new MalformedDataException(
          new Defect(
              source, place, "cell", CLAUSE, "'" + text.charAt(at) + "' after the end of a quote"));
    }
  }
}
