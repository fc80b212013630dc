package org.jumelles.archive.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jumelles.archive.account.Accounts.Download;
import org.jumelles.archive.product.Identity;

/// The counts of downloads as the database keeps them: a row a product and UTC day.
final class DownloadRows {
  private DownloadRows() {}

  /// Both days count; the oldest comes first.
  static Map<Download, Long> between(Handle handle, String first, String last) {
    Map<Download, Long> downloads = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT product, day, downloads FROM account_download WHERE day >= ? AND day <= ?"
                + " ORDER BY day, product")
        .bind(0, first)
        .bind(1, last)
        .map((row, _) -> Map.entry(download(row.getString(1), row.getString(2)), row.getLong(3)))
        .forEach(row -> downloads.put(row.getKey(), row.getValue()));
    return downloads;
  }

  private static Download download(String product, String day) {
    return new Download(Identity.ofBytes(product), day);
  }
}
