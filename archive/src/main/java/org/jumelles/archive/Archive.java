package org.jumelles.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.account.Accounts;
import org.jumelles.archive.bucket.BucketUrl;
import org.jumelles.archive.catalogue.Catalogue;
import org.jumelles.archive.catalogue.Claims;
import org.jumelles.archive.catalogue.Counts;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.ledger.Ledger;
import org.jumelles.archive.ledger.LedgerEntry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.StoredProduct;
import org.jumelles.archive.store.Store;

/// An open archive: a folder with a store, and a catalogue. Safe for use by many threads.
public final class Archive implements AutoCloseable {
  private final Path folder;
  private final Store store;
  private final Catalogue catalogue;
  private final String jdbcUrl;
  private final @Nullable Writer writer;
  private @Nullable Accounts accounts;

  private Archive(
      Path folder, Store store, Catalogue catalogue, String jdbcUrl, @Nullable Writer writer) {
    this.folder = folder;
    this.jdbcUrl = jdbcUrl;
    this.store = store;
    this.catalogue = catalogue;
    this.writer = writer;
  }

  /// Opens an archive for writing, made where there is none, with its catalogue where it is:
  /// in SQLite unless it was moved.
  ///
  /// @throws ArchiveBusyException where another process writes to it
  public static Archive open(Path folder) throws IOException {
    return open(folder, CatalogueUrl.of(folder));
  }

  /// Opens an archive for writing with its catalogue at `jdbc:sqlite:...` or `jdbc:postgresql:...`.
  public static Archive open(Path folder, String jdbcUrl) throws IOException {
    return open(folder, jdbcUrl, Catalogue.isSqlite(jdbcUrl));
  }

  /// Opens an archive for writing beside other processes that opened it so, on one machine where
  /// the catalogue is SQLite.
  ///
  /// @throws ArchiveBusyException where a process writes to it that opened it for itself alone
  public static Archive openShared(Path folder) throws IOException {
    return openShared(folder, CatalogueUrl.of(folder));
  }

  public static Archive openShared(Path folder, String jdbcUrl) throws IOException {
    return open(folder, jdbcUrl, false);
  }

