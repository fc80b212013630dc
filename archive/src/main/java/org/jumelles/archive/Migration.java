package org.jumelles.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jumelles.archive.account.Accounts;
import org.jumelles.archive.catalogue.Catalogue;
import org.jumelles.archive.catalogue.Counts;
import org.jumelles.archive.ledger.Ledger;
import org.jumelles.archive.product.StoredProduct;

/// Moves a catalogue from SQLite to PostgreSQL, row by row, and holds both against each other
/// before the archive changes over. Broken off at any point it is begun again, and goes on.
final class Migration {
  private static final int PAGE = 200;

  private final Path folder;
  private final Catalogue from;
  private final Catalogue to;
  private final Progress progress;

  private Migration(Path folder, Catalogue from, Catalogue to, Progress progress) {
    this.folder = folder;
    this.from = from;
    this.to = to;
    this.progress = progress;
  }

  /// @throws IOException where the two differ in the end; the archive then stays with the old one
  static Counts run(Path folder, String toUrl, Progress progress) throws IOException {
    if (Catalogue.isSqlite(toUrl)) {
      throw new IllegalArgumentException("'" + toUrl + "' is no jdbc:postgresql: URL");
    }
    if (CatalogueUrl.isElsewhere(folder)) {
      throw new IllegalArgumentException(
          "the catalogue of " + folder + " is at " + CatalogueUrl.of(folder) + " already");
    }
    Path file = Layout.catalogueFile(folder);
    if (!Files.exists(file)) {
      throw new NoSuchFileException(folder.toString(), null, "there is no archive here");
    }
    try (Archive _ = Archive.open(folder);
        Catalogue from = Catalogue.open(Catalogue.sqliteUrl(file), true);
        Catalogue to = Catalogue.open(toUrl, true)) {
      Migration migration = new Migration(folder, from, to, progress);
      migration.copy();
      to.tidy();
      migration.compare();
      accounts(folder, toUrl);
      CatalogueUrl.keep(folder, toUrl);
    }
    Files.move(file, file.resolveSibling("catalogue.db.migrated"));
    Path accounts = Layout.accountsFile(folder);
    if (Files.exists(accounts)) {
      Files.move(accounts, accounts.resolveSibling("accounts.db.migrated"));
    }
    try (Catalogue to = Catalogue.open(toUrl, false)) {
      return to.counts();
    }
  }

  private static void accounts(Path folder, String toUrl) {
    if (Files.exists(Layout.accountsFile(folder))) {
      try (Accounts copy = Accounts.open(Catalogue.sqliteUrl(Layout.accountsFile(folder)));
          Accounts accounts = Accounts.open(toUrl)) {
        accounts.takeIn(copy);
      }
    }
  }

  private void copy() throws IOException {
    long all = from.counts().products();
    long done = 0;
    List<Catalogue.Numbered> page = from.productsAfter(0, PAGE);
    while (!page.isEmpty()) {
      to.insertAll(page.stream().map(Catalogue.Numbered::stored).toList());
      done += page.size();
      progress.at(done, 2 * all, 0);
      page = from.productsAfter(page.getLast().number(), PAGE);
    }
    from.copyKnownFilesTo(to);
    Ledger.End end = to.ledgerEnd();
    List<Ledger.Line> lines = Layout.ledger(folder).after(Ledger.End.NONE);
    to.insertLedger(
        lines.stream().filter(line -> line.entry().sequence() > end.sequence()).toList());
  }

  /// Each product read back, the ledger's rows against its chained file, and the counts.
  private void compare() throws IOException {
    Counts before = from.counts();
    long done = before.products();
    List<Catalogue.Numbered> page = from.productsAfter(0, PAGE);
    while (!page.isEmpty()) {
      for (Catalogue.Numbered one : page) {
        StoredProduct stored = one.stored();
        if (!to.find(stored.product().identity()).filter(stored::equals).isPresent()) {
          throw new IOException(
              "product " + stored.product().identity() + " is not the same in both catalogues");
        }
      }
      done += page.size();
      progress.at(done, 2 * before.products(), 0);
      page = from.productsAfter(page.getLast().number(), PAGE);
    }
    if (!to.counts().equals(before)) {
      throw new IOException("the catalogues count " + before + " and " + to.counts());
    }
    if (!to.ledger().equals(Layout.ledger(folder).after(Ledger.End.NONE))) {
      throw new IOException("the ledger's rows in the new catalogue are not those of its file");
    }
  }
}
