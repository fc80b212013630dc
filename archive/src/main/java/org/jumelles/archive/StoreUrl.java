package org.jumelles.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jumelles.archive.bucket.BucketUrl;
import org.jumelles.archive.store.Durable;

/// Where the store of an archive is: `store.url` says so where it is in a bucket.
public final class StoreUrl {
  private static final String FILE = "store.url";

  private StoreUrl() {}

  /// @return empty where the store is in the archive's folder
  public static Optional<BucketUrl> of(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String text = Files.readString(file).strip();
    try {
      return Optional.of(BucketUrl.parse(text));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /// From now on the archive, which may be none yet, is opened with this store; only how much of it
  /// is kept on this machine
  /// may be told anew.
  ///
  /// @throws IllegalArgumentException where its store is elsewhere already
  public static void keep(Path folder, BucketUrl url) throws IOException {
    Optional<BucketUrl> known = of(folder);
    if (known.isPresent() && known.get().equals(url)) {
      return;
    }
    if (known.isPresent() && !known.get().isSamePlace(url)) {
      throw new IllegalArgumentException(
          "the store of " + folder + " is at " + known.get() + " already, not at " + url);
    }
    if (Files.exists(Layout.storeFolder(folder))) {
      throw new IllegalArgumentException(
          "the store of "
              + folder
              + " is in that folder already; `backup` it and `restore` it into the bucket");
    }
    Files.createDirectories(folder);
    Path aside = folder.resolve(FILE + ".new");
    Files.deleteIfExists(aside);
    Durable.write(aside, (url + "\n").getBytes(StandardCharsets.UTF_8));
    Files.move(aside, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    Durable.flush(folder);
  }
}
