package org.jumelles.archive.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jumelles.archive.ledger.Ledger;
import org.jumelles.archive.ledger.LedgerEntry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.StoredProduct;

/// The door to the SQL of an archive.
public final class Catalogue implements AutoCloseable {
  private static final Duration LONGEST_STARTING = Duration.ofSeconds(20);
  private static final Duration LONGEST_AWAY = Duration.ofMinutes(3);

  private static final String TABLES =
      "product, product_input, payload, entry, known_key, known_kind, kind_set, held, placed";

  private final Database database;
  private final Jdbi readers;
  private final Jdbi writers;
  private final Patience patience = new Patience(LONGEST_AWAY);

  /// SQLite takes one writer at a time: here threads wait their turn in order, not by polling.
  private final ReentrantLock writing = new ReentrantLock(true);

  private Catalogue(Database database) {
    this.database = database;
    readers = Jdbi.create(database.reading());
    writers = Jdbi.create(database);
  }

  /// Opens a catalogue, made or brought up to date where it may be written. A server that is just
  /// starting is waited for.
  public static Catalogue open(String jdbcUrl, boolean writable) {
    return new Patience(LONGEST_STARTING).with(() -> openOnce(jdbcUrl, writable));
  }

  private static Catalogue openOnce(String jdbcUrl, boolean writable) {
    Database database = Database.of(jdbcUrl, Database.Schema.CATALOGUE, writable);
    if (writable) {
      migrate(database);
    } else if (!database.isCurrent()) {
      database.close();
      throw new IllegalArgumentException(
          jdbcUrl + " holds no catalogue of this version; open it for writing once");
    }
    return new Catalogue(database);
  }

  private static void migrate(Database database) {
    try {
      if (database.migrate()) {
        database.tidy(TABLES);
      }
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /// Whether a file is a SQLite database that can be opened and holds tables. That its pages are
  /// whole is told by a check of the whole archive only.
  public static boolean isThere(Path file) {
    if (!Files.exists(file)) {
      return false;
    }
    try (Database database = Database.of(sqliteUrl(file), Database.Schema.CATALOGUE, false)) {
      return !database.isEmpty();
    } catch (SQLException e) {
      return false;
    }
  }

  public static String sqliteUrl(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath();
  }

  /// Whether a URL names a database that takes one writing process at a time.
  public static boolean isSqlite(String jdbcUrl) {
    return jdbcUrl.startsWith("jdbc:sqlite:");
  }

  /// Moves all rows of a SQLite catalogue's log into its file, before another file takes its place:
  /// a log that was left would be read into the new one. A file too damaged for it has lost its log
  /// already.
  public static void takeLogIn(Path file) {
    if (Files.exists(file)) {
      Database.checkpoint(sqliteUrl(file));
    }
  }

  /// Adds a product with all its rows, or nothing where it has it already.
  public void insert(StoredProduct stored) {
    write(
        handle -> {
          oneOfAFamily(handle, stored.family());
          Products.insert(handle, stored);
        });
  }

  /// Adds products in their order, all or none; what is there already stays.
  public void insertAll(List<StoredProduct> products) {
    write(handle -> products.forEach(stored -> Products.insert(handle, stored)));
  }

  /// A product with the number by which the next are asked for.
  public record Numbered(long number, StoredProduct stored) {}

  /// Some products in the order in which they were added, after a number.
  public List<Numbered> productsAfter(long number, int limit) {
    return readAtOnce(handle -> Products.after(handle, number, limit));
  }

  /// Some products of a recipe in their newest versions, after a number.
  public List<Numbered> productsAfter(String recipe, long number, int limit) {
    return readAtOnce(handle -> Products.after(handle, recipe, number, limit));
  }

  public void copyKnownFilesTo(Catalogue other) {
    readers.useHandle(from -> other.write(to -> KnownFiles.copy(from, to)));
  }

  /// Two processes that add versions of one product must see each other, to tell which is latest.
  private void oneOfAFamily(Handle handle, Identity family) {
    if (!database.isSqlite()) {
      handle
          .createQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext(?))) locked")
          .bind(0, family.sha256Hex())
          .mapTo(Integer.class)
          .one();
    }
  }

  /// Opens a worker's claims; close them when its work is done.
  public Claims claims(String name, Duration lease) {
    return Claims.open(this, database.isSqlite(), name, lease);
  }

  <T> T read(HandleCallback<T, RuntimeException> work) {
    return patience.with(() -> readers.withHandle(work));
  }

  /// Several questions in one transaction.
  private <T> T readAtOnce(HandleCallback<T, RuntimeException> work) {
    return patience.with(() -> readers.inTransaction(work));
  }

  /// Does something that may be done twice.
  void write(Consumer<Handle> work) {
    patience.with(
        () -> {
          writeOnce(work);
          return true;
        });
  }

  private void writeOnce(Consumer<Handle> work) {
    writing.lock();
    try {
      writers.useTransaction(work::accept);
    } finally {
      writing.unlock();
    }
  }

  public boolean has(Identity identity) {
    return read(handle -> Products.number(handle, identity)).isPresent();
  }

  /// The product with all its metadata.
  public Optional<StoredProduct> find(Identity identity) {
    return read(handle -> Products.find(handle, identity));
  }

  /// The products whose identity begins so, in order.
  public List<StoredProduct> findByPrefix(String hexPrefix) {
    if (!Identity.isHex(hexPrefix)) {
      return List.of();
    }
    return readAtOnce(
        handle ->
            Products.select(handle, "identity >= ? AND identity < ?", hexPrefix, hexPrefix + "g"));
  }

