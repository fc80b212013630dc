package org.jumelles.archive.catalogue;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jumelles.archive.product.Identity;

/// The files that were taken in already, by path, size and time of change.
final class KnownFiles {
  private KnownFiles() {}

  static Optional<Identity> find(Handle handle, String path, long size, long modifiedNanos) {
    return handle
        .createQuery(
            "SELECT identity FROM known_file WHERE path = ? AND size_bytes = ? AND"
                + " modified_nanos = ?")
        .bind(0, path)
        .bind(1, size)
        .bind(2, modifiedNanos)
        .map((row, _) -> new Identity(row.getString(1)))
        .findFirst();
  }

  static void remember(
      Handle handle, String path, long size, long modifiedNanos, Identity identity) {
    handle.execute(
        "INSERT INTO known_file VALUES (?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET size_bytes ="
            + " excluded.size_bytes, modified_nanos = excluded.modified_nanos, identity ="
            + " excluded.identity",
        path,
        size,
        modifiedNanos,
        identity.sha256Hex());
  }

  static void copy(Handle from, Handle to) {
    from.createQuery("SELECT path, size_bytes, modified_nanos, identity FROM known_file")
        .map(
            (row, _) -> {
              remember(
                  to,
                  row.getString(1),
                  row.getLong(2),
                  row.getLong(3),
                  new Identity(row.getString(4)));
              return true;
            })
        .forEach(_ -> {});
  }
}
