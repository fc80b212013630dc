package org.jumelles.archive.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// A piece of SQL with the values of its question marks, which stay in step as pieces are put
/// together.
final class Clause {
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  Clause() {}

  Clause(String text, Object... given) {
    add(text, given);
  }

  Clause add(String text, Object... given) {
    sql.append(text);
    values.addAll(List.of(given));
    return this;
  }

  Clause add(Clause other) {
    sql.append(other.sql);
    values.addAll(other.values);
    return this;
  }

  /// Adds one more condition that must hold.
  Clause and(String condition, Object... given) {
    return add(isEmpty() ? "" : " AND ").add(condition, given);
  }

  boolean isEmpty() {
    return sql.isEmpty();
  }

  Query query(Handle handle) {
    Query query = handle.createQuery(sql.toString());
    for (int i = 0; i < values.size(); i++) {
      query.bind(i, values.get(i));
    }
    return query;
  }
}
