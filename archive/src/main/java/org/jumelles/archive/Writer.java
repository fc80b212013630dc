package org.jumelles.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.catalogue.Catalogue;
import org.jumelles.archive.ledger.Ledger;
import org.jumelles.archive.ledger.LedgerEntry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.StoredProduct;
import org.jumelles.archive.store.FolderLock;
import org.jumelles.archive.store.Session;
import org.jumelles.archive.store.StagedFile;
import org.jumelles.archive.store.Store;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// The writing side of an archive: the lock, the work folder, and the order of the steps.
///
/// Stage and flush the files; build the object aside; move it into the store; write its rows in one
/// transaction. Between any two steps a crash leaves either nothing to see or an object whose
/// identity stands in the session's `pending` folder, and the next writer writes its rows.
final class Writer implements AutoCloseable {
  private static final int OPENING_ATTEMPTS = 1200; // a minute

  private final Store store;
  private final Path work;
  private final FolderLock lock;
  private final Session session;
  private final LedgerKeeping ledger;
  private final ConcurrentHashMap<Identity, ReentrantLock> storing = new ConcurrentHashMap<>();
  private @Nullable FolderLock opening;

  private Writer(
      Store store,
      Path work,
      FolderLock lock,
      FolderLock opening,
      Session session,
      LedgerKeeping ledger) {
    this.store = store;
    this.work = work;
    this.lock = lock;
    this.opening = opening;
    this.session = session;
    this.ledger = ledger;
  }

  /// Opens a session of its own, and what is there yet of nothing. Others that open meanwhile wait
  /// until [#opened].
  ///
  /// @param alone whether no other process may write while this one does
  static Writer open(Path folder, boolean alone) throws IOException {
    Path work = folder.resolve("work");
    Files.createDirectories(work);
    FolderLock lock = alone ? lock(folder.resolve("lock"), 1) : share(folder.resolve("lock"));
    try {
      Store store = Layout.store(folder);
      return open(folder, store, work, lock);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Writer open(Path folder, Store store, Path work, FolderLock lock)
      throws IOException {
    try {
      FolderLock opening = lock(folder.resolve("opening"), OPENING_ATTEMPTS);
      try {
        Session session = Session.open(store, work);
        store.create(session.folder());
        LedgerKeeping ledger = new LedgerKeeping(folder);
        return new Writer(store, work, lock, opening, session, ledger);
      } catch (IOException | RuntimeException e) {
        opening.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /// Lets others open the archive too.
  Writer opened() throws IOException {
    FolderLock held = opening;
    opening = null;
    if (held != null) {
      held.close();
    }
    return this;
  }

  private static FolderLock share(Path file) throws IOException {
    Optional<FolderLock> lock = FolderLock.tryShare(file, holder());
    if (lock.isEmpty()) {
      throw new ArchiveBusyException(file, FolderLock.holder(file));
    }
    return lock.get();
  }

  private static String holder() {
    return "process " + ProcessHandle.current().pid() + ", since " + now();
  }

  /// Takes a lock, waiting for it 50 ms a time between attempts.
  static FolderLock lock(Path file, int attempts) throws IOException {
    String holder = holder();
    for (int i = 0; i < attempts; i++) {
      Optional<FolderLock> lock = FolderLock.tryLock(file, holder);
      if (lock.isPresent()) {
        return lock.get();
      }
      if (i < attempts - 1) {
        pause();
      }
    }
    throw new ArchiveBusyException(file, FolderLock.holder(file));
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the archive's lock", e);
    }
  }

  static Moment now() {
    Instant now = Instant.now();
    return Utc.ofUnixNanos(now.getEpochSecond() * 1_000_000_000L + now.getNano());
  }

  Store store() {
    return store;
  }

  Session session() {
    return session;
  }

  Path workFile(String name) throws IOException {
    return session.workFile(name);
  }

  /// Gives their rows to objects that a dead writer left without, and sweeps its folder.
  void recover(Catalogue catalogue) throws IOException {
    for (Session dead : Session.abandoned(store, work)) {
      for (Identity identity : dead.pending()) {
        if (!store.contains(identity)) {
          store.sweep(identity);
        } else if (!catalogue.has(identity)) {
          catalogue.insert(store.read(identity));
        }
      }
      dead.close();
    }
    ledger.open(catalogue);
  }

  List<LedgerEntry> append(List<Ledger.Note> notes, Catalogue catalogue) throws IOException {
    return ledger.append(catalogue, notes);
  }

  boolean rewriteLedger(Catalogue catalogue) throws IOException {
    return ledger.rewrite(catalogue);
  }

  StoredProduct store(ProductDraft draft, Catalogue catalogue) throws IOException {
    if (!draft.recipe().isIngest()) {
      Optional<StoredProduct> known = catalogue.find(derivedIdentity(draft));
      if (known.isPresent()) {
        return known.get();
      }
    }
    List<StagedFile> files = new ArrayList<>();
    try {
      for (ProductDraft.DraftPayload payload : draft.payloads()) {
        files.add(session.stage(payload.name(), payload.mediaType(), payload.file()));
      }
      Identity identity =
          draft.recipe().isIngest()
              ? Identity.ofBytes(files.getFirst().payload().sha256())
              : derivedIdentity(draft);
      return storeOnce(draft, identity, files, catalogue);
    } finally {
      session.discard(files);
    }
  }

  private static Identity derivedIdentity(ProductDraft draft) {
    return Identity.of(
        draft.recipe().name(), draft.recipe().version(), draft.parameters(), draft.inputs());
  }

  private StoredProduct storeOnce(
      ProductDraft draft, Identity identity, List<StagedFile> files, Catalogue catalogue)
      throws IOException {
    ReentrantLock alone = storing.computeIfAbsent(identity, _ -> new ReentrantLock());
    alone.lock();
    try {
      Optional<StoredProduct> known = catalogue.find(identity);
      if (known.isPresent()) {
        return known.get();
      }
      if (!store.contains(identity)) {
        session.put(stored(draft, identity, files, catalogue), files);
      }
      StoredProduct stored = store.read(identity);
      catalogue.insert(stored);
      session.settle(identity);
      return stored;
    } finally {
      alone.unlock();
      storing.remove(identity, alone);
    }
  }

  private static StoredProduct stored(
      ProductDraft draft, Identity identity, List<StagedFile> files, Catalogue catalogue) {
    List<Payload> payloads = files.stream().map(StagedFile::payload).toList();
    Product product =
        new Product(
            identity,
            draft.recipe(),
            draft.title(),
            draft.parameters(),
            draft.inputs(),
            payloads,
            draft.entries(),
            draft.lineage(),
            draft.attributes());
    return new StoredProduct(product, family(draft, identity, catalogue), now());
  }

  /// What all versions of a product share: its subject where it names one, else its parameters and
  /// the families of its inputs.
  private static Identity family(ProductDraft draft, Identity identity, Catalogue catalogue) {
    if (draft.recipe().isIngest()) {
      return identity;
    }
    String subject = draft.attributes().get(ProductDraft.SUBJECT);
    return subject != null
        ? Identity.of(
            draft.recipe().name(),
            "every version of a subject",
            Map.of(ProductDraft.SUBJECT, subject),
            List.of())
        : Identity.of(
            draft.recipe().name(),
            "every version",
            draft.parameters(),
            draft.inputs().stream().map(catalogue::family).toList());
  }

  @Override
  public void close() throws IOException {
    try {
      opened();
      session.close();
    } finally {
      store.close();
      lock.close();
    }
  }
}
