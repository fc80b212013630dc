package org.jumelles.archive.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.time.Moment;

/// A search as SQL. A page begins where the last one ended, by the primary key: the thousandth is
/// found as fast as the first.
///
/// A box is cut into squares, and a kind into the sets of kinds that have it. Each is a range of an
/// index, walked back from its last product; the database merges the walks and stops where it has
/// enough. Place is asked of what the merging gives: so no square that the box hardly touches is
/// walked to its end for one hit.
final class Searching {
  private static final int MOST_CELLS = 16;
  private static final int MOST_TILES = 36;
  private static final int MOST_SETS = 16;

  /// Keeps a planner from asking inside what it merges. It is greater than any number of rows.
  private static final String FENCE = " ORDER BY number DESC LIMIT 1000000000000";

  private final Handle handle;
  private final Clause ofProduct = new Clause();
  private final Clause ofEntry = new Clause();
  private final Clause ofPlace = new Clause();
  private final boolean spanned;
  private final Optional<Ranges> ranges;

  /// What is merged.
  ///
  /// @param columns of which more is asked outside
  private record Ranges(String table, String column, String columns, List<Integer> values) {}

  private Searching(Handle handle, Search search) {
    this.handle = handle;
    this.spanned = !search.span().equals(Query.ALWAYS);
    mission(search.mission());
    text(search.text());
    entry(search);
    search.place().ifPresent(this::place);
    this.ranges = search.place().isPresent() ? squares(search.place().get()) : sets(search);
  }

  static List<Hit> page(Handle handle, Search search) {
    Searching all = new Searching(handle, search);
    return all.asked(
            new Clause("SELECT p.number, p.identity, p.recipe, p.title, p.stored_tai FROM (")
                .add(all.found("number", search.after(), search.limit()))
                .add(") f JOIN product p ON p.number = f.number ORDER BY p.number DESC"))
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
    return all.asked(
            new Clause("SELECT COUNT(*) FROM (")
                .add(all.found("number", 0, Search.COUNTED))
                .add(") f"))
        .map((row, _) -> row.getLong(1))
        .one();
  }

  /// How many of the products hold entries of each kind.
  static Map<String, Long> kinds(Handle handle, Search search) {
    Map<String, Long> counts = new TreeMap<>();
    Searching all = new Searching(handle, search);
    all.asked(
            new Clause("SELECT s.kinds, COUNT(*) FROM (")
                .add(all.found("number, kinds", 0, Search.COUNTED))
                .add(") f JOIN kind_set s ON s.number = f.kinds GROUP BY s.kinds"))
        .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(
            one ->
                KindSets.kinds(one.getKey())
                    .forEach(kind -> counts.merge(kind, one.getValue(), Long::sum)));
    return counts;
  }

  private org.jdbi.v3.core.statement.Query asked(Clause question) {
    org.jdbi.v3.core.statement.Query query = question.query(handle);
    return spanned ? query.addCustomizer(new KnownValues()) : query;
  }

  /// The last products found, each once, with the columns `number` or `number, kinds`.
  private Clause found(String columns, long after, int limit) {
    String last = " ORDER BY number DESC LIMIT " + limit;
    if (ranges.isEmpty()) {
      Clause walked = walked(after).add(last);
      return columns.equals("number")
          ? walked
          : new Clause("SELECT w.number, h.kinds FROM (")
              .add(walked)
              .add(") w JOIN held h ON h.product = w.number");
    }
    if (ranges.get().values.isEmpty()) {
      return new Clause(
          "SELECT " + columns + " FROM (SELECT 0 AS number, 0 AS kinds) e WHERE 1 = 0");
    }
    Clause found =
        new Clause("SELECT DISTINCT " + columns + " FROM (").add(merged(ranges.get(), after));
    return found.add(FENCE + ") e WHERE ").add(outside()).add(last);
  }

  /// Each range is fenced too, so that PostgreSQL knows that it comes in order.
  private Clause merged(Ranges from, long after) {
    Clause merged = new Clause();
    for (int value : from.values) {
      merged
          .add(merged.isEmpty() ? "" : " UNION ALL ")
          .add("SELECT * FROM (SELECT e.product AS number, e.kinds" + from.columns)
          .add(" FROM " + from.table + " e WHERE e.latest = 1")
          .and("e." + from.column + " = ?", value);
      if (from.table.equals("placed") && !ofEntry.isEmpty()) {
        merged.add(" AND ").add(ofEntry);
      }
      if (after > 0) {
        merged.and("e.product < ?", after);
      }
      merged.add(FENCE).add(") e");
    }
    return merged;
  }

