package org.jumelles.service.tap;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A table that can be asked.
///
/// @param rows one value a column: a String, Double or Long by its type, or null
record Table(
    String schema,
    String name,
    String description,
    List<Column> columns,
    Supplier<Iterator<List<@Nullable Object>>> rows) {
  Table {
    columns = List.copyOf(columns);
  }

  String fullName() {
    return schema + "." + name;
  }

  OptionalInt find(String column) {
    String wanted = column.toLowerCase(Locale.ROOT);
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equals(wanted))
        .findFirst();
  }
}
