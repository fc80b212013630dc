package org.jumelles.archive.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jumelles.archive.bucket.Bucket;

/// Sends the files of a folder to a bucket, some at a time, and the one that counts last.
final class Upload {
  private static final int AT_ONCE = 8;

  private Upload() {}

  /// @return whether this call made the object; false where another's inventory was first
  static boolean object(Bucket bucket, String place, Path object) throws IOException {
    Path inventory = object.resolve(Store.INVENTORY);
    send(bucket, place + "/", object, inventory);
    return commit(bucket, place + "/" + Store.INVENTORY, inventory);
  }

  /// A storage root without objects.
  ///
  /// @param last its file that says it is one
  static void root(Bucket bucket, Path root, String last) throws IOException {
    send(bucket, "", root, root.resolve(last));
    commit(bucket, last, root.resolve(last));
  }

  private static boolean commit(Bucket bucket, String key, Path file) throws IOException {
    return bucket.create(key, Files.readAllBytes(file), Durable.hash(file).sha256());
  }

  private static void send(Bucket bucket, String start, Path folder, Path last) throws IOException {
    Semaphore places = new Semaphore(AT_ONCE);
    List<Future<?>> sent = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Path file : Durable.walk(folder)) {
        if (!Files.isDirectory(file) && !file.equals(last)) {
          String key = start + folder.relativize(file);
          sent.add(
              threads.submit(
                  () -> {
                    places.acquire();
                    try {
                      bucket.write(key, file, Durable.hash(file).sha256());
                    } finally {
                      places.release();
                    }
                    return key;
                  }));
        }
      }
    }
    for (Future<?> one : sent) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for an upload", e);
      }
    }
  }
}
