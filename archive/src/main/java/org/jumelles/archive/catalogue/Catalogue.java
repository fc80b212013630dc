package org.jumelles.archive.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jumelles.archive.ledger.Ledger;
import org.jumelles.archive.ledger.LedgerEntry;
import org.jumelles.archive.lineage.Lineage;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.ProductDocument;
import org.jumelles.archive.product.ProductReading;
import org.jumelles.archive.product.Recipe;
import org.jumelles.archive.product.StoredProduct;
import org.jumelles.kernel.time.Moment;

/// The door to the SQL of an archive.
public final class Catalogue implements AutoCloseable {
  private final Database database;
  private final Jdbi jdbi;

  /// SQLite takes one writer at a time: here threads wait their turn in order, not by polling.
  private final ReentrantLock writing = new ReentrantLock(true);

  private Catalogue(Database database) {
    this.database = database;
    this.jdbi = Jdbi.create(database);
  }

  /// Opens a catalogue, made or brought up to date where it may be written.
  public static Catalogue open(String jdbcUrl, boolean writable) {
    Database database = Database.of(jdbcUrl, Database.Schema.CATALOGUE, writable);
    if (writable) {
      database.migrate();
    } else if (!database.isCurrent()) {
      database.close();
      throw new IllegalArgumentException(
          jdbcUrl + " holds no catalogue of this version; open it for writing once");
    }
    return new Catalogue(database);
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
    write(handle -> insert(handle, stored));
  }

  void write(Consumer<Handle> work) {
    writing.lock();
    try {
      jdbi.useTransaction(work::accept);
    } finally {
      writing.unlock();
    }
  }

  static void insert(Handle handle, StoredProduct stored) {
    Product product = stored.product();
    int added =
        handle
            .createUpdate(
                "INSERT INTO product (identity, family, latest, recipe, recipe_version, title,"
                    + " parameters, attributes, lineage, stored_tai) VALUES (?, ?, 1, ?, ?, ?, ?,"
                    + " ?, ?, ?) ON CONFLICT (identity) DO NOTHING")
            .bind(0, product.identity().sha256Hex())
            .bind(1, stored.family().sha256Hex())
            .bind(2, product.recipe().name())
            .bind(3, product.recipe().version())
            .bind(4, product.title())
            .bind(5, ProductDocument.text(product.parameters()))
            .bind(6, ProductDocument.text(product.attributes()))
            .bind(7, ProductDocument.text(product.lineage()))
            .bind(8, stored.storedAt().taiNanos())
            .execute();
    if (added == 0) {
      return;
    }
    long number = number(handle, product.identity()).orElseThrow();
    insertInputs(handle, number, product.inputs());
    insertPayloads(handle, number, product.payloads());
    Entries.insert(handle, number, product.entries());
    Versioning.markLatest(handle, stored.family());
  }

  private static void insertInputs(Handle handle, long number, List<Identity> inputs) {
    if (inputs.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch("INSERT INTO product_input VALUES (?, ?, ?)");
    for (int i = 0; i < inputs.size(); i++) {
      batch.bind(0, number).bind(1, i).bind(2, inputs.get(i).sha256Hex()).add();
    }
    batch.execute();
  }

  private static void insertPayloads(Handle handle, long number, List<Payload> payloads) {
    if (payloads.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch("INSERT INTO payload VALUES (?, ?, ?, ?, ?, ?)");
    for (int i = 0; i < payloads.size(); i++) {
      Payload payload = payloads.get(i);
      batch
          .bind(0, number)
          .bind(1, i)
          .bind(2, payload.name())
          .bind(3, payload.mediaType())
          .bind(4, payload.size())
          .bind(5, payload.sha256())
          .add();
    }
    batch.execute();
  }

  private static Optional<Long> number(Handle handle, Identity identity) {
    return handle
        .createQuery("SELECT number FROM product WHERE identity = ?")
        .bind(0, identity.sha256Hex())
        .map((row, _) -> row.getLong(1))
        .findFirst();
  }

  public boolean has(Identity identity) {
    return jdbi.withHandle(handle -> number(handle, identity)).isPresent();
  }

  /// The product with all its metadata.
  public Optional<StoredProduct> find(Identity identity) {
    return jdbi
        .inTransaction(handle -> select(handle, "identity = ?", identity.sha256Hex()))
        .stream()
        .findFirst();
  }

  /// The products whose identity begins so, in order.
  public List<StoredProduct> findByPrefix(String hexPrefix) {
    if (!Identity.isHex(hexPrefix)) {
      return List.of();
    }
    return jdbi.inTransaction(
        handle -> select(handle, "identity >= ? AND identity < ?", hexPrefix, hexPrefix + "g"));
  }

  /// The products of a recipe in their newest versions, oldest stored first.
  public List<StoredProduct> products(String recipe) {
    return jdbi.inTransaction(handle -> select(handle, "recipe = ? AND latest = 1", recipe));
  }

  /// All products in all versions, oldest stored first.
  public List<StoredProduct> products() {
    return jdbi.inTransaction(handle -> select(handle, "1 = 1"));
  }

  /// The products that were made directly from this one.
  public List<Identity> derivedFrom(Identity identity) {
    return jdbi.withHandle(
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
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT identity FROM product ORDER BY identity")
                .map((row, _) -> new Identity(row.getString(1)))
                .list());
  }

  /// The family that products with this identity belong to, or the identity itself where unknown.
  public Identity family(Identity identity) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT family FROM product WHERE identity = ?")
                .bind(0, identity.sha256Hex())
                .map((row, _) -> new Identity(row.getString(1)))
                .findFirst()
                .orElse(identity));
  }

