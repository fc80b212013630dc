package org.jumelles.archive.catalogue;

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
  private static final int MOST_SQUARES = 36;

  private final Handle handle;
  private final StringBuilder where = new StringBuilder("p.latest = 1");
  private final List<Object> values = new ArrayList<>();
  private List<Integer> squares = List.of();
  private String squareColumn = "cell";

  private Searching(Handle handle, Search search) {
    this.handle = handle;
    mission(search.mission());
    entry(search);
    text(search.text());
  }

  static List<Hit> page(Handle handle, Search search) {
    Searching all = new Searching(handle, search);
    return all.query(
            "SELECT p.number, p.identity, p.recipe, p.title, p.stored_tai FROM product p WHERE"
                + " p.number IN ("
                + all.numbers(search.after(), search.limit())
                + ") ORDER BY p.number DESC LIMIT "
                + search.limit())
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
    Searching all = new Searching(handle, search);
    return all.query(
            "SELECT COUNT(*) FROM ("
                + "SELECT DISTINCT number FROM ("
                + all.numbers(0, Search.COUNTED)
                + ") found LIMIT "
                + Search.COUNTED
                + ") counted")
        .map((row, _) -> row.getLong(1))
        .one();
  }

  /// How many of the products hold entries of each kind.
  static Map<String, Long> kinds(Handle handle, Search search) {
    Map<String, Long> kinds = new LinkedHashMap<>();
    Searching all = new Searching(handle, search);
    all.query(
            "SELECT k.kind, COUNT(DISTINCT k.product) FROM entry k WHERE k.product IN (SELECT"
                + " number FROM (SELECT DISTINCT number FROM ("
                + all.numbers(0, Search.COUNTED)
                + ") found ORDER BY number DESC LIMIT "
                + Search.COUNTED
                + ") counted) GROUP BY k.kind ORDER BY k.kind")
        .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(one -> kinds.put(one.getKey(), one.getValue()));
    return kinds;
  }

  /// SQL that yields the last numbers of the products found, at least as many as asked for where
  /// there are so many. A small box is cut into squares, each of which gives its own last ones from
  /// an index.
  private String numbers(long after, int limit) {
    List<Object> once = List.copyOf(values);
    values.clear();
    String last = after > 0 ? " AND p.number < ?" : "";
    String end = " ORDER BY number DESC LIMIT " + limit + ")";
    if (squares.isEmpty()) {
      values.addAll(once);
      addLast(after);
      return "SELECT number FROM (SELECT p.number FROM product p WHERE "
          + where
          + last
          + end
          + " o";
    }
    List<String> arms = new ArrayList<>();
    for (int square : squares) {
      values.add(square);
      values.addAll(once);
      addLast(after);
      arms.add(
          "SELECT number FROM (SELECT DISTINCT e.product AS number FROM placed e JOIN product p ON"
              + " p.number = e.product WHERE e."
              + squareColumn
              + " = ? AND "
              + where
              + last
              + end
              + " a"
              + arms.size());
    }
    return String.join(" UNION ALL ", arms);
  }

  private void addLast(long after) {
    if (after > 0) {
      values.add(after);
    }
  }

  private Query query(String sql) {
    Query query = handle.createQuery(sql);
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
      parts.add("e.start_tai BETWEEN ? AND ? AND e.end_tai >= ?");
      values.add(earliest(search));
      values.add(search.span().end().taiNanos());
      values.add(search.span().start().taiNanos());
    }
    search.place().ifPresent(box -> parts.add(place(box)));
    if (parts.isEmpty()) {
      return;
    }
    if (squares.isEmpty()) {
      where
          .append(" AND EXISTS (SELECT 1 FROM ")
          .append(search.place().isPresent() ? "placed" : "entry")
          .append(" e WHERE e.product = p.number AND ")
          .append(String.join(" AND ", parts))
          .append(")");
    } else {
      where.append(" AND ").append(String.join(" AND ", parts));
    }
  }

  /// Before this no entry starts that reaches into the span.
  private long earliest(Search search) {
    Query query =
        handle.createQuery(
            "SELECT COALESCE(MAX(longest_nanos), 0) FROM known_key"
                + (search.kind().isEmpty() ? "" : " WHERE kind = ?"));
    if (!search.kind().isEmpty()) {
      query.bind(0, search.kind());
    }
    long longest = query.mapTo(Long.class).one();
    long start = search.span().start().taiNanos();
    return longest == Long.MAX_VALUE || start < Long.MIN_VALUE + longest
        ? Long.MIN_VALUE
        : start - longest;
  }

  private String place(Search.Box box) {
    boolean crosses = box.west() > box.east();
    squares = Places.covering(box, Places.CELL_DEG, MOST_SQUARES);
    if (squares.isEmpty()) {
      squares = Places.covering(box, Places.TILE_DEG, MOST_SQUARES);
      squareColumn = "tile";
    }
    values.addAll(List.of(box.south(), box.north(), box.west(), box.east()));
    // As a CASE, whose share of the rows a planner takes for a half: it would multiply the shares
    // of
    // square, latitude and longitude as if they had nothing to do with each other, expect next to
    // nothing, and sort all rows of a square rather than walk back from the last.
    return "CASE WHEN e.latitude_deg BETWEEN ? AND ? AND (e.longitude_deg >= ? "
        + (crosses ? "OR " : "AND ")
        + "e.longitude_deg <= ?) THEN TRUE ELSE FALSE END";
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
