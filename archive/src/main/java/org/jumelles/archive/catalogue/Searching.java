package org.jumelles.archive.catalogue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.time.Moment;

/// A search as SQL. A page begins where the last one ended, by the primary key: the thousandth is
/// found as fast as the first.
final class Searching {
  private static final String NUMBER = "'^-?[0-9]+([.][0-9]+)?$'";

  private final Handle handle;
  private final boolean sqlite;
  private final StringBuilder where = new StringBuilder("p.latest = 1");
  private final List<Object> values = new ArrayList<>();

  private Searching(Handle handle, Search search) {
    this.handle = handle;
    this.sqlite = isSqlite(handle);
    mission(search.mission());
    entry(search);
    text(search.text());
  }

  private static boolean isSqlite(Handle handle) {
    try {
      return handle.getConnection().getMetaData().getDatabaseProductName().equals("SQLite");
    } catch (SQLException e) {
      throw new IllegalStateException("the catalogue does not say what it is", e);
    }
  }

  static List<Hit> page(Handle handle, Search search) {
    Searching all = new Searching(handle, search);
    if (search.after() > 0) {
      all.where.append(" AND p.number < ?");
      all.values.add(search.after());
    }
    return all.query(
            "SELECT p.number, p.identity, p.recipe, p.title, p.stored_tai FROM product p WHERE ",
            " ORDER BY p.number DESC LIMIT " + search.limit())
        .map(
            (row, _) ->
                new Hit(
                    row.getLong(1),
                    new Identity(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    new Moment(row.getLong(5))))
        .list();
  }

  static long count(Handle handle, Search search) {
    return new Searching(handle, search)
        .query("SELECT COUNT(*) FROM product p WHERE ", "")
        .map((row, _) -> row.getLong(1))
        .one();
  }

  /// How many of the products hold entries of each kind.
  static Map<String, Long> kinds(Handle handle, Search search) {
    Map<String, Long> kinds = new LinkedHashMap<>();
    new Searching(handle, search)
        .query(
            "SELECT k.kind, COUNT(DISTINCT p.number) FROM product p JOIN entry k ON k.product ="
                + " p.number WHERE ",
            " GROUP BY k.kind ORDER BY k.kind")
        .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(one -> kinds.put(one.getKey(), one.getValue()));
    return kinds;
  }

  private Query query(String before, String behind) {
    Query query = handle.createQuery(before + where + behind);
    for (int i = 0; i < values.size(); i++) {
      query.bind(i, values.get(i));
    }
    return query;
  }

  private void mission(String mission) {
    if (!mission.isEmpty()) {
      where.append(
          " AND (p.recipe LIKE ? ESCAPE '!' OR (p.recipe = 'ingest' AND LOWER(p.lineage) LIKE ?"
              + " ESCAPE '!'))");
      values.add(escaped(mission) + "/%");
      values.add("%\"programme\":\"" + escaped(mission) + "\"%");
    }
  }

  private void entry(Search search) {
    List<String> parts = new ArrayList<>();
    if (!search.kind().isEmpty()) {
      parts.add("e.kind = ?");
      values.add(search.kind());
    }
    if (!search.span().equals(org.jumelles.archive.catalogue.Query.ALWAYS)) {
      parts.add("e.start_tai <= ? AND e.end_tai >= ?");
      values.add(search.span().end().taiNanos());
      values.add(search.span().start().taiNanos());
    }
    search.place().ifPresent(box -> parts.add(place(box)));
    if (!parts.isEmpty()) {
      where
          .append(" AND EXISTS (SELECT 1 FROM entry e WHERE e.product = p.number AND ")
          .append(String.join(" AND ", parts))
          .append(")");
    }
  }

  private String place(Search.Box box) {
    boolean crosses = box.west() > box.east();
    values.addAll(List.of(box.south(), box.north(), box.west(), box.east()));
    return degrees("latitude")
        + " BETWEEN ? AND ? AND ("
        + degrees("longitude")
        + " >= ? "
        + (crosses ? "OR " : "AND ")
        + degrees("longitude")
        + " <= ?)";
  }

  /// A number among the attributes; no number where it is none.
  private String degrees(String name) {
    if (sqlite) {
      String value = "json_extract(e.attributes, '$." + name + "')";
      return "(CASE WHEN "
          + value
          + " GLOB '*[0-9]*' AND "
          + value
          + " NOT GLOB '*[^-.0-9]*' THEN CAST("
          + value
          + " AS REAL) END)";
    }
    String text = "(CAST(e.attributes AS json) ->> '" + name + "')";
    return "(CASE WHEN "
        + text
        + " ~ "
        + NUMBER
        + " THEN CAST("
        + text
        + " AS DOUBLE PRECISION) END)";
  }

  private void text(String text) {
    if (text.isBlank()) {
      return;
    }
    String pattern = "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%";
    List<String> columns = List.of("p.title", "p.recipe");
    where
        .append(" AND (")
        .append(
            columns.stream()
                .map(column -> "LOWER(" + column + ") LIKE ? ESCAPE '!'")
                .collect(Collectors.joining(" OR ")))
        .append(
            " OR EXISTS (SELECT 1 FROM entry t WHERE t.product = p.number AND (LOWER(t.entry_key)"
                + " LIKE ? ESCAPE '!' OR LOWER(t.attributes) LIKE ? ESCAPE '!')))");
    IntStream.range(0, columns.size() + 2).forEach(_ -> values.add(pattern));
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