  /// What is asked of each row that the merging gives.
  private Clause outside() {
    Clause outside = new Clause();
    if (!ofPlace.isEmpty()) {
      outside.and("").add(ofPlace);
    }
    if (!ofProduct.isEmpty()) {
      outside
          .and("EXISTS (SELECT 1 FROM product p WHERE p.number = e.number AND ")
          .add(ofProduct)
          .add(")");
    }
    return outside.isEmpty() ? outside.add("1 = 1") : outside;
  }

  /// All products, from the last to the first.
  private Clause walked(long after) {
    Clause walked = new Clause("SELECT p.number FROM product p WHERE p.latest = 1");
    if (!ofProduct.isEmpty()) {
      walked.add(" AND ").add(ofProduct);
    }
    Clause entry = new Clause().add(ofEntry);
    if (!ofPlace.isEmpty()) {
      entry.and("").add(ofPlace);
    }
    if (!entry.isEmpty()) {
      walked
          .add(" AND EXISTS (SELECT 1 FROM " + (ofPlace.isEmpty() ? "entry" : "placed"))
          .add(" e WHERE e.product = p.number AND ")
          .add(entry)
          .add(")");
    }
    return after > 0 ? walked.add(" AND p.number < ?", after) : walked;
  }

  private static Optional<Ranges> squares(Search.Box box) {
    String place = ", e.latitude_deg, e.longitude_deg";
    List<Integer> cells = Places.covering(box, Places.CELL_DEG, MOST_CELLS);
    if (!cells.isEmpty()) {
      return Optional.of(new Ranges("placed", "cell", place, cells));
    }
    List<Integer> tiles = Places.covering(box, Places.TILE_DEG, MOST_TILES);
    return tiles.isEmpty()
        ? Optional.empty()
        : Optional.of(new Ranges("placed", "tile", place, tiles));
  }

  /// A kind alone is told by the sets of kinds that have it.
  private Optional<Ranges> sets(Search search) {
    if (search.kind().isEmpty() || spanned) {
      return Optional.empty();
    }
    List<Integer> sets = KindSets.with(handle, search.kind());
    return sets.size() > MOST_SETS
        ? Optional.empty()
        : Optional.of(new Ranges("held", "kinds", "", sets));
  }

  private void mission(String mission) {
    if (!mission.isEmpty()) {
      ofProduct.and(
          "(p.recipe LIKE ? ESCAPE '!' OR (p.recipe = 'ingest' AND LOWER(p.lineage) LIKE ?"
              + " ESCAPE '!'))",
          escaped(mission) + "/%",
          "%\"programme\":\"" + escaped(mission) + "\"%");
    }
  }

  private void entry(Search search) {
    if (!search.kind().isEmpty()) {
      ofEntry.and("e.kind = ?", search.kind());
    }
    if (spanned) {
      ofEntry.and(
          "e.start_tai BETWEEN ? AND ? AND e.end_tai >= ?",
          earliest(search),
          search.span().end().taiNanos(),
          search.span().start().taiNanos());
    }
  }

  /// Before this no entry starts that reaches into the span.
  private long earliest(Search search) {
    Clause longest = new Clause("SELECT COALESCE(MAX(longest_nanos), 0) FROM known_kind");
    if (!search.kind().isEmpty()) {
      longest.add(" WHERE kind = ?", search.kind());
    }
    long nanos = longest.query(handle).mapTo(Long.class).one();
    long start = search.span().start().taiNanos();
    return nanos == Long.MAX_VALUE || start < Long.MIN_VALUE + nanos
        ? Long.MIN_VALUE
        : start - nanos;
  }

  private void place(Search.Box box) {
    boolean crosses = box.west() > box.east();
    // As a CASE, whose share of the rows a planner takes for a half: it would multiply the shares
    // of latitude and longitude, expect next to nothing, and sort all rows rather than walk back
    // from the last.
    ofPlace.add(
        "CASE WHEN e.latitude_deg BETWEEN ? AND ? AND (e.longitude_deg >= ? "
            + (crosses ? "OR " : "AND ")
            + "e.longitude_deg <= ?) THEN TRUE ELSE FALSE END",
        box.south(),
        box.north(),
        box.west(),
        box.east());
  }

  private void text(String text) {
    if (text.isBlank()) {
      return;
    }
    String pattern = "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%";
    ofProduct.and(
        "(LOWER(p.title) LIKE ? ESCAPE '!' OR LOWER(p.recipe) LIKE ? ESCAPE '!' OR EXISTS (SELECT"
            + " 1 FROM entry t WHERE t.product = p.number AND (LOWER(t.entry_key) LIKE ? ESCAPE"
            + " '!' OR LOWER(t.attributes) LIKE ? ESCAPE '!')))",
        pattern,
        pattern,
        pattern,
        pattern);
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
