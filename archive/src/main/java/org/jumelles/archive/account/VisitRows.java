package org.jumelles.archive.account;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jumelles.kernel.time.Moment;

/// What is noted in the tables `account_audit` and `account_download`.
final class VisitRows {
  private VisitRows() {}

  static void add(Handle handle, List<Visit> visits) {
    if (visits.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO account_audit (time_tai, who, address, action, target, answer) VALUES (?,"
                + " ?, ?, ?, ?, ?)");
    for (Visit visit : visits) {
      batch
          .bind(0, visit.time().taiNanos())
          .bind(1, visit.who())
          .bind(2, visit.address())
          .bind(3, visit.action())
          .bind(4, visit.target())
          .bind(5, visit.answer())
          .add();
    }
    batch.execute();
  }

  static void count(Handle handle, Map<Accounts.Download, Long> downloads) {
    downloads.forEach(
        (download, count) ->
            handle.execute(
                "INSERT INTO account_download (product, day, downloads) VALUES (?, ?, ?) ON"
                    + " CONFLICT (product, day) DO UPDATE SET downloads ="
                    + " account_download.downloads + excluded.downloads",
                download.product().sha256Hex(),
                download.day(),
                count));
  }

  static List<Visit> last(Handle handle, int limit) {
    return handle
        .createQuery(
            "SELECT time_tai, who, address, action, target, answer FROM account_audit ORDER"
                + " BY number DESC LIMIT ?")
        .bind(0, limit)
        .map(
            (row, _) ->
                new Visit(
                    new Moment(row.getLong(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getInt(6)))
        .list();
  }
}
