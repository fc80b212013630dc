package org.jumelles.archive.store;

import io.ocfl.api.OcflRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jumelles.archive.bucket.Bucket;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.StoredProduct;

/// The objects of an archive in a bucket.
///
/// An object's files are written in any order and its inventory last: what has no inventory is no
/// object, and nobody sees it. Writers of the same object wait for each other by a lock in the
/// archive's folder, and the server is asked to take the inventory only where there is none, so the
/// first one stays. Readers get files by a bounded cache on this machine.
public final class BucketStore implements Store {
  private static final Pattern IN_OBJECT =
      Pattern.compile("(([0-9a-f]{3})/([0-9a-f]{3})/([0-9a-f]{3})/(\\2\\3\\4[0-9a-f]{55}))/(.+)");
  private static final Pattern ROOT_FILE =
      Pattern.compile("0=ocfl_1\\.1|ocfl_layout\\.json|[^/]+\\.md|extensions/.+");
  private static final String FIRST_ROOT_FILE = "0=ocfl_1.1";
  private static final int LOCK_ATTEMPTS = 72_000; // an hour

  private final Bucket bucket;
  private final Path locks;
  private final ReadCache cache;

  private BucketStore(Bucket bucket, Path locks, ReadCache cache) {
    this.bucket = bucket;
    this.locks = locks;
    this.cache = cache;
  }

  /// @param bucket closed with this store
  /// @param locks a folder that all writers share
  /// @param cache a folder of this machine
  public static BucketStore open(Bucket bucket, Path locks, Path cache) {
    return new BucketStore(bucket, locks, new ReadCache(cache, bucket.url().cacheBytes()));
  }

  @Override
  public String name() {
    return bucket.url().named("");
  }

  /// How readers were served.
  public CacheCounts counts() throws IOException {
    return cache.counts();
  }

  @Override
  public void create(Path workFolder) throws IOException {
    if (bucket.sizeBytes(FIRST_ROOT_FILE).isPresent()) {
      return;
    }
    Path aside = workFolder.resolve("new-store");
    NewObject.openOcfl(aside, workFolder.resolve("new-store-work")).close();
    Upload.root(bucket, aside, FIRST_ROOT_FILE);
  }

  @Override
  public boolean isEmpty() throws IOException {
    AtomicBoolean empty = new AtomicBoolean(true);
    bucket.list(
        "",
        item -> {
          if (IN_OBJECT.matcher(item.key()).matches()) {
            empty.set(false);
          }
          return empty.get();
        });
    return empty.get();
  }

  @Override
  public boolean contains(Identity identity) throws IOException {
    return isObject(Store.place(identity));
  }

  private boolean isObject(String place) throws IOException {
    return bucket.sizeBytes(place + "/" + INVENTORY).isPresent();
  }

  @Override
  public List<String> objects() throws IOException {
    TreeSet<String> objects = new TreeSet<>();
    bucket.list(
        "",
        item -> {
          var matcher = IN_OBJECT.matcher(item.key());
          if (matcher.matches() && matcher.group(6).equals(INVENTORY)) {
            objects.add(matcher.group(1));
          }
          return true;
        });
    return List.copyOf(objects);
  }

  @Override
  public Listing list(Predicate<String> underWay) throws IOException {
    TreeSet<String> objects = new TreeSet<>();
    TreeMap<String, String> halves = new TreeMap<>();
    List<String> strays = new ArrayList<>();
    bucket.list(
        "",
        item -> {
          var matcher = IN_OBJECT.matcher(item.key());
          if (!matcher.matches()) {
            if (!ROOT_FILE.matcher(item.key()).matches()) {
              strays.add(bucket.url().named(item.key()));
            }
          } else if (matcher.group(6).equals(INVENTORY)) {
            objects.add(matcher.group(1));
          } else {
            halves.putIfAbsent(matcher.group(1), item.key());
          }
          return true;
        });
    halves.keySet().removeAll(objects);
    for (String place : halves.keySet()) {
      // In this order: a writer takes its mark away after the inventory is there.
      if (!underWay.test(place)) {
        if (isObject(place)) {
          objects.add(place);
        } else {
          files(place).names().forEach(name -> strays.add(files(place).named(name)));
        }
      }
    }
    return new Listing(List.copyOf(objects), strays);
  }

  @Override
  public BucketFiles files(String place) {
    return new BucketFiles(bucket, place);
  }

  @Override
  public Path path(Product product, Payload payload) throws IOException {
    String place = Store.place(product.identity());
    return cache.file(
        cacheName(place),
        Store.contentName(product, payload),
        into -> fetch(product, files(place), into));
  }

