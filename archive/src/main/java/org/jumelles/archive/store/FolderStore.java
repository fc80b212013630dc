package org.jumelles.archive.store;

import io.ocfl.api.OcflRepository;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.StoredProduct;

/// The objects of an archive in a folder: each enters by one atomic move.
public final class FolderStore implements Store {
  private static final int OBJECT_DEPTH = 4;

  private final Path root;

  public FolderStore(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  @Override
  public String name() {
    return root.toString();
  }

  /// Built aside, then moved to its place.
  @Override
  public void create(Path workFolder) throws IOException {
    if (Files.exists(root)) {
      return;
    }
    Path aside = workFolder.resolve("new-store");
    NewObject.openOcfl(aside, workFolder.resolve("new-store-work")).close();
    Durable.flushTree(aside);
    Files.move(aside, root, StandardCopyOption.ATOMIC_MOVE);
    Durable.flush(Durable.parent(root));
  }

  @Override
  public boolean contains(Identity identity) {
    return Files.isDirectory(objectRoot(identity));
  }

  private Path objectRoot(Identity identity) {
    return root.resolve(Store.place(identity));
  }

  @Override
  public ObjectFiles files(String place) {
    return new FolderFiles(root.resolve(place));
  }

  @Override
  public Path path(Product product, Payload payload) {
    return Store.within(objectRoot(product.identity()), product, payload);
  }

  @Override
  public Path asItIs(Product product, Payload payload, Path aside) {
    return path(product, payload);
  }

  @Override
  public boolean put(
      StoredProduct stored, List<StagedFile> files, OcflRepository aside, Path asideRoot)
      throws IOException {
    Path built = NewObject.build(stored, files, aside, asideRoot);
    Durable.flushTree(built);
    return moveIntoPlace(built, objectRoot(stored.product().identity()));
  }

  private boolean moveIntoPlace(Path built, Path target) throws IOException {
    List<Path> made = createParents(target);
    try {
      Files.move(built, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      return false;
    } catch (FileSystemException e) {
      if (Files.isDirectory(target)) {
        return false;
      }
      throw e;
    }
    for (Path folder : made) {
      Durable.flush(folder);
    }
    return true;
  }

  /// The folders to flush once the object is in place: those that got a new name in them.
  private List<Path> createParents(Path target) throws IOException {
    List<Path> flush = new ArrayList<>();
    Path folder = Durable.parent(target);
    flush.add(folder);
    while (!folder.equals(root) && !Files.exists(folder)) {
      folder = Durable.parent(folder);
      flush.add(folder);
    }
    Files.createDirectories(Durable.parent(target));
    return flush;
  }

  @Override
  public void take(Identity identity, Path object) throws IOException {
    Durable.copyTree(object, objectRoot(identity));
  }

  /// Nothing: an object enters by one move.
  @Override
  public void sweep(Identity identity) {}

  @Override
  public void setAside(Identity identity, Path folder) throws IOException {
    Path from = objectRoot(identity);
    Files.move(from, folder);
    Durable.flush(Durable.parent(folder));
    Durable.flush(Durable.parent(from));
  }

  @Override
  public void copyRoot(Path to) throws IOException {
    try (Stream<Path> children = Files.list(root)) {
      for (Path child : children.sorted().toList()) {
        if (Files.isRegularFile(child) || child.endsWith("extensions")) {
          Durable.copyTree(child, to.resolve(child.getFileName()));
        }
      }
    }
  }

  @Override
  public void copyObject(Identity identity, Path toRoot) throws IOException {
    Durable.copyTree(objectRoot(identity), toRoot.resolve(Store.place(identity)));
  }

  /// No folder beside that of the extensions.
  @Override
  public boolean isEmpty() throws IOException {
    try (Stream<Path> children = Files.list(root)) {
      return children.filter(Files::isDirectory).allMatch(child -> child.endsWith("extensions"));
    }
  }

  @Override
  public List<String> objects() throws IOException {
    try (Stream<Path> paths = Files.walk(root, OBJECT_DEPTH)) {
      return paths
          .filter(path -> root.relativize(path).getNameCount() == OBJECT_DEPTH)
          .filter(path -> !root.relativize(path).startsWith("extensions"))
          .filter(Files::isDirectory)
          .map(path -> root.relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  @Override
  public Listing list(Predicate<String> underWay) throws IOException {
    return new Listing(objects(), strays());
  }

  /// Files that lie above the objects and are not the storage root's own.
  private List<String> strays() throws IOException {
    Set<String> own = Set.of("0=ocfl_1.1", "ocfl_layout.json", "ocfl_1.1.md");
    try (Stream<Path> paths = Files.walk(root, OBJECT_DEPTH)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> !root.relativize(path).startsWith("extensions"))
          .filter(path -> root.relativize(path).getNameCount() <= OBJECT_DEPTH)
          .filter(path -> !own.contains(root.relativize(path).toString()))
          .filter(path -> !isNote(path))
          .map(Path::toString)
          .toList();
    }
  }

  /// The OCFL library leaves notes on the specification and its extensions in the root.
  private boolean isNote(Path path) {
    return root.relativize(path).getNameCount() == 1 && path.toString().endsWith(".md");
  }

  @Override
  public void close() {}
}
