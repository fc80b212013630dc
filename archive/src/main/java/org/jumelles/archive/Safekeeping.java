package org.jumelles.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jumelles.archive.account.Accounts;
import org.jumelles.archive.bucket.BucketUrl;
import org.jumelles.archive.catalogue.Catalogue;
import org.jumelles.archive.journal.Journal;
import org.jumelles.archive.ledger.Ledger;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.StoredProduct;
import org.jumelles.archive.store.Durable;
import org.jumelles.archive.store.FolderStore;
import org.jumelles.archive.store.Problem;
import org.jumelles.archive.store.Store;
import org.jumelles.kernel.outcome.MalformedDataException;

/// Making the catalogue anew, and copies of an archive. Each result appears whole or not at all.
final class Safekeeping {
  private Safekeeping() {}

  static Rebuilt rebuild(Path folder, String jdbcUrl, Progress progress) throws IOException {
    if (!Layout.hasStore(folder)) {
      throw new NoSuchFileException(folder.toString(), null, "there is no store here");
    }
    boolean sqlite = Catalogue.isSqlite(jdbcUrl);
    try (Writer writer = Writer.open(folder, sqlite)) {
      if (!sqlite) {
        takeInAccounts(folder, jdbcUrl);
        try (Catalogue catalogue = Catalogue.open(jdbcUrl, true)) {
          return fill(catalogue, writer.store(), folder, progress);
        }
      }
      Path file = Path.of(jdbcUrl.substring("jdbc:sqlite:".length()));
      Path aside = file.resolveSibling(file.getFileName() + ".new");
      deleteDatabase(aside);
      Rebuilt rebuilt;
      try (Catalogue catalogue = Catalogue.open(Catalogue.sqliteUrl(aside), true)) {
        rebuilt = fill(catalogue, writer.store(), folder, progress);
      }
      moveIntoPlace(aside, file);
      return rebuilt;
    }
  }