  /// The whole product: a reader looks beside a file for those that go with it.
  private static void fetch(Product product, BucketFiles files, Path into) throws IOException {
    for (Payload payload : product.payloads()) {
      String name = Store.contentName(product, payload);
      if (!payload.name().equals(name)) {
        continue;
      }
      Path file = into.resolve(name).normalize();
      if (!file.startsWith(into)) {
        throw new IOException("a file may not be named '" + name + "'");
      }
      Durable.Hashed hashed = files.copy(CONTENT + "/" + name, payload.size(), file);
      if (hashed.size() != payload.size() || !hashed.sha256().equals(payload.sha256())) {
        throw new IOException(
            new Problem.Changed(
                    files.named(CONTENT + "/" + name), payload.sha256(), hashed.sha256())
                .sentence());
      }
    }
  }

  @Override
  public Path asItIs(Product product, Payload payload, Path aside) throws IOException {
    files(Store.place(product.identity()))
        .copy(CONTENT + "/" + Store.contentName(product, payload), payload.size(), aside);
    return aside;
  }

  private static String cacheName(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  @Override
  public boolean put(
      StoredProduct stored, List<StagedFile> files, OcflRepository aside, Path asideRoot)
      throws IOException {
    Path built = NewObject.build(stored, files, aside, asideRoot);
    Identity identity = stored.product().identity();
    try {
      boolean first = upload(identity, built);
      if (first) {
        keepNear(identity, built.resolve(CONTENT));
      }
      return first;
    } finally {
      Durable.deleteTree(built);
    }
  }

  /// What was just made is most likely read next. The object is in the store: a cache that cannot
  /// take it, on another disk or a full one, is no failure.
  private void keepNear(Identity identity, Path content) {
    try {
      cache.adopt(cacheName(Store.place(identity)), content);
    } catch (IOException e) {
      return;
    }
  }

  @Override
  public void take(Identity identity, Path object) throws IOException {
    upload(identity, object);
  }

  private boolean upload(Identity identity, Path object) throws IOException {
    try (FolderLock _ = lock(identity)) {
      return !contains(identity) && Upload.object(bucket, Store.place(identity), object);
    }
  }

  /// Held while files of an object come or go; one in 4,096 objects shares it.
  private FolderLock lock(Identity identity) throws IOException {
    Files.createDirectories(locks);
    Path file = locks.resolve(identity.sha256Hex().substring(0, 3));
    for (int i = 0; i < LOCK_ATTEMPTS; i++) {
      Optional<FolderLock> lock =
          FolderLock.tryLock(file, "process " + ProcessHandle.current().pid());
      if (lock.isPresent()) {
        return lock.get();
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for " + file, e);
      }
    }
    throw new IOException(file + " is held by " + FolderLock.holder(file) + " for an hour");
  }

  @Override
  public void sweep(Identity identity) throws IOException {
    String place = Store.place(identity);
    try (FolderLock _ = lock(identity)) {
      if (!isObject(place)) {
        bucket.abandonUploads(place + "/");
        delete(place);
      }
    }
  }

  /// The inventory first: what goes half is no object.
  private void delete(String place) throws IOException {
    List<String> keys =
        files(place).names().stream()
            .filter(name -> !name.equals(INVENTORY))
            .map(name -> place + "/" + name)
            .toList();
    bucket.delete(List.of(place + "/" + INVENTORY));
    bucket.delete(keys);
  }

  @Override
  public void setAside(Identity identity, Path folder) throws IOException {
    String place = Store.place(identity);
    try (FolderLock _ = lock(identity)) {
      copyFiles(files(place), folder);
      Durable.flushTree(folder);
      Durable.flush(Durable.parent(folder));
      delete(place);
    }
    cache.drop(cacheName(place));
  }

  @Override
  public void copyRoot(Path to) throws IOException {
    List<String> keys = new ArrayList<>();
    bucket.list(
        "",
        item -> {
          if (ROOT_FILE.matcher(item.key()).matches()) {
            keys.add(item.key());
          }
          return true;
        });
    for (String key : keys) {
      copyFile(key, bucket.sizeBytes(key), to);
    }
  }

  private void copyFile(String key, OptionalLong size, Path to) throws IOException {
    Path file = to.resolve(key).normalize();
    if (file.startsWith(to) && size.isPresent()) {
      Files.createDirectories(Durable.parent(file));
      try (var in = bucket.read(key, 0)) {
        Files.copy(in, file);
      }
    }
  }

  @Override
  public void copyObject(Identity identity, Path toRoot) throws IOException {
    String place = Store.place(identity);
    copyFiles(files(place), toRoot.resolve(place));
  }

  private static void copyFiles(BucketFiles files, Path to) throws IOException {
    for (String name : files.names()) {
      Path file = to.resolve(name).normalize();
      if (!file.startsWith(to) || file.equals(to)) {
        throw new IOException(files.named(name) + " is no name for a file");
      }
      files.copy(name, Long.MAX_VALUE, file);
    }
  }

  @Override
  public void close() {
    bucket.close();
  }
}
