package org.jumelles.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.jumelles.archive.bucket.Bucket;
import org.jumelles.archive.bucket.BucketUrl;
import org.jumelles.archive.catalogue.Catalogue;
import org.jumelles.archive.ledger.Ledger;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.store.BucketStore;
import org.jumelles.archive.store.FolderStore;
import org.jumelles.archive.store.Store;

/// Where the parts of an archive lie in its folder.
final class Layout {
  private Layout() {}

  /// A store that holds objects has a catalogue: to begin an empty one would hide them.
  ///
  /// @throws CatalogueLostException where the file is gone or is no database
  static void requireCatalogue(Path folder, String jdbcUrl, Store store) throws IOException {
    if (isOwnCatalogue(folder, jdbcUrl)
        && !store.isEmpty()
        && !Catalogue.isThere(catalogueFile(folder))) {
      throw new CatalogueLostException(folder);
    }
  }

  /// @throws NoSuchFileException where the catalogue should be in the folder, and is not
  static void requireOwnCatalogue(Path folder, String jdbcUrl) throws NoSuchFileException {
    if (isOwnCatalogue(folder, jdbcUrl) && !Files.exists(catalogueFile(folder))) {
      throw new NoSuchFileException(folder.toString(), null, "there is no archive here");
    }
  }

  static boolean isOwnCatalogue(Path folder, String jdbcUrl) {
    return jdbcUrl.equals(Catalogue.sqliteUrl(catalogueFile(folder)));
  }

  static Path catalogueFile(Path folder) {
    return folder.resolve("catalogue.db");
  }

  static Path accountsFile(Path folder) {
    return folder.resolve("accounts.db");
  }

  /// Where the accounts are: beside a catalogue in SQLite, in the database of any other.
  static String accountsUrl(Path folder, String jdbcUrl) {
    return Catalogue.isSqlite(jdbcUrl) ? Catalogue.sqliteUrl(accountsFile(folder)) : jdbcUrl;
  }

  static Path storeFolder(Path folder) {
    return folder.resolve("store");
  }

  static boolean hasStore(Path folder) throws IOException {
    return Files.isDirectory(storeFolder(folder)) || StoreUrl.of(folder).isPresent();
  }

  static void requireStore(Path folder) throws IOException {
    if (!hasStore(folder)) {
      throw new NoSuchFileException(folder.toString(), null, "there is no archive here");
    }
  }

  /// The store of a backup, which is a folder.
  static Store backupStore(Path backup) {
    return new FolderStore(storeFolder(backup));
  }

  /// The store in the folder, or in the bucket that the folder names.
  static Store store(Path folder) throws IOException {
    Optional<BucketUrl> url = StoreUrl.of(folder);
    return url.isEmpty() ? new FolderStore(storeFolder(folder)) : store(folder, url.get());
  }

  /// The store in a bucket, with what the folder has for it.
  static Store store(Path folder, BucketUrl url) throws IOException {
    return BucketStore.open(Bucket.open(url), folder.resolve("uploads"), cache(folder));
  }

  /// Below the archive's folder, or the system's own for passing things where nothing may be
  /// written there.
  private static Path cache(Path folder) {
    if (Files.isWritable(folder)) {
      return folder.resolve("cache");
    }
    String name = sha256(folder.toAbsolutePath().normalize().toString());
    return Path.of(System.getProperty("java.io.tmpdir"), "jumelles-cache-" + name.substring(0, 16));
  }

  private static String sha256(String text) {
    return HexFormat.of()
        .formatHex(Identity.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Ledger ledger(Path folder) {
    return new Ledger(folder.resolve("ledger").resolve("ledger.jsonl"));
  }
}