  /// The products of a recipe in their newest versions, oldest stored first.
  public List<StoredProduct> products(String recipe) {
    return readAtOnce(handle -> Products.select(handle, "recipe = ? AND latest = 1", recipe));
  }

  /// All products in all versions, oldest stored first.
  public List<StoredProduct> products() {
    return readAtOnce(handle -> Products.select(handle, "1 = 1"));
  }

  /// The products that were made directly from this one.
  public List<Identity> derivedFrom(Identity identity) {
    return read(
        handle ->
            handle
                .createQuery(
                    "SELECT DISTINCT p.identity FROM product_input i JOIN product p ON p.number ="
                        + " i.product WHERE i.identity = ? ORDER BY p.identity")
                .bind(0, identity.sha256Hex())
                .map((row, _) -> new Identity(row.getString(1)))
                .list());
  }

  /// The identities of all products, in order.
  public List<Identity> identities() {
    return read(
        handle ->
            handle
                .createQuery("SELECT identity FROM product ORDER BY identity")
                .map((row, _) -> new Identity(row.getString(1)))
                .list());
  }

  /// The family that products with this identity belong to, or the identity itself where unknown.
  public Identity family(Identity identity) {
    return read(
        handle ->
            handle
                .createQuery("SELECT family FROM product WHERE identity = ?")
                .bind(0, identity.sha256Hex())
                .map((row, _) -> new Identity(row.getString(1)))
                .findFirst()
                .orElse(identity));
  }

  public List<Found> entries(Query query) {
    return readAtOnce(handle -> Entries.find(handle, query));
  }

  /// Gives a visitor each entry that a query finds, in no order. Memory is that of a few
  /// entries. What the visitor throws ends the visit.
  public void visit(Query query, Consumer<Found> visitor) {
    readers.useTransaction(handle -> Entries.visit(handle, query, visitor));
  }

  /// A page of entries, the latest start first.
  public Newest.Page newest(Newest newest) {
    return read(handle -> Entries.newest(handle, newest));
  }

  /// The products of a recipe in their newest versions, the last stored first.
  public List<StoredProduct> newest(String recipe, int limit) {
    return readAtOnce(handle -> Products.newest(handle, recipe, limit));
  }

  /// How many products each recipe made, by its name.
  public List<Tally> tallies() {
    return readAtOnce(Products::tallies);
  }

  /// The number of the product added last, 0 where there is none: while it stays, so does what the
  /// catalogue holds.
  public long lastNumber() {
    return read(handle -> count(handle, "SELECT COALESCE(MAX(number), 0) FROM product"));
  }

  /// A page of the products that a search finds, the last stored first.
  public List<Hit> search(Search search) {
    return read(handle -> Searching.page(handle, search));
  }

  /// How many products a search finds on all its pages, counted to [Search#COUNTED].
  public long count(Search search) {
    return read(handle -> Searching.count(handle, search));
  }

  /// How many of the products that a search finds hold each kind of entry, among the last
  /// [Search#COUNTED].
  public Map<String, Long> kinds(Search search) {
    return read(handle -> Searching.kinds(handle, search));
  }

  /// What a known file was when it was last seen.
  public Optional<Identity> knownFile(String path, long size, long modifiedNanos) {
    return read(handle -> KnownFiles.find(handle, path, size, modifiedNanos));
  }

  public void rememberFile(String path, long size, long modifiedNanos, Identity identity) {
    write(handle -> KnownFiles.remember(handle, path, size, modifiedNanos, identity));
  }

  /// The last ledger entry that has a row.
  public Ledger.End ledgerEnd() {
    return read(LedgerRows::end);
  }

  public void insertLedger(List<Ledger.Line> lines) {
    write(handle -> LedgerRows.insert(handle, lines));
  }

  public List<Ledger.Line> ledger() {
    return read(LedgerRows::all);
  }

  public List<LedgerEntry> ledger(String kind) {
    return read(handle -> LedgerRows.ofKind(handle, kind));
  }

  /// Replaces all rows in one transaction: either all that `fill` gives is there, or what was
  /// before.
  public void replace(Consumer<Consumer<StoredProduct>> fill, List<Ledger.Line> ledger) {
    writeOnce(
        handle -> {
          for (String table :
              List.of(
                  "placed",
                  "held",
                  "kind_set",
                  "entry",
                  "known_key",
                  "known_kind",
                  "payload",
                  "product_input",
                  "product",
                  "known_file")) {
            handle.execute("DELETE FROM " + table);
          }
          handle.execute("DELETE FROM ledger_entry");
          fill.accept(stored -> Products.insert(handle, stored));
          LedgerRows.insert(handle, ledger);
        });
    tidy();
  }

  /// Lets the database look over its tables, once many rows came in a row.
  public void tidy() {
    database.tidy(TABLES);
  }

  /// Writes a consistent copy beside readers and the writer; SQLite only.
  public void copyTo(Path file) {
    readers.useHandle(handle -> handle.execute("VACUUM INTO ?", file.toAbsolutePath().toString()));
  }

  public Counts counts() {
    return readAtOnce(
        handle ->
            new Counts(
                count(handle, "SELECT COUNT(*) FROM product"),
                count(handle, "SELECT COUNT(*) FROM product WHERE latest = 1"),
                count(handle, "SELECT COUNT(*) FROM entry"),
                count(handle, "SELECT COALESCE(SUM(size_bytes), 0) FROM payload")));
  }

  private static long count(Handle handle, String sql) {
    return handle.createQuery(sql).map((row, _) -> row.getLong(1)).one();
  }

  @Override
  public void close() {
    database.close();
  }
}
