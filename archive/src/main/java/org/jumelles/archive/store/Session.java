package org.jumelles.archive.store;

import io.ocfl.api.OcflRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.StoredProduct;

/// One writer's own folder beside the store, where files wait and objects are built.
///
/// `pending/IDENTITY` stands there from before an object enters the store until its row is in the
/// catalogue, so that whoever sweeps a dead session knows which objects may lack a row.
public final class Session implements AutoCloseable {
  private final Store store;
  private final Path folder;
  private final FolderLock lock;
  private final AtomicLong count = new AtomicLong();
  private @Nullable OcflRepository ocfl;

  private Session(Store store, Path folder, FolderLock lock) {
    this.store = store;
    this.folder = folder;
    this.lock = lock;
  }

  /// Opens a session of its own in the work folder.
  public static Session open(Store store, Path work) throws IOException {
    String name = UUID.randomUUID().toString();
    Path folder = work.resolve(name);
    Files.createDirectories(folder.resolve("pending"));
    Files.createDirectories(folder.resolve("files"));
    FolderLock lock =
        FolderLock.tryLock(folder.resolve("lock"), "")
            .orElseThrow(() -> new IOException("cannot lock the new folder " + folder));
    return new Session(store, folder, lock);
  }

  public Path folder() {
    return folder;
  }

  /// A new place for a file that is to be stored, and will be moved rather than copied.
  public Path workFile(String name) throws IOException {
    Path own = folder.resolve("files").resolve(Long.toString(count.incrementAndGet()));
    Path file = own.resolve(name).normalize();
    if (!file.startsWith(own)) {
      throw new IllegalArgumentException("a work file may not be named '" + name + "'");
    }
    Files.createDirectories(Durable.parent(file));
    return file;
  }

  /// Takes a file in: hashed, flushed, in the session's folder.
  public StagedFile stage(String name, String mediaType, Path source) throws IOException {
    Payload.checkName(name);
    Path staged = folder.resolve("staged-" + count.incrementAndGet());
    Durable.Hashed hashed;
    if (source.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize())) {
      Files.move(source, staged, StandardCopyOption.ATOMIC_MOVE);
      hashed = Durable.hash(staged);
      Durable.flush(staged);
    } else {
      hashed = Durable.copy(source, staged);
    }
    return new StagedFile(new Payload(name, mediaType, hashed.size(), hashed.sha256()), staged);
  }

  public void discard(List<StagedFile> files) throws IOException {
    for (StagedFile file : files) {
      Files.deleteIfExists(file.file());
    }
  }

  /// Puts an object into the store and leaves it marked as pending.
  public void put(StoredProduct stored, List<StagedFile> files) throws IOException {
    Path pending = pending(stored.product().identity());
    Files.deleteIfExists(pending);
    Files.createFile(pending);
    Durable.flush(Durable.parent(pending));
    store.put(stored, files, ocfl(), folder.resolve("ocfl"));
  }

  /// Tells that the catalogue has the product now.
  public void settle(Identity identity) throws IOException {
    Files.deleteIfExists(pending(identity));
  }

  private Path pending(Identity identity) {
    return folder.resolve("pending").resolve(identity.sha256Hex());
  }

  private synchronized OcflRepository ocfl() throws IOException {
    OcflRepository open = ocfl;
    if (open == null) {
      open = NewObject.openOcfl(folder.resolve("ocfl"), folder.resolve("ocfl-work"));
      ocfl = open;
    }
    return open;
  }

  /// The sessions in a work folder whose owner lives no more, each now locked by the caller.
  public static List<Session> abandoned(Store store, Path work) throws IOException {
    List<Path> folders;
    try (Stream<Path> children = Files.list(work)) {
      folders = children.filter(Files::isDirectory).sorted().toList();
    }
    List<Session> sessions = new ArrayList<>();
    for (Path folder : folders) {
      Optional<FolderLock> lock = FolderLock.tryLock(folder.resolve("lock"), "");
      lock.ifPresent(held -> sessions.add(new Session(store, folder, held)));
    }
    return sessions;
  }

  /// The objects that entered the store, or were about to, and may lack a row.
  public List<Identity> pending() throws IOException {
    Path pending = folder.resolve("pending");
    if (!Files.isDirectory(pending)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(pending)) {
      return files.map(file -> new Identity(file.getFileName().toString())).sorted().toList();
    }
  }

  /// Removes the folder and all in it.
  @Override
  public synchronized void close() throws IOException {
    if (ocfl != null) {
      ocfl.close();
    }
    Durable.deleteTree(folder);
    lock.close();
  }
}
