package org.jumelles.archive.store;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// A folder of objects' contents for readers that need files, bounded in bytes.
///
/// A folder an object, named by the last part of its place, which appears whole by one move. The
/// longest unused goes first; never one whose file this process still holds a path to, nor one that
/// any process was given within the last half minute. Where all are held, the bound is passed
/// rather than a reader broken, and that is counted. What is there was checked when it came in.
final class ReadCache {
  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final String FILLING = ".filling-";
  private static final String LEAVING = ".leaving-";
  private static final int ATTEMPTS = 4; // other processes evict too
  private static final Duration BETWEEN_COLLECTIONS = Duration.ofSeconds(30);
  private static final Duration ABANDONED = Duration.ofHours(24);

  private final Path folder;
  private final long boundBytes;
  private final Duration grace;
  private final ConcurrentHashMap<String, ReentrantLock> filling = new ConcurrentHashMap<>();
  private final Map<String, List<WeakReference<Path>>> given = new HashMap<>();
  private final AtomicLong number = new AtomicLong();
  private final AtomicLong hits = new AtomicLong();
  private final AtomicLong fills = new AtomicLong();
  private final AtomicLong filledBytes = new AtomicLong();
  private final AtomicLong evictions = new AtomicLong();
  private long heldBytes = -1;
  private Instant collected = Instant.EPOCH;

  ReadCache(Path folder, long boundBytes) {
    this(folder, boundBytes, GRACE);
  }

  ReadCache(Path folder, long boundBytes, Duration grace) {
    this.folder = folder;
    this.boundBytes = boundBytes;
    this.grace = grace;
  }

  /// Writes the files of an object into a new folder, and throws where they are not what they
  /// should be.
  @FunctionalInterface
  interface Filling {
    void fill(Path into) throws IOException;
  }