  /// Makes an empty catalogue aside and moves it to its place, so that no reader meets half a
  /// schema.
  static void firstCatalogue(Path file) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    deleteDatabase(aside);
    Catalogue.open(Catalogue.sqliteUrl(aside), true).close();
    moveIntoPlace(aside, file);
  }

  /// On a full disk SQLite closes in silence and leaves rows in the log: such a file is not whole.
  static void moveIntoPlace(Path aside, Path file) throws IOException {
    Path log = aside.resolveSibling(aside.getFileName() + "-wal");
    if (Files.exists(log) && Files.size(log) > 0) {
      throw new IOException(
          "the new catalogue could not be written whole to "
              + aside
              + "; most likely the disk is full");
    }
    Durable.flush(aside);
    Catalogue.takeLogIn(file);
    deleteLog(file);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Durable.flush(Durable.parent(file));
  }

  /// A restored backup has its accounts in a file; PostgreSQL takes them in where it has none.
  private static void takeInAccounts(Path folder, String jdbcUrl) {
    if (Files.exists(Layout.accountsFile(folder))) {
      try (Accounts copy = Accounts.open(Catalogue.sqliteUrl(Layout.accountsFile(folder)));
          Accounts accounts = Accounts.open(jdbcUrl)) {
        accounts.takeIn(copy);
      }
    }
  }

  private static void deleteDatabase(Path file) throws IOException {
    Files.deleteIfExists(file);
    deleteLog(file);
  }

  private static void deleteLog(Path file) throws IOException {
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
  }

  private static Rebuilt fill(Catalogue catalogue, Store store, Path folder, Progress progress)
      throws IOException {
    List<String> places = store.objects();
    List<Problem> refused = new ArrayList<>();
    AtomicLong products = new AtomicLong();
    AtomicLong entries = new AtomicLong();
    Consumer<Consumer<StoredProduct>> everyProduct =
        insert -> {
          for (int i = 0; i < places.size(); i++) {
            Optional<StoredProduct> stored = read(store, places.get(i), refused);
            stored.ifPresent(
                product -> {
                  insert.accept(product);
                  products.incrementAndGet();
                  entries.addAndGet(product.product().entries().size());
                });
            progress.at(i + 1, places.size(), 0);
          }
        };
    catalogue.replace(everyProduct, ledger(folder, refused));
    return new Rebuilt(products.get(), entries.get(), refused);
  }

  private static Optional<StoredProduct> read(Store store, String place, List<Problem> refused) {
    try {
      StoredProduct stored = store.readAt(place);
      if (!Store.place(stored.product().identity()).equals(place)) {
        refused.add(
            new Problem.Malformed(store.name() + "/" + place, "its product belongs elsewhere"));
        return Optional.empty();
      }
      return Optional.of(stored);
    } catch (NoSuchFileException e) {
      refused.add(new Problem.Missing(e.getFile()));
    } catch (MalformedDataException e) {
      refused.add(new Problem.Malformed(store.name() + "/" + place, e.defect().sentence()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }

  private static List<Ledger.Line> ledger(Path folder, List<Problem> refused) throws IOException {
    try {
      return Layout.ledger(folder).after(Ledger.End.NONE);
    } catch (MalformedDataException e) {
      refused.add(new Problem.LedgerBroken(e.defect().sentence()));
      return List.of();
    }
  }

  /// The catalogue is copied first: what it knows is in the store, and stays there unchanged.
  static void backup(Path folder, Store store, Catalogue catalogue, String jdbcUrl, Path to)
      throws IOException {
    boolean sqlite = Catalogue.isSqlite(jdbcUrl);
    Path partial = partial(to);
    Files.createDirectories(Layout.storeFolder(partial));
    Files.createDirectories(partial.resolve("ledger"));
    // Before the catalogue: a day that is sealed meanwhile is then there twice, and never not at
    // all.
    new Journal(folder).copyTo(partial);
    List<Identity> identities;
    Ledger.End end;
    if (sqlite) {
      Path copy = Layout.catalogueFile(partial);
      catalogue.copyTo(copy);
      try (Catalogue snapshot = Catalogue.open(Catalogue.sqliteUrl(copy), true)) {
        identities = snapshot.identities();
        end = snapshot.ledgerEnd();
      }
    } else {
      end = catalogue.ledgerEnd();
      identities = catalogue.identities();
    }
    if (!sqlite || Files.exists(Layout.accountsFile(folder))) {
      try (Accounts accounts = Accounts.open(Layout.accountsUrl(folder, jdbcUrl))) {
        accounts.copyTo(Layout.accountsFile(partial));
      }
    }
    store.copyRoot(Layout.storeFolder(partial));
    for (Identity identity : identities) {
      store.copyObject(identity, Layout.storeFolder(partial));
    }
    copyStart(Layout.ledger(folder).file(), Layout.ledger(partial).file(), end.endByte());
    Durable.flushTree(partial);
    finish(partial, to);
  }

  static void restore(Path from, Path folder) throws IOException {
    if (!Files.isDirectory(Layout.storeFolder(from))) {
      throw new NoSuchFileException(from.toString(), null, "there is no backup here");
    }
    Path partial = partial(folder);
    Durable.copyTree(from, partial);
    Durable.flushTree(partial);
    finish(partial, folder);
  }

  /// A backup of an archive with its catalogue in PostgreSQL has none.
  static void completeCatalogue(Path folder) throws IOException {
    if (!Files.exists(Layout.catalogueFile(folder))) {
      rebuild(folder, CatalogueUrl.of(folder), Progress.NONE);
    }
  }

  /// Makes the catalogue of a restored archive elsewhere than in its folder.
  static void moveCatalogue(Path folder, String jdbcUrl) throws IOException {
    rebuild(folder, jdbcUrl, Progress.NONE);
    CatalogueUrl.keep(folder, jdbcUrl);
    Files.deleteIfExists(Layout.catalogueFile(folder));
    Files.deleteIfExists(Layout.accountsFile(folder));
  }

  /// The objects go first: a folder that names a store has all of it.
  static void restore(Path from, Path folder, BucketUrl url) throws IOException {
    FolderStore backup = new FolderStore(Layout.storeFolder(from));
    if (!Files.isDirectory(Layout.storeFolder(from))) {
      throw new NoSuchFileException(from.toString(), null, "there is no backup here");
    }
    Path partial = partial(folder);
    try (Store store = Layout.store(partial, url)) {
      if (!store.isEmpty()) {
        throw new FileAlreadyExistsException(store.name(), null, "the bucket is not empty there");
      }
      store.create(partial.resolve("work"));
      for (String place : backup.objects()) {
        store.take(
            backup.readAt(place).product().identity(), Layout.storeFolder(from).resolve(place));
      }
    } catch (IOException | RuntimeException e) {
      Durable.deleteTree(partial);
      throw e;
    }
    Durable.deleteTree(partial.resolve("work"));
    try (Stream<Path> children = Files.list(from)) {
      for (Path child : children.sorted().toList()) {
        if (!child.equals(Layout.storeFolder(from))) {
          Durable.copyTree(child, partial.resolve(child.getFileName()));
        }
      }
    }
    StoreUrl.keep(partial, url);
    Durable.flushTree(partial);
    finish(partial, folder);
  }

  /// A folder beside the target, in which the copy grows; refuses a target that holds anything.
  private static Path partial(Path target) throws IOException {
    if (Files.exists(target)) {
      try (Stream<Path> children = Files.list(target)) {
        if (children.findAny().isPresent()) {
          throw new FileAlreadyExistsException(target.toString(), null, "the folder is not empty");
        }
      }
    }
    Path absolute = target.toAbsolutePath().normalize();
    Path partial = absolute.resolveSibling(absolute.getFileName() + ".partial");
    Durable.deleteTree(partial);
    Files.createDirectories(partial);
    return partial;
  }

  private static void finish(Path partial, Path target) throws IOException {
    Files.deleteIfExists(target);
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    Durable.flush(Durable.parent(target));
  }

  private static void copyStart(Path from, Path to, long bytes) throws IOException {
    try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
        FileChannel out =
            FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long at = 0; at < bytes; ) {
        long copied = in.transferTo(at, bytes - at, out);
        if (copied <= 0) {
          throw new IOException(from + " ends before byte " + bytes);
        }
        at += copied;
      }
    }
  }
}