  private static Archive open(Path folder, String jdbcUrl, boolean alone) throws IOException {
    Writer writer = Writer.open(folder, alone);
    try {
      Layout.requireCatalogue(folder, jdbcUrl, writer.store());
      if (Layout.isOwnCatalogue(folder, jdbcUrl) && !Files.exists(Layout.catalogueFile(folder))) {
        Safekeeping.firstCatalogue(Layout.catalogueFile(folder));
      }
      Catalogue catalogue = Catalogue.open(jdbcUrl, true);
      try {
        writer.recover(catalogue);
      } catch (IOException | RuntimeException e) {
        catalogue.close();
        throw e;
      }
      return new Archive(folder, writer.store(), catalogue, jdbcUrl, writer.opened());
    } catch (IOException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  /// Opens an archive for reading, beside a process that writes to it.
  public static Archive openReadOnly(Path folder) throws IOException {
    return openReadOnly(folder, CatalogueUrl.of(folder));
  }

  public static Archive openReadOnly(Path folder, String jdbcUrl) throws IOException {
    Layout.requireStore(folder);
    Store store = Layout.store(folder);
    try {
      Layout.requireCatalogue(folder, jdbcUrl, store);
      Layout.requireOwnCatalogue(folder, jdbcUrl);
      return new Archive(folder, store, Catalogue.open(jdbcUrl, false), jdbcUrl, null);
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /// Makes the catalogue anew from the store and the ledger, whatever state it is in.
  public static Rebuilt rebuild(Path folder, Progress progress) throws IOException {
    return rebuild(folder, CatalogueUrl.of(folder), progress);
  }

  /// Makes the catalogue at a URL anew; readers see the old one or the new one, never a part.
  public static Rebuilt rebuild(Path folder, String jdbcUrl, Progress progress) throws IOException {
    return Safekeeping.rebuild(folder, jdbcUrl, progress);
  }

  /// Copies a backup to a folder that is empty or not there, with a catalogue in it.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException where the folder holds anything
  public static void restore(Path from, Path folder) throws IOException {
    Safekeeping.restore(from, folder);
    Safekeeping.completeCatalogue(folder);
  }

  /// The same with its store in a bucket, which holds nothing below its prefix.
  public static void restore(Path from, Path folder, BucketUrl url) throws IOException {
    Safekeeping.restore(from, folder, url);
    Safekeeping.completeCatalogue(folder);
  }

  /// The same with its catalogue in PostgreSQL.
  public static void restore(Path from, Path folder, String jdbcUrl) throws IOException {
    Safekeeping.restore(from, folder);
    Safekeeping.moveCatalogue(folder, jdbcUrl);
  }

  /// Moves the catalogue from SQLite to PostgreSQL, compares both, and opens the archive with the
  /// new one from then on.
  ///
  /// @throws ArchiveBusyException where another process writes to it
  public static Counts migrate(Path folder, String jdbcUrl, Progress progress) throws IOException {
    return Migration.run(folder, jdbcUrl, progress);
  }

  /// Copies the archive, as it is now, to a folder that is empty or not there, while it is in use.
  public void backup(Path to) throws IOException {
    Safekeeping.backup(folder, store, catalogue, jdbcUrl, to);
  }

  /// Hashes every file and compares store, catalogue and ledger.
  public Verification verify(Progress progress) throws IOException {
    return verifier(progress).verify();
  }

  /// Gives damaged products their files back and then looks at every byte again; what was damaged
  /// is set aside in the folder `damaged`. Nothing is taken whose hash is not the one promised.
  ///
  /// @param backup the folder of a backup of this archive
  /// @param again makes a derived product once more
  public Repair repair(Optional<Path> backup, Repair.Again again, Progress progress)
      throws IOException {
    Optional<Store> other = backup.map(Layout::backupStore);
    Verification before = verify(progress);
    List<Repair.Mended> mended =
        new Repairing(folder, store, catalogue, writer().session(), other, again)
            .repair(before.damages());
    boolean rewritten = before.isLedgerBroken() && writer().rewriteLedger(catalogue);
    return new Repair(mended, rewritten, verify(progress));
  }

  /// Checks the chain of the ledger alone, and the catalogue's rows against it.
  public LedgerCheck verifyLedger() {
    return verifier(Progress.NONE).verifyLedger();
  }

  private Verifier verifier(Progress progress) {
    return new Verifier(store, folder.resolve("work"), catalogue, Layout.ledger(folder), progress);
  }

  public Path folder() {
    return folder;
  }

  /// A place for a file that is to be stored: from here it is moved, not copied.
  public Path workFile(String name) throws IOException {
    return writer().workFile(name);
  }

  /// Keeps a product. Returns when it would outlive a crash; the same identity is stored once.
  public Product store(ProductDraft draft) throws IOException {
    return writer().store(draft, catalogue).product();
  }

  public boolean has(Identity identity) {
    return catalogue.has(identity);
  }

  public Optional<Product> find(Identity identity) {
    return catalogue.find(identity).map(StoredProduct::product);
  }

  /// The products whose identity begins with these digits, as people shorten it.
  public List<Product> findByPrefix(String hexPrefix) {
    return products(catalogue.findByPrefix(hexPrefix));
  }

  /// The products of a recipe in their newest versions, oldest stored first.
  public List<Product> products(String recipe) {
    return products(catalogue.products(recipe));
  }

  /// All products in all versions, oldest stored first.
  public List<Product> products() {
    return products(catalogue.products());
  }

  private static List<Product> products(List<StoredProduct> stored) {
    return stored.stream().map(StoredProduct::product).toList();
  }

  /// Entries by start, then key, then newest version first.
  public List<Found> entries(Query query) {
    return catalogue.entries(query);
  }

  /// The same and more of what there is, for whoever may meet very much of it.
  public Listing listing() {
    return new Listing(catalogue);
  }

  /// The products that this one was made from, where the archive has them.
  public List<Product> inputsOf(Identity identity) {
    return find(identity).map(Product::inputs).orElse(List.of()).stream()
        .flatMap(input -> find(input).stream())
        .toList();
  }

  public List<Product> derivedFrom(Identity identity) {
    return catalogue.derivedFrom(identity).stream().flatMap(made -> find(made).stream()).toList();
  }

  /// The product and all that it came from.
  public Walk walk(Identity identity) {
    return Walk.from(identity, this::find);
  }

  public Counts counts() {
    return catalogue.counts();
  }

  /// Records something for good.
  public LedgerEntry append(String author, String kind, Map<String, String> body)
      throws IOException {
    return append(List.of(new Ledger.Note(author, kind, body))).getFirst();
  }

  /// Records several things for good, in order: all of them, or none where the disk fails.
  public List<LedgerEntry> append(List<Ledger.Note> notes) throws IOException {
    return writer().append(notes, catalogue);
  }

  /// The entries of the ledger of one kind, in order.
  public List<LedgerEntry> ledger(String kind) {
    return catalogue.ledger(kind);
  }

  /// How many bytes the ledger has: it only grows, so that a reader sees whether it has all.
  public long ledgerBytes() {
    return catalogue.ledgerEnd().endByte();
  }

  /// All entries of the ledger, in order.
  public List<LedgerEntry> ledger() {
    return catalogue.ledger().stream().map(Ledger.Line::entry).toList();
  }

  /// Records a run and its counts in the ledger.
  public void recordRun(Run run) throws IOException {
    append("jumelles", Run.KIND, run.body());
  }

  public List<Run> runs() {
    return catalogue.ledger(Run.KIND).stream().map(Run::of).toList();
  }

  /// Opens the bytes of a payload for reading, at any place.
  ///
  /// @throws NoSuchFileException where there is no such product or payload
  public SeekableByteChannel open(Identity identity, String payloadName) throws IOException {
    return FileChannel.open(path(identity, payloadName), StandardOpenOption.READ);
  }

  /// The file of a payload; to be read only.
  public Path path(Identity identity, String payloadName) throws IOException {
    Product product =
        find(identity)
            .orElseThrow(
                () -> new NoSuchFileException(identity.sha256Hex(), null, "no such product"));
    Payload payload =
        product
            .payload(payloadName)
            .orElseThrow(
                () ->
                    new NoSuchFileException(
                        payloadName, null, "no such payload in product " + identity));
    return store.path(product, payload);
  }

  /// The identity of a file that was ingested, where path, size and time of change are the same.
  public Optional<Identity> knownFile(Path file, long size, long modifiedNanos) {
    return catalogue.knownFile(name(file), size, modifiedNanos);
  }

  public void rememberFile(Path file, long size, long modifiedNanos, Identity identity) {
    writer();
    catalogue.rememberFile(name(file), size, modifiedNanos, identity);
  }

  private static String name(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  /// Who may come in, and who came; open as long as the archive is. They are written to beside
  /// whoever writes the archive.
  ///
  /// @throws IllegalStateException where they are not there and cannot be made
  public synchronized Accounts accounts() {
    Accounts open = accounts;
    if (open == null) {
      open = Accounts.open(Layout.accountsUrl(folder, jdbcUrl));
      accounts = open;
    }
    return open;
  }

  /// Opens this process's claims on what it is about to make, beside other processes.
  ///
  /// @param name of the worker, for people
  /// @param lease how long its claims hold after it was last heard of
  public Claims claims(String name, Duration lease) {
    writer();
    return catalogue.claims(name, lease);
  }

  /// How often files of each product were downloaded within days, both included; nobody came where
  /// there are no accounts yet.
  ///
  /// @param first day such as `2026-11-01`, UTC
  public Map<Accounts.Download, Long> downloads(String first, String last) {
    boolean none = Catalogue.isSqlite(jdbcUrl) && !Files.exists(Layout.accountsFile(folder));
    return none ? Map.of() : accounts().downloads(first, last);
  }

  private Writer writer() {
    Writer open = writer;
    if (open == null) {
      throw new IllegalStateException("the archive " + folder + " is open for reading only");
    }
    return open;
  }

  @Override
  public synchronized void close() throws IOException {
    if (accounts != null) {
      accounts.close();
    }
    catalogue.close();
    if (writer != null) {
      writer.close();
    }
    store.close();
  }
}
