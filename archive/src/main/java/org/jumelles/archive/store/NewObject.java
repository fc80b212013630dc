package org.jumelles.archive.store;

import io.ocfl.api.DigestAlgorithmRegistry;
import io.ocfl.api.OcflObjectUpdater;
import io.ocfl.api.OcflOption;
import io.ocfl.api.OcflRepository;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.OcflVersion;
import io.ocfl.api.model.VersionInfo;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleLayoutConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.lineage.ProvDocument;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.ProductDocument;
import org.jumelles.archive.product.StoredProduct;
import org.jumelles.kernel.time.Utc;

/// Builds an object in a storage root of its own, before it enters the archive's.
final class NewObject {
  private NewObject() {}

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

  /// Moves the staged files into a new object below the root of the repository.
  ///
  /// @return its folder, not flushed
  static Path build(StoredProduct stored, List<StagedFile> files, OcflRepository aside, Path root)
      throws IOException {
    Product product = stored.product();
    Path built = root.resolve(Store.place(product.identity()));
    Durable.deleteTree(built);
    String id = Store.objectId(product.identity());
    aside.invalidateCache(id); // of an earlier one, which left this root
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
    return built;
  }

  private static void add(OcflObjectUpdater updater, String name, byte[] bytes) {
    updater.writeFile(new ByteArrayInputStream(bytes), name);
  }

  private static VersionInfo versionInfo(StoredProduct stored) {
    Instant created = Instant.EPOCH.plusNanos(Utc.unixNanos(stored.storedAt()));
    return new VersionInfo()
        .setMessage(stored.product().recipe() + ": " + stored.product().title())
        .setUser("jumelles", "urn:jumelles:software")
        .setCreated(created.atOffset(ZoneOffset.UTC));
  }

  private static ProvDocument prov(Product product) {
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
}
