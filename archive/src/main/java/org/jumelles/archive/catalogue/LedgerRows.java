package org.jumelles.archive.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jumelles.archive.ledger.Ledger;
import org.jumelles.archive.ledger.LedgerEntry;
import org.jumelles.archive.product.ProductDocument;
import org.jumelles.archive.product.ProductReading;
import org.jumelles.kernel.time.Moment;

/// The index of a ledger's file.
final class LedgerRows {
  private static final String COLUMNS =
      "sequence, previous, time_tai, author, kind, body, hash, end_byte";

  private LedgerRows() {}

  static Ledger.End end(Handle handle) {
    return handle
        .createQuery(
            "SELECT sequence, hash, end_byte FROM ledger_entry ORDER BY sequence DESC LIMIT 1")
        .map((row, _) -> new Ledger.End(row.getLong(1), row.getString(2), row.getLong(3)))
        .findFirst()
        .orElse(Ledger.End.NONE);
  }

  static void insert(Handle handle, List<Ledger.Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO ledger_entry ("
                + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON"
                + " CONFLICT (sequence) DO NOTHING");
    for (Ledger.Line line : lines) {
      LedgerEntry entry = line.entry();
      batch
          .bind(0, entry.sequence())
          .bind(1, entry.previous())
          .bind(2, entry.time().taiNanos())
          .bind(3, entry.author())
          .bind(4, entry.kind())
          .bind(5, ProductDocument.text(entry.body()))
          .bind(6, entry.hash())
          .bind(7, line.endByte())
          .add();
    }
    if (Arrays.stream(batch.execute()).sum() < lines.size()) {
      checkSame(handle, lines);
    }
  }

  /// What was there already must be the same: lines may be given twice, never others.
  private static void checkSame(Handle handle, List<Ledger.Line> lines) {
    for (Ledger.Line line : lines) {
      String hash =
          handle
              .createQuery("SELECT hash FROM ledger_entry WHERE sequence = ?")
              .bind(0, line.entry().sequence())
              .mapTo(String.class)
              .one();
      if (!hash.equals(line.entry().hash())) {
        throw new IllegalStateException(
            "the catalogue has another ledger entry " + line.entry().sequence());
      }
    }
  }

  static List<Ledger.Line> all(Handle handle) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM ledger_entry ORDER BY sequence")
        .map((row, _) -> new Ledger.Line(read(row), row.getLong(8)))
        .list();
  }

  static List<LedgerEntry> ofKind(Handle handle, String kind) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM ledger_entry WHERE kind = ? ORDER BY sequence")
        .bind(0, kind)
        .map((row, _) -> read(row))
        .list();
  }

  private static LedgerEntry read(ResultSet row) throws SQLException {
    return new LedgerEntry(
        row.getLong(1),
        row.getString(2),
        new Moment(row.getLong(3)),
        row.getString(4),
        row.getString(5),
        ProductReading.map(row.getString(6), "catalogue, ledger entry " + row.getLong(1)),
        row.getString(7));
  }
}
