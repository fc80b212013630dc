package org.jumelles.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ocfl.api.DigestAlgorithmRegistry;
import io.ocfl.api.OcflRepository;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleLayoutConfig;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.bucket.BucketUrl;
import org.jumelles.archive.bucket.S3Server;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.archive.store.Durable;
import org.jumelles.archive.store.Problem;
import org.jumelles.archive.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An archive whose store is in a bucket of a real server that checks signatures.
class BucketStoreTest {
  private static final AtomicInteger BUCKETS = new AtomicInteger();

  @TempDir static Path serverFolder;
  private static S3Server server;
  @TempDir Path folder;
  private Path home;
  private String bucket;
  private BucketUrl url;

  @BeforeAll
  static void startServer() throws Exception {
    server = S3Server.start(serverFolder);
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @BeforeEach
  void anEmptyBucket() throws Exception {
    bucket = "bucket-" + BUCKETS.incrementAndGet();
    url = server.makeBucket(bucket, "missions/mars");
    home = folder.resolve("archive");
    StoreUrl.keep(home, url);
  }

  private Path keys() {
    return server.bucketFolder(bucket).resolve("missions/mars");
  }

  private Path payload(Product product, String name) {
    Path object = keys().resolve(Store.place(product.identity()));
    return Store.within(object, product, product.payload(name).orElseThrow());
  }

  private Product raw(Archive archive, String text) throws Exception {
    return archive.store(Drafts.raw(Files.writeString(folder.resolve("raw.txt"), text)));
  }

  /// Two files, two of whose payloads are the same bytes.
  private static Product derived(Archive archive, Identity input) throws Exception {
    Path one = Files.writeString(archive.workFile("one"), "one and the same");
    Path same = Files.writeString(archive.workFile("same"), "one and the same");
    Path other = Files.writeString(archive.workFile("other"), "another");
    return archive.store(
        new ProductDraft(
            new Recipe("test/two", "1"),
            "two",
            Map.of("a", "b"),
            List.of(input),
            List.of(
                new DraftPayload("one.txt", "text/plain", one),
                new DraftPayload("folder/same.txt", "text/plain", same),
                new DraftPayload("other.txt", "text/plain", other)),
            List.of(),
            Drafts.LINEAGE,
            Map.of()));
  }

  @Test
  void whatIsPutIsReadListedAndVerified() throws Exception {
    Product stored;
    try (Archive archive = Archive.open(home)) {
      stored = raw(archive, "0123456789");
      assertThat(archive.path(stored.identity(), "raw.txt")).hasContent("0123456789");
      assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
      assertThat(archive.verify(Progress.NONE).files()).isEqualTo(5);
    }
    assertThat(home.resolve("store")).doesNotExist();
    Durable.deleteTree(home.resolve("cache"));
    Files.delete(home.resolve("catalogue.db"));
    assertThatThrownBy(() -> Archive.open(home)).isInstanceOf(CatalogueLostException.class);
    assertThat(Archive.rebuild(home, Progress.NONE).products()).isEqualTo(1);
    try (Archive archive = Archive.openReadOnly(home)) {
      assertThat(archive.find(stored.identity())).contains(stored);
      assertThat(archive.path(stored.identity(), "raw.txt")).hasContent("0123456789");
    }
  }

  @Test
  void theSameProductsWithTheSameBytesAsInAFolder() throws Exception {
    Path other = folder.resolve("other");
    Map<String, String> hashes = new TreeMap<>();
    for (Path place : List.of(home, other)) {
      Map<String, String> found = new TreeMap<>();
      try (Archive archive = Archive.open(place)) {
        Product raw = raw(archive, "0123456789");
        Product derived = derived(archive, raw.identity());
        for (Product product : List.of(raw, derived)) {
          for (var payload : product.payloads()) {
            Path file = archive.path(product.identity(), payload.name());
            found.put(product.identity() + payload.name(), Durable.hash(file).sha256());
          }
        }
      }
      assertThat(hashes.isEmpty() || hashes.equals(found)).isTrue();
      hashes.putAll(found);
    }
    assertThat(files(keys())).isEqualTo(files(other.resolve("store"))).hasSizeGreaterThan(15);
  }

  private static List<String> files(Path root) throws Exception {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(path -> root.relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  /// The library that others read such a store with, on the bucket's keys as files.
  @Test
  void theOcflLibraryFindsEveryObjectValid() throws Exception {
    Product raw;
    Product derived;
    try (Archive archive = Archive.open(home)) {
      raw = raw(archive, "0123456789");
      derived = derived(archive, raw.identity());
    }
    Path copy = folder.resolve("copy");
    Durable.copyTree(keys(), copy);
    OcflRepository ocfl =
        new OcflRepositoryBuilder()
            .defaultLayoutConfig(new HashedNTupleLayoutConfig())
            .ocflConfig(c -> c.setDefaultDigestAlgorithm(DigestAlgorithmRegistry.sha256))
            .storage(storage -> storage.fileSystem(copy))
            .workDir(Files.createDirectories(folder.resolve("ocfl-work")))
            .build();
    try {
      for (Product product : List.of(raw, derived)) {
        var results = ocfl.validateObject(Store.objectId(product.identity()), true);
        assertThat(results.getErrors()).isEmpty();
        assertThat(results.getWarnings())
            .as("SHA-256 instead of SHA-512 is all that it minds")
            .allMatch(warning -> warning.toString().contains("W004"));
      }
      try (Stream<String> ids = ocfl.listObjectIds()) {
        assertThat(ids).hasSize(2);
      }
    } finally {
      ocfl.close();
    }
  }

  @Test
  void aFlippedByteIsNamedByItsKeyAndMendedFromABackup() throws Exception {
    Path backup = folder.resolve("backup");
    try (Archive archive = Archive.open(home)) {
      Product raw = raw(archive, "0123456789");
      Product derived = derived(archive, raw.identity());
      archive.backup(backup);
      Files.writeString(payload(raw, "raw.txt"), "0123456788");
      Files.writeString(payload(derived, "other.txt"), "an0ther");
      Verification found = archive.verify(Progress.NONE);
      assertThat(found.problems()).hasSize(2).allMatch(one -> one instanceof Problem.Changed);
      assertThat(found.problems().stream().map(Problem::sentence))
          .anyMatch(text -> text.startsWith("s3://" + bucket + "/missions/mars/"));
      Repair repair = archive.repair(Optional.of(backup), _ -> Optional.empty(), Progress.NONE);
      assertThat(repair.after().problems()).isEmpty();
      assertThat(repair.mended()).hasSize(2);
      assertThat(repair.mended().stream().flatMap(one -> one.files().stream()))
          .containsExactlyInAnyOrder(
              new Repair.MendedFile("raw.txt", Repair.Source.BACKUP),
              new Repair.MendedFile("one.txt", Repair.Source.ITSELF),
              new Repair.MendedFile("folder/same.txt", Repair.Source.ITSELF),
              new Repair.MendedFile("other.txt", Repair.Source.BACKUP));
      assertThat(repair.mended()).allMatch(one -> Files.isDirectory(one.aside().orElseThrow()));
      assertThat(payload(raw, "raw.txt")).hasContent("0123456789");
    }
  }

  @Test
  void whatIsLostOrTooMuchIsToldAndMended() throws Exception {
    Path backup = folder.resolve("backup");
    try (Archive archive = Archive.open(home)) {
      Product raw = raw(archive, "0123456789");
      Product derived = derived(archive, raw.identity());
      archive.backup(backup);
      Path object = keys().resolve(Store.place(raw.identity()));
      Files.delete(object.resolve("inventory.json"));
      Files.writeString(payload(derived, "one.txt").resolveSibling("foreign.txt"), "not ours");
      Files.writeString(keys().resolve("stray"), "not ours");
      Verification found = archive.verify(Progress.NONE);
      assertThat(found.damages()).extracting(Damage::product).hasSize(2);
      assertThat(found.problems()).contains(new Problem.NoObject(raw.identity()));
      assertThat(found.problems())
          .contains(new Problem.Unknown(url.named("stray")))
          .contains(new Problem.Unknown(url.named(within(derived, "v1/content/foreign.txt"))));
      Repair repair = archive.repair(Optional.of(backup), _ -> Optional.empty(), Progress.NONE);
      assertThat(repair.after().problems())
          .containsExactly(new Problem.Unknown(url.named("stray")));
    }
  }

  private static String within(Product product, String name) {
    return Store.place(product.identity()) + "/" + name;
  }

  @Test
  void aBackupIsRestoredIntoAnotherBucketAndIntoAFolder() throws Exception {
    Path backup = folder.resolve("backup");
    List<Product> products;
    try (Archive archive = Archive.open(home)) {
      derived(archive, raw(archive, "0123456789").identity());
      products = archive.products();
      archive.backup(backup);
    }
    assertThat(files(backup.resolve("store"))).isEqualTo(files(keys()));
    Path inFolder = folder.resolve("in-folder");
    Archive.restore(backup, inFolder);
    Path inBucket = folder.resolve("in-bucket");
    BucketUrl second = server.makeBucket(bucket + "-second", "");
    Archive.restore(backup, inBucket, second);
    for (Path restored : List.of(inFolder, inBucket)) {
      try (Archive archive = Archive.open(restored)) {
        assertThat(archive.products()).isEqualTo(products);
        assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
      }
    }
    assertThat(inBucket.resolve("store")).doesNotExist();
    Path third = folder.resolve("third");
    assertThatThrownBy(() -> Archive.restore(backup, third, second))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(third).doesNotExist();
  }

  @Test
  void aLargeFileGoesInPartsAndIsTheSame() throws Exception {
    byte[] bytes = new byte[(64 << 20) + 12_345];
    new Random(8).nextBytes(bytes);
    Path file = Files.write(folder.resolve("raw.txt"), bytes);
    try (Archive archive = Archive.open(home)) {
      Product stored = archive.store(Drafts.raw(file));
      Durable.deleteTree(home.resolve("cache"));
      Path fetched = archive.path(stored.identity(), "raw.txt");
      assertThat(Files.mismatch(fetched, file)).isEqualTo(-1);
      assertThat(archive.verify(Progress.NONE).problems()).isEmpty();
    }
  }

  @Test
  void aStoreThatIsElsewhereAlreadyIsNotMovedByAWord() throws Exception {
    Archive.open(home).close();
    StoreUrl.keep(home, url.withCacheBytes(5_000_000));
    assertThat(StoreUrl.of(home)).contains(url.withCacheBytes(5_000_000));
    BucketUrl second = server.makeBucket(bucket, "second");
    assertThatThrownBy(() -> StoreUrl.keep(home, second))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("already");
    Path inFolder = folder.resolve("in-folder");
    Archive.open(inFolder).close();
    assertThatThrownBy(() -> StoreUrl.keep(inFolder, second))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in that folder already");
  }
}
