package org.jumelles.archive;

import java.io.IOException;
import java.nio.file.Path;
import org.jumelles.archive.catalogue.Catalogue;
import org.jumelles.archive.ledger.Ledger;
import org.jumelles.archive.store.Store;

/// Where the parts of an archive lie in its folder.
final class Layout {
  private Layout() {}

  /// A store that holds objects has a catalogue: to begin an empty one would hide them.
  ///
  /// @throws CatalogueLostException where the file is gone or is no database
  static void requireCatalogue(Path folder, String jdbcUrl, Store store) throws IOException {
    if (isOwnCatalogue(folder, jdbcUrl)
        && !store.isEmpty()
        && !Catalogue.isThere(catalogueFile(folder))) {
      throw new CatalogueLostException(folder);
    }
  }

  static boolean isOwnCatalogue(Path folder, String jdbcUrl) {
    return jdbcUrl.equals(Catalogue.sqliteUrl(catalogueFile(folder)));
  }

  static Path catalogueFile(Path folder) {
    return folder.resolve("catalogue.db");
  }

  static Path accountsFile(Path folder) {
    return folder.resolve("accounts.db");
  }

  /// Where the accounts are: beside a catalogue in SQLite, in the database of any other.
  static String accountsUrl(Path folder, String jdbcUrl) {
    return Catalogue.isSqlite(jdbcUrl) ? Catalogue.sqliteUrl(accountsFile(folder)) : jdbcUrl;
  }

  static Path storeFolder(Path folder) {
    return folder.resolve("store");
  }

  static Ledger ledger(Path folder) {
    return new Ledger(folder.resolve("ledger").resolve("ledger.jsonl"));
  }
}