  /// The file of an object, which is fetched where it is not there yet.
  Path file(String object, String name, Filling filling) throws IOException {
    Path file = held(object, name);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      touch(folder.resolve(object));
      if (Files.isRegularFile(file)) {
        (attempt == 0 ? hits : fills).incrementAndGet();
        return file;
      }
      fill(object, filling);
    }
    throw new NoSuchFileException(file.toString());
  }

  /// A path that is remembered for as long as somebody holds it: before its file is fetched, so
  /// that no other reader's need evicts it in between.
  private synchronized Path held(String object, String name) throws IOException {
    Path own = folder.resolve(object);
    Path file = own.resolve(name).normalize();
    if (!file.startsWith(own)) {
      throw new IOException("a file may not be named '" + name + "'");
    }
    List<WeakReference<Path>> holders = given.computeIfAbsent(object, _ -> new ArrayList<>());
    holders.removeIf(holder -> holder.refersTo(null));
    holders.add(new WeakReference<>(file));
    return file;
  }

  private static void touch(Path own) throws IOException {
    try {
      Files.setLastModifiedTime(own, FileTime.from(Instant.now()));
    } catch (NoSuchFileException e) {
      // another process let it go; the caller will see that the file is not there
    }
  }

  private void fill(String object, Filling filler) throws IOException {
    ReentrantLock alone = filling.computeIfAbsent(object, _ -> new ReentrantLock());
    alone.lock();
    try {
      if (Files.isDirectory(folder.resolve(object))) {
        return;
      }
      Path aside = aside(FILLING);
      try {
        filler.fill(aside);
        adopt(object, aside);
      } finally {
        Durable.deleteTree(aside);
      }
    } finally {
      alone.unlock();
      filling.remove(object, alone);
    }
  }

  private Path aside(String start) throws IOException {
    String name = start + ProcessHandle.current().pid() + "-" + number.incrementAndGet();
    Files.createDirectories(folder);
    Path aside = folder.resolve(name);
    Durable.deleteTree(aside);
    return Files.createDirectory(aside);
  }

  /// Takes a folder of an object's content in, whole, and makes room for it.
  void adopt(String object, Path content) throws IOException {
    long bytes = size(content);
    makeRoom(bytes);
    Files.createDirectories(folder);
    touch(content);
    try {
      Files.move(content, folder.resolve(object), StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (Files.isDirectory(folder.resolve(object))) {
        return; // another was quicker
      }
      throw e;
    }
    synchronized (this) {
      heldBytes += bytes;
    }
    filledBytes.addAndGet(bytes);
  }

  /// Lets an object go, whether or not somebody reads it: what is open stays readable.
  synchronized void drop(String object) throws IOException {
    if (Files.isDirectory(folder.resolve(object))) {
      evict(object);
    }
  }

  private record Held(String object, Instant lastUse) {}

  /// Paths that nobody holds any more are known after a collection only; where that is what stands
  /// in the way, one is asked for, seldom.
  private synchronized void makeRoom(long bytes) throws IOException {
    if (heldBytes >= 0 && heldBytes + bytes <= boundBytes) {
      return;
    }
    evictFor(bytes);
    Instant now = Instant.now();
    if (heldBytes + bytes > boundBytes && collected.plus(BETWEEN_COLLECTIONS).isBefore(now)) {
      collected = now;
      System.gc();
      evictFor(bytes);
    }
  }

  private void evictFor(long bytes) throws IOException {
    Files.createDirectories(folder);
    List<Held> held = scan();
    held.sort(Comparator.comparing(Held::lastUse));
    Instant latest = Instant.now().minus(grace);
    for (Held one : held) {
      if (heldBytes + bytes <= boundBytes) {
        return;
      }
      if (one.lastUse().isBefore(latest) && !isHeld(one.object())) {
        heldBytes -= size(folder.resolve(one.object()));
        evict(one.object());
      }
    }
  }

  /// Counts anew what is there: other processes fill and empty the folder too.
  private List<Held> scan() throws IOException {
    List<Held> held = new ArrayList<>();
    heldBytes = 0;
    List<Path> children;
    try (Stream<Path> all = Files.list(folder)) {
      children = all.toList();
    }
    for (Path child : children) {
      String name = child.getFileName().toString();
      try {
        Instant lastUse = Files.getLastModifiedTime(child).toInstant();
        if (!name.startsWith(".")) {
          heldBytes += size(child);
          held.add(new Held(name, lastUse));
        } else if (lastUse.isBefore(Instant.now().minus(ABANDONED))) {
          Durable.deleteTree(child); // of a process that was killed
        }
      } catch (NoSuchFileException e) {
        // another process let it go
      }
    }
    return held;
  }

  private boolean isHeld(String object) {
    List<WeakReference<Path>> holders = given.getOrDefault(object, new ArrayList<>());
    holders.removeIf(holder -> holder.refersTo(null));
    if (holders.isEmpty()) {
      given.remove(object);
    }
    return !holders.isEmpty();
  }

  private void evict(String object) throws IOException {
    Path leaving = aside(LEAVING);
    try {
      Files.move(folder.resolve(object), leaving.resolve(object), StandardCopyOption.ATOMIC_MOVE);
      evictions.incrementAndGet();
    } catch (NoSuchFileException e) {
      // another process let it go
    }
    Durable.deleteTree(leaving);
  }

  private static long size(Path tree) throws IOException {
    long bytes = 0;
    for (Path path : Durable.walk(tree)) {
      bytes += Files.isDirectory(path) ? 0 : Files.size(path);
    }
    return bytes;
  }

  /// What came of asking for files since this was opened.
  synchronized CacheCounts counts() throws IOException {
    if (heldBytes < 0) {
      Files.createDirectories(folder);
      scan();
    }
    return new CacheCounts(
        hits.get(),
        fills.get(),
        filledBytes.get(),
        evictions.get(),
        heldBytes,
        boundBytes,
        Math.max(0, heldBytes - boundBytes));
  }
}
