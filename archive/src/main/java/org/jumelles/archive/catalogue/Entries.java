package org.jumelles.archive.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.ProductDocument;
import org.jumelles.archive.product.ProductReading;
import org.jumelles.kernel.text.Glob;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// The rows that tell where in which file what lies.
final class Entries {
  static final String COLUMNS =
      "e.kind, e.entry_key, e.start_tai, e.end_tai, e.payload, e.byte_offset, e.byte_length,"
          + " e.attributes";

  private static final String FOUND =
      "SELECT "
          + COLUMNS
          + ", p.identity, p.recipe_version, p.stored_tai, e.position FROM entry e JOIN product p ON p.number ="
          + " e.product WHERE e.kind = ?";

  /// Rows that are fetched from a server at a time.
  private static final int AT_ONCE = 1000;

  private Entries() {}

  /// A key, or all of a kind where none is told, and the longest span of an entry under it in
  /// nanoseconds.
  private record Key(String kind, Optional<String> key, long longestNanos) {}

  /// A row, with what its product's age is told by.
  private record Row(Found found, String recipeVersion, long storedTai) {}

  static void insert(Handle handle, long product, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    Map<List<String>, Long> longest = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      batch
          .bind(0, product)
          .bind(1, i)
          .bind(2, entry.kind())
          .bind(3, entry.key())
          .bind(4, entry.span().start().taiNanos())
          .bind(5, entry.span().end().taiNanos())
          .bind(6, entry.payload())
          .bind(7, entry.offset())
          .bind(8, entry.length())
          .bind(9, ProductDocument.text(entry.attributes()))
          .add();
      longest.merge(List.of(entry.kind(), entry.key()), length(entry.span()), Math::max);
    }
    batch.execute();
    insertKeys(handle, longest);
    Places.insert(handle, product, KindSets.insert(handle, product, entries), entries);
  }

  private static void insertKeys(Handle handle, Map<List<String>, Long> longest) {
    Map<String, Long> ofKind = new TreeMap<>();
    longest.forEach((key, nanos) -> ofKind.merge(key.getFirst(), nanos, Math::max));
    PreparedBatch kinds =
        handle.prepareBatch(
            "INSERT INTO known_kind SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM known_kind WHERE"
                + " kind = ? AND longest_nanos >= ?)"
                + longer("known_kind", "kind"));
    ofKind.forEach(
        (kind, nanos) -> kinds.bind(0, kind).bind(1, nanos).bind(2, kind).bind(3, nanos).add());
    kinds.execute();
    PreparedBatch keys =
        handle.prepareBatch(
            "INSERT INTO known_key SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM known_key WHERE"
                + " kind = ? AND entry_key = ? AND longest_nanos >= ?)"
                + longer("known_key", "kind, entry_key"));
    longest.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
        .forEach(
            entry -> {
              for (int half = 0; half < 2; half++) {
                keys.bind(3 * half, entry.getKey().get(0))
                    .bind(3 * half + 1, entry.getKey().get(1))
                    .bind(3 * half + 2, entry.getValue());
              }
              keys.add();
            });
    keys.execute();
  }

  /// A row that says enough already is not even locked, so that writers do not wait for each other.
  private static String longer(String table, String key) {
    return " ON CONFLICT ("
        + key
        + ") DO UPDATE SET longest_nanos = excluded.longest_nanos WHERE "
        + table
        + ".longest_nanos < excluded.longest_nanos";
  }

  /// The length of a span in nanoseconds, or the greatest number where it is open.
  private static long length(Span span) {
    long nanos = span.end().taiNanos() - span.start().taiNanos();
    return nanos < 0 ? Long.MAX_VALUE : nanos;
  }

  /// By start, then key, then newest version first.
  static List<Found> find(Handle handle, Query query) {
    List<Row> rows = new ArrayList<>();
    for (Key key : keys(handle, query)) {
      matching(handle, query, key).map((row, _) -> row(row)).stream()
          .filter(row -> hasAll(row.found.entry(), query.attributes()))
          .forEach(rows::add);
    }
    rows.sort(
        Comparator.comparing((Row row) -> row.found.entry().span().start())
            .thenComparing(row -> row.found.entry().key())
            .thenComparing(Row::recipeVersion, Versioning.ORDER.reversed())
            .thenComparing(Comparator.comparingLong(Row::storedTai).reversed())
            .thenComparing(row -> row.found.product()));
    return rows.stream().map(Row::found).toList();
  }

  /// A row at a time, in no order: to sort all of them first would take long.
  static void visit(Handle handle, Query query, Consumer<Found> visitor) {
    for (Key key : keys(handle, query)) {
      matching(handle, query, key)
          .setFetchSize(AT_ONCE)
          .map((row, _) -> row(row).found)
          .useStream(
              found ->
                  found.filter(one -> hasAll(one.entry(), query.attributes())).forEach(visitor));
    }
  }

  /// The keys that are asked for; all as one where none is, since a kind may have as many keys as
  /// entries.
  private static List<Key> keys(Handle handle, Query query) {
    if (query.keyGlobs().isEmpty()) {
      return List.of(new Key(query.kind(), Optional.empty(), longest(handle, query.kind())));
    }
    List<Glob> globs = query.keyGlobs().stream().map(Glob::new).toList();
    boolean plain = globs.size() == 1 && !globs.getFirst().hasWildcard();
    var keys =
        handle.createQuery(
            "SELECT kind, entry_key, longest_nanos FROM known_key WHERE kind = ?"
                + (plain ? " AND entry_key = ?" : ""));
    keys.bind(0, query.kind());
    if (plain) {
      keys.bind(1, query.keyGlobs().getFirst());
    }
    return keys
        .map((row, _) -> new Key(row.getString(1), Optional.of(row.getString(2)), row.getLong(3)))
        .stream()
        .filter(key -> globs.stream().anyMatch(glob -> glob.matches(key.key.orElseThrow())))
        .toList();
  }

  private static long longest(Handle handle, String kind) {
    return handle
        .createQuery("SELECT longest_nanos FROM known_kind WHERE kind = ?")
        .bind(0, kind)
        .mapTo(Long.class)
        .findFirst()
        .orElse(0L);
  }

  private static org.jdbi.v3.core.statement.Query matching(Handle handle, Query query, Key key) {
    String latest = query.versions() == Query.Versions.LATEST ? " AND p.latest = 1" : "";
    var matching =
        handle
            .createQuery(
                FOUND
                    + " AND e.start_tai >= ? AND e.start_tai <= ? AND e.end_tai >= ?"
                    + latest
                    + (key.key.isPresent() ? " AND e.entry_key = ?" : ""))
            .bind(0, key.kind)
            .bind(1, earliest(query.span(), key.longestNanos))
            .bind(2, query.span().end().taiNanos())
            .bind(3, query.span().start().taiNanos());
    return key.key.map(text -> matching.bind(4, text)).orElse(matching);
  }

  /// Before this no entry starts that reaches into a span.
  private static long earliest(Span span, long longestNanos) {
    long start = span.start().taiNanos();
    boolean open = longestNanos == Long.MAX_VALUE || start < Long.MIN_VALUE + longestNanos;
    return open ? Long.MIN_VALUE : start - longestNanos;
  }

  /// An entry and its place among the newest.
  private record Placed(Found found, Newest.Mark mark) {}

  /// Walked back from the last start. One more than the page holds tells whether there is another.
  static Newest.Page newest(Handle handle, Newest newest) {
    Newest.Mark after = newest.after().orElse(Newest.Mark.BEFORE_ALL);
    List<Placed> placed =
        handle
            .createQuery(
                FOUND
                    + " AND e.start_tai >= ? AND e.start_tai <= ? AND e.end_tai >= ? AND"
                    + " (e.start_tai < ? OR p.identity > ? OR (p.identity = ? AND e.position > ?))"
                    + " AND p.latest = 1 ORDER BY e.start_tai DESC, p.identity, e.position LIMIT ?")
            .bind(0, newest.kind())
            .bind(1, earliest(newest.span(), longest(handle, newest.kind())))
            .bind(2, Math.min(newest.span().end().taiNanos(), after.start().taiNanos()))
            .bind(3, newest.span().start().taiNanos())
            .bind(4, after.start().taiNanos())
            .bind(5, after.product())
            .bind(6, after.product())
            .bind(7, after.position())
            .bind(8, newest.limit() + 1)
            .map((row, _) -> placed(row))
            .list();
    boolean more = placed.size() > newest.limit();
    List<Placed> page = more ? placed.subList(0, newest.limit()) : placed;
    return new Newest.Page(
        page.stream().map(Placed::found).toList(),
        more ? Optional.of(page.getLast().mark) : Optional.empty());
  }

  private static Placed placed(ResultSet row) throws SQLException {
    Found found = row(row).found;
    String product = found.product().sha256Hex();
    return new Placed(
        found, new Newest.Mark(found.entry().span().start(), product, row.getInt(12)));
  }

  private static boolean hasAll(Entry entry, Map<String, String> attributes) {
    return entry.attributes().entrySet().containsAll(attributes.entrySet());
  }

  private static Row row(ResultSet row) throws SQLException {
    Found found = new Found(new Identity(row.getString(9)), read(row));
    return new Row(found, row.getString(10), row.getLong(11));
  }

  static Entry read(ResultSet row) throws SQLException {
    return new Entry(
        row.getString(1),
        row.getString(2),
        new Span(new Moment(row.getLong(3)), new Moment(row.getLong(4))),
        row.getString(5),
        row.getLong(6),
        row.getLong(7),
        ProductReading.map(row.getString(8), "catalogue, entry " + row.getString(2)));
  }
}
