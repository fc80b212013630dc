package org.jumelles.archive.account;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Copies all rows from one database to another; a key that the database counts up is counted anew,
/// in the same order.
final class Copying {
  private static final int BATCH = 1000;

  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("account", "name, orcid, created_tai, revoked_tai");
    TABLES.put("account_token", "account, label, sha256, created_tai, expires_tai, revoked_tai");
    TABLES.put("account_password", "account, algorithm, ha1");
    TABLES.put("account_grant", "account, pattern");
    TABLES.put("account_login", "issuer, subject, account");
    TABLES.put("account_audit", "time_tai, who, address, action, target, answer");
    TABLES.put("account_download", "product, day, downloads");
  }

  private Copying() {}

  static void all(Handle from, Handle to) {
    TABLES.forEach((table, columns) -> table(from, to, table, List.of(columns.split(", ", -1))));
  }

  private static void table(Handle from, Handle to, String table, List<String> columns) {
    String names = String.join(", ", columns);
    String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
    String order = table.equals("account_token") || table.equals("account_audit") ? "number" : "1";
    try (PreparedBatch batch =
            to.prepareBatch("INSERT INTO " + table + " (" + names + ") VALUES (" + places + ")");
        var rows =
            from
                .createQuery("SELECT " + names + " FROM " + table + " ORDER BY " + order)
                .setFetchSize(BATCH)
                .map(
                    (row, _) -> {
                      Object[] values = new Object[columns.size()];
                      for (int i = 0; i < values.length; i++) {
                        values[i] = row.getObject(i + 1);
                      }
                      return values;
                    })
                .stream()) {
      rows.forEach(
          values -> {
            for (int i = 0; i < values.length; i++) {
              batch.bind(i, values[i]);
            }
            batch.add();
            if (batch.size() >= BATCH) {
              batch.execute();
            }
          });
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }
}
