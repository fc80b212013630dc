package org.jumelles.service.tap;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A query that was checked against its table.
///
/// @param counts whether it asks for COUNT(*)
/// @param columns what to give, in order; one column where it counts
/// @param top at most so many rows
record TapQuery(
    Table table,
    boolean counts,
    List<Chosen> columns,
    OptionalLong top,
    Optional<Condition> where,
    List<Order> order) {
  TapQuery {
    columns = List.copyOf(columns);
    order = List.copyOf(order);
  }

  /// A column, and the name it is given under.
  record Chosen(int index, Column as) {}

  record Order(int index, boolean descending) {}
}
