package org.jumelles.service.tap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables that tell of the tables (TAP 1.1, TAP_SCHEMA).
final class TapSchema {
  private static final String SCHEMA = "tap_schema";

  private TapSchema() {}

  /// The tables given, and those of TAP_SCHEMA that tell of them all.
  static List<Table> with(Table epnCore) {
    List<Table> all = new ArrayList<>(List.of(epnCore));
    all.add(
        table(
            "schemas",
            "schema_name description",
            () -> List.of(row("jumelles", "The archive"), row(SCHEMA, "The tables themselves"))));
    all.add(
        table(
            "tables",
            "schema_name table_name table_type description",
            () ->
                all.stream()
                    .map(t -> row(t.schema(), t.fullName(), "table", t.description()))
                    .toList()));
    all.add(
        table(
            "columns",
            "table_name column_name datatype arraysize unit ucd description",
            () -> all.stream().flatMap(t -> t.columns().stream().map(c -> told(t, c))).toList()));
    return all;
  }

  private static List<@Nullable Object> told(Table table, Column column) {
    return row(
        table.fullName(),
        column.name(),
        column.type().datatype(),
        column.type() == Column.Type.TEXT ? "*" : null,
        column.unit().isEmpty() ? null : column.unit(),
        column.ucd().isEmpty() ? null : column.ucd(),
        column.description());
  }

  private static List<@Nullable Object> row(@Nullable Object... cells) {
    return new ArrayList<>(Arrays.asList(cells));
  }

  private interface Rows {
    List<List<@Nullable Object>> all();
  }

  private static Table table(String name, String columns, Rows rows) {
    List<Column> all =
        Arrays.stream(columns.split(" ", -1))
            .map(column -> Column.text(column, "", column.replace('_', ' ')))
            .toList();
    return new Table(SCHEMA, name, "TAP_SCHEMA " + name, all, () -> rows.all().iterator());
  }
}