  public List<Found> entries(Query query) {
    return jdbi.inTransaction(handle -> Entries.find(handle, query));
  }

  /// A page of the products that a search finds, the last stored first.
  public List<Hit> search(Search search) {
    return jdbi.withHandle(handle -> Searching.page(handle, search));
  }

  /// How many products a search finds on all its pages.
  public long count(Search search) {
    return jdbi.withHandle(handle -> Searching.count(handle, search));
  }

  /// How many of the products that a search finds hold each kind of entry.
  public Map<String, Long> kinds(Search search) {
    return jdbi.withHandle(handle -> Searching.kinds(handle, search));
  }

  private static List<StoredProduct> select(Handle handle, String where, Object... values) {
    var query =
        handle.createQuery(
            "SELECT number, identity, family, recipe, recipe_version, title, parameters,"
                + " attributes, lineage, stored_tai FROM product WHERE "
                + where
                + " ORDER BY stored_tai, identity");
    for (int i = 0; i < values.length; i++) {
      query.bind(i, values[i]);
    }
    List<StoredProduct> products = new ArrayList<>();
    query.map((row, _) -> read(handle, row)).forEach(products::add);
    return products;
  }

  private static StoredProduct read(Handle handle, ResultSet row) throws SQLException {
    long number = row.getLong(1);
    String source = "catalogue, product " + row.getString(2);
    Lineage lineage = ProductReading.lineage(row.getString(9), source);
    Product product =
        new Product(
            new Identity(row.getString(2)),
            new Recipe(row.getString(4), row.getString(5)),
            row.getString(6),
            ProductReading.map(row.getString(7), source),
            inputs(handle, number),
            payloads(handle, number),
            entriesOf(handle, number),
            lineage,
            ProductReading.map(row.getString(8), source));
    return new StoredProduct(product, new Identity(row.getString(3)), new Moment(row.getLong(10)));
  }

  private static List<Identity> inputs(Handle handle, long number) {
    return handle
        .createQuery("SELECT identity FROM product_input WHERE product = ? ORDER BY position")
        .bind(0, number)
        .map((row, _) -> new Identity(row.getString(1)))
        .list();
  }

  private static List<Payload> payloads(Handle handle, long number) {
    return handle
        .createQuery(
            "SELECT name, media_type, size_bytes, sha256 FROM payload WHERE product = ? ORDER BY"
                + " position")
        .bind(0, number)
        .map(
            (row, _) ->
                new Payload(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)))
        .list();
  }

  private static List<Entry> entriesOf(Handle handle, long number) {
    return handle
        .createQuery(
            "SELECT " + Entries.COLUMNS + " FROM entry e WHERE e.product = ? ORDER BY e.position")
        .bind(0, number)
        .map((row, _) -> Entries.read(row))
        .list();
  }

  /// What a known file was when it was last seen.
  public Optional<Identity> knownFile(String path, long size, long modifiedNanos) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT identity FROM known_file WHERE path = ? AND size_bytes = ? AND"
                        + " modified_nanos = ?")
                .bind(0, path)
                .bind(1, size)
                .bind(2, modifiedNanos)
                .map((row, _) -> new Identity(row.getString(1)))
                .findFirst());
  }

  public void rememberFile(String path, long size, long modifiedNanos, Identity identity) {
    write(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO known_file VALUES (?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET"
                        + " size_bytes = excluded.size_bytes, modified_nanos ="
                        + " excluded.modified_nanos, identity = excluded.identity")
                .bind(0, path)
                .bind(1, size)
                .bind(2, modifiedNanos)
                .bind(3, identity.sha256Hex())
                .execute());
  }

  /// The last ledger entry that has a row.
  public Ledger.End ledgerEnd() {
    return jdbi.withHandle(LedgerRows::end);
  }

  public void insertLedger(List<Ledger.Line> lines) {
    write(handle -> LedgerRows.insert(handle, lines));
  }

  public List<Ledger.Line> ledger() {
    return jdbi.withHandle(LedgerRows::all);
  }

  public List<LedgerEntry> ledger(String kind) {
    return jdbi.withHandle(handle -> LedgerRows.ofKind(handle, kind));
  }

  /// Replaces all rows in one transaction: either all that `fill` gives is there, or what was
  /// before.
  public void replace(Consumer<Consumer<StoredProduct>> fill, List<Ledger.Line> ledger) {
    write(
        handle -> {
          for (String table :
              List.of("entry", "known_key", "payload", "product_input", "product", "known_file")) {
            handle.execute("DELETE FROM " + table);
          }
          handle.execute("DELETE FROM ledger_entry");
          fill.accept(stored -> insert(handle, stored));
          LedgerRows.insert(handle, ledger);
        });
  }

  /// Writes a consistent copy beside readers and the writer; SQLite only.
  public void copyTo(Path file) {
    jdbi.useHandle(handle -> handle.execute("VACUUM INTO ?", file.toAbsolutePath().toString()));
  }

  public Counts counts() {
    return jdbi.inTransaction(
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
