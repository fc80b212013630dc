package org.jumelles.archive.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private Entries() {}

  /// A key, and the longest span of an entry under it in nanoseconds.
  private record Key(String kind, String key, long longestNanos) {}

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
    Places.insert(handle, product, entries);
  }

  private static void insertKeys(Handle handle, Map<List<String>, Long> longest) {
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO known_key VALUES (?, ?, ?) ON CONFLICT (kind, entry_key) DO UPDATE SET"
                + " longest_nanos = excluded.longest_nanos WHERE known_key.longest_nanos <"
                + " excluded.longest_nanos");
    longest.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
        .forEach(
            entry ->
                batch
                    .bind(0, entry.getKey().get(0))
                    .bind(1, entry.getKey().get(1))
                    .bind(2, entry.getValue())
                    .add());
    batch.execute();
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
      rows.addAll(rows(handle, query, key));
    }
    rows.sort(
        Comparator.comparing((Row row) -> row.found.entry().span().start())
            .thenComparing(row -> row.found.entry().key())
            .thenComparing(Row::recipeVersion, Versioning.ORDER.reversed())
            .thenComparing(Comparator.comparingLong(Row::storedTai).reversed())
            .thenComparing(row -> row.found.product()));
    return rows.stream().map(Row::found).toList();
  }

  private static List<Key> keys(Handle handle, Query query) {
    boolean plain =
        query.keyGlobs().size() == 1 && !new Glob(query.keyGlobs().getFirst()).hasWildcard();
    var keys =
        handle.createQuery(
            "SELECT kind, entry_key, longest_nanos FROM known_key WHERE kind = ?"
                + (plain ? " AND entry_key = ?" : ""));
    keys.bind(0, query.kind());
    if (plain) {
      keys.bind(1, query.keyGlobs().getFirst());
    }
    return keys
        .map((row, _) -> new Key(row.getString(1), row.getString(2), row.getLong(3)))
        .stream()
        .filter(key -> matches(query.keyGlobs(), key.key))
        .toList();
  }

  private static boolean matches(List<String> globs, String key) {
    return globs.isEmpty() || globs.stream().anyMatch(glob -> new Glob(glob).matches(key));
  }

  private static List<Row> rows(Handle handle, Query query, Key key) {
    long earliest = query.span().start().taiNanos() - key.longestNanos;
    boolean open = key.longestNanos == Long.MAX_VALUE || earliest > query.span().start().taiNanos();
    String latest = query.versions() == Query.Versions.LATEST ? " AND p.latest = 1" : "";
    return handle
        .createQuery(
            "SELECT "
                + COLUMNS
                + ", p.identity, p.recipe_version, p.stored_tai FROM entry e JOIN product p ON"
                + " p.number = e.product WHERE e.kind = ? AND e.entry_key = ? AND e.start_tai >= ?"
                + " AND e.start_tai <= ? AND e.end_tai >= ?"
                + latest
                + " ORDER BY e.start_tai, e.product, e.position")
        .bind(0, key.kind)
        .bind(1, key.key)
        .bind(2, open ? Long.MIN_VALUE : earliest)
        .bind(3, query.span().end().taiNanos())
        .bind(4, query.span().start().taiNanos())
        .map((row, _) -> row(row))
        .stream()
        .filter(row -> hasAll(row.found.entry(), query.attributes()))
        .toList();
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
