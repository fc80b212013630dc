package org.jumelles.archive.store;

import io.ocfl.api.OcflOption;
import io.ocfl.api.OcflRepository;
import io.ocfl.api.DigestAlgorithmRegistry;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.OcflVersion;
import io.ocfl.api.model.VersionInfo;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleLayoutConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jumelles.archive.lineage.ProvDocument;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.ProductDocument;
import org.jumelles.archive.product.ProductReading;
import org.jumelles.archive.product.StoredProduct;
import org.jumelles.kernel.time.Utc;

/// The objects of an archive.
///
/// Reading needs no OCFL library: the path of an object follows from its identity (extension
/// 0004 with tuples of 3, three of them, over the object's id) and each has one version.
public final class Store {
  static final String ID_PREFIX = "urn:jumelles:product:";
  private static final String CONTENT = "v1/content";

  private final Path root;

  public Store(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  public Path root() {
    return root;
  }

  /// Makes an empty storage root where there is none: built aside, then moved to its place.
  public void create(Path workFolder) throws IOException {
    if (Files.exists(root)) {
      return;
    }
    Path aside = workFolder.resolve("new-store");
    openOcfl(aside, workFolder.resolve("new-store-work")).close();
    Durable.flushTree(aside);
    Files.move(aside, root, StandardCopyOption.ATOMIC_MOVE);
    Durable.flush(Durable.parent(root));
  }

  public boolean contains(Identity identity) {
    return Files.isDirectory(objectRoot(identity));
  }

  public Path objectRoot(Identity identity) {
    byte[] id = objectId(identity).getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(Identity.sha256().digest(id));
    return root.resolve(hash.substring(0, 3))
        .resolve(hash.substring(3, 6))
        .resolve(hash.substring(6, 9))
        .resolve(hash);
  }

  static String objectId(Identity identity) {
    return ID_PREFIX + identity.sha256Hex();
  }

  /// Where the bytes of a payload lie. Payloads of one product with equal bytes share a file.
  public Path path(Product product, Payload payload) {
    Payload first =
        product.payloads().stream()
            .filter(other -> other.sha256().equals(payload.sha256()))
            .findFirst()
            .orElseThrow();
    return content(product.identity(), first.name());
  }

  /// The same below another folder that holds the object.
  public Path pathWithin(Path objectRoot, Product product, Payload payload) {
    return objectRoot.resolve(objectRoot(product.identity()).relativize(path(product, payload)));
  }

  Path content(Identity identity, String name) {
    return objectRoot(identity).resolve(CONTENT).resolve(name);
  }

  /// Reads a product's document.
  ///
  /// @throws NoSuchFileException where the store has no such object
  public StoredProduct read(Identity identity) throws IOException {
    return readAt(objectRoot(identity));
  }

  /// Reads the document of the product whose object lies in this folder.
  public StoredProduct readAt(Path objectRoot) throws IOException {
    Path file = objectRoot.resolve(CONTENT).resolve(ProductDocument.FILE_NAME);
    return ProductReading.product(Files.readAllBytes(file), file.toString());
  }

  /// Builds the object in the session's folder, flushes it, and moves it into the store.
  ///
  /// @return false where the object was there already
  boolean put(StoredProduct stored, List<StagedFile> files, OcflRepository aside, Path asideRoot)
      throws IOException {
    Product product = stored.product();
    Path target = objectRoot(product.identity());
    Path built = asideRoot.resolve(root.relativize(target));
    Durable.deleteTree(built);
    String id = objectId(product.identity());
    aside.updateObject(
        ObjectVersionId.head(id),
        versionInfo(stored),
        updater -> {
          Map<String, StagedFile> byHash = new LinkedHashMap<>();
          for (StagedFile file : files) {
            Payload payload = file.payload();
            boolean first = byHash.putIfAbsent(payload.sha256(), file) == null;
            if (first) {
              updater.unsafeAddPath(
                  payload.sha256(), file.file(), payload.name(), OcflOption.MOVE_SOURCE);
            } else {
              updater.addPath(file.file(), payload.name(), OcflOption.MOVE_SOURCE);
            }
          }
          add(updater, ProductDocument.FILE_NAME, ProductDocument.bytes(stored));
          add(updater, ProvDocument.FILE_NAME, prov(product).bytes());
        });
    Durable.flushTree(built);
    return moveIntoPlace(built, target);
  }

  private static void add(io.ocfl.api.OcflObjectUpdater updater, String name, byte[] bytes) {
    updater.writeFile(new java.io.ByteArrayInputStream(bytes), name);
  }

  private static VersionInfo versionInfo(StoredProduct stored) {
    Instant created = Instant.EPOCH.plusNanos(Utc.unixNanos(stored.storedAt()));
    return new VersionInfo()
        .setMessage(stored.product().recipe() + ": " + stored.product().title())
        .setUser("jumelles", "urn:jumelles:software")
        .setCreated(created.atOffset(ZoneOffset.UTC));
  }

  private boolean moveIntoPlace(Path built, Path target) throws IOException {
    List<Path> made = createParents(target);
    try {
      Files.move(built, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      return false;
    } catch (java.nio.file.FileSystemException e) {
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

  static ProvDocument prov(Product product) {
    Map<String, String> files = new LinkedHashMap<>();
    product.payloads().forEach(payload -> files.put(payload.name(), payload.sha256()));
    return new ProvDocument(
        product.identity().sha256Hex(),
        product.recipe().name(),
        product.recipe().version(),
        product.parameters(),
        product.inputs().stream().map(Identity::sha256Hex).toList(),
        files,
        product.lineage());
  }

  /// Whether it holds no object: no folder beside that of the extensions.
  public boolean isEmpty() throws IOException {
    try (Stream<Path> children = Files.list(root)) {
      return children.filter(Files::isDirectory).allMatch(child -> child.endsWith("extensions"));
    }
  }

  /// The folders of all objects, in the order of their names.
  public List<Path> objectRoots() throws IOException {
    try (Stream<Path> paths = Files.walk(root, 4)) {
      return paths
          .filter(path -> root.relativize(path).getNameCount() == 4)
          .filter(path -> !root.relativize(path).startsWith("extensions"))
          .filter(Files::isDirectory)
          .sorted()
          .toList();
    }
  }

  static OcflRepository openOcfl(Path root, Path work) throws IOException {
    Files.createDirectories(root);
    Files.createDirectories(work);
    return new OcflRepositoryBuilder()
        .defaultLayoutConfig(new HashedNTupleLayoutConfig())
        .ocflConfig(
            config ->
                config
                    .setOcflVersion(OcflVersion.OCFL_1_1)
                    .setDefaultDigestAlgorithm(DigestAlgorithmRegistry.sha256))
        .storage(storage -> storage.fileSystem(root))
        .workDir(work)
        .build();
  }
}
