package org.jumelles.ryugu.sample;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;

/// What somebody recorded: the kind of the entry and its fields, as text, each with its place.
///
/// @param number of the entry in the ledger; 0 for what is not in it yet
/// @param source the file, or the ledger
public record Row(
    long number, String kind, String source, Place place, SequencedMap<String, Cell> cells) {
  /// A value as given, and where it stands.
  public record Cell(String value, Place place) {}

  public Row {
    LinkedHashMap<String, Cell> filled = new LinkedHashMap<>();
    cells.forEach(
        (field, cell) -> {
          if (!cell.value().isBlank()) {
            filled.put(field, cell);
          }
        });
    cells = Collections.unmodifiableSequencedMap(filled);
  }

  /// An entry as the archive keeps it.
  public static Row kept(long number, String kind, Map<String, String> body) {
    Place place = new Place.Path("entry " + number);
    LinkedHashMap<String, Cell> cells = new LinkedHashMap<>();
    body.forEach((field, value) -> cells.put(field, new Cell(value, place)));
    return new Row(number, kind, "sample ledger", place, cells);
  }

  /// The fields alone, as the archive keeps them.
  public Map<String, String> body() {
    Map<String, String> body = new TreeMap<>();
    cells.forEach((field, cell) -> body.put(field, cell.value().strip()));
    return body;
  }

  Optional<Cell> cell(String field) {
    return Optional.ofNullable(cells.get(field));
  }

  /// The same row with another value in one field.
  Row with(String field, Cell cell) {
    LinkedHashMap<String, Cell> changed = new LinkedHashMap<>(cells);
    changed.put(field, cell);
    return new Row(number, kind, source, place, changed);
  }

  /// Whether both say the same of the same.
  boolean says(Row other) {
    return kind.equals(other.kind) && body().equals(other.body());
  }

  /// A complaint about a field of this row.
  public Defect defect(String field, String found) {
    Place at = cell(field).map(Cell::place).orElse(place);
    return new Defect(source, at, field, "docs/samples.md, " + kind, found);
  }
}
