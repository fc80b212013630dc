package org.jumelles.cli.archive;

import org.jumelles.cli.answer.Version;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.Rebuilt;
import org.jumelles.archive.ArchiveBusyException;
import org.jumelles.archive.Progress;
import org.jumelles.archive.StoreUrl;
import org.jumelles.archive.bucket.BucketUrl;
import org.jumelles.pipeline.run.Engine;
import picocli.CommandLine.Option;

/// Which archive a command works on.
public final class ArchiveOption {
  @Option(
      names = "--archive",
      paramLabel = "DIR",
      defaultValue = "${env:JUMELLES_ARCHIVE:-var}",
      description = "The archive's folder (${DEFAULT-VALUE}).")
  private Path folder = Path.of("var");

  @Option(
      names = "--catalogue",
      paramLabel = "URL",
      description =
          "A catalogue in PostgreSQL, as jdbc:postgresql://HOST/DATABASE; the archive remembers one that it was moved to.")
  private @Nullable String catalogueUrl;

  @Option(
      names = "--store",
      paramLabel = "URL",
      description =
          "The store in a bucket, as s3://BUCKET/PREFIX, said once: the archive remembers it. Credentials by the variables of AWS; with ?cache=BYTES how much readers may keep in the archive's folder (10000000000).")
  private @Nullable String storeUrl;

  @Option(
      names = "--store-endpoint",
      paramLabel = "URL",
      defaultValue = "${env:AWS_ENDPOINT_URL_S3}",
      description = "The server of --store, where it is not Amazon's, such as http://HOST:9000.")
  private @Nullable String storeEndpoint;

  public Path folder() {
    return folder;
  }

  /// The same archive, for those who open it elsewhere.
  Engine.Site site(boolean removesTicks) {
    return new Engine.Site(
        folder.toAbsolutePath().normalize(),
        Optional.ofNullable(catalogueUrl),
        Version.NUMBER,
        removesTicks);
  }

  /// The libraries below tell of their daily work; a person at a terminal wants their warnings
  /// only.
  private static final Logger ROOT_LOGGER = Logger.getLogger("");

  /// It warns with a stack trace of each connection that a restarted server dropped, each of which
  /// is made again.
  private static final Logger POOL_LOGGER = Logger.getLogger("com.zaxxer.hikari");

  static {
    POOL_LOGGER.setLevel(Level.SEVERE);
    ROOT_LOGGER.setLevel(Level.WARNING);
  }

  /// Opens for writing; makes the archive where there is none.
  public Archive open() throws IOException {
    rememberStore();
    return catalogueUrl == null ? Archive.open(folder) : Archive.open(folder, catalogueUrl);
  }

  private void rememberStore() throws IOException {
    Optional<BucketUrl> url = store();
    if (url.isPresent()) {
      StoreUrl.keep(folder, url.get());
    }
  }

  /// @throws IllegalArgumentException where a word is no place
  private Optional<BucketUrl> store() {
    if (storeUrl == null) {
      return Optional.empty();
    }
    BucketUrl url = BucketUrl.parse(storeUrl);
    boolean said = storeEndpoint != null && !storeEndpoint.isEmpty() && url.endpoint().isEmpty();
    return Optional.of(said ? url.at(URI.create(String.valueOf(storeEndpoint))) : url);
  }

  /// Opens for writing beside other processes that do so.
  Archive openShared() throws IOException {
    requireFolder();
    rememberStore();
    return catalogueUrl == null
        ? Archive.openShared(folder)
        : Archive.openShared(folder, catalogueUrl);
  }

  /// Opens for reading; there must be one.
  public Archive openReadOnly() throws IOException {
    requireFolder();
    rememberStore();
    return catalogueUrl == null
        ? Archive.openReadOnly(folder)
        : Archive.openReadOnly(folder, catalogueUrl);
  }

  /// Opens for reading, after what a killed writer left behind was put in order; where another
  /// process writes just now, there is nothing to put in order.
  public Archive openRecovered() throws IOException {
    requireFolder();
    if (!Files.isWritable(folder)) {
      return openReadOnly();
    }
    try {
      return open();
    } catch (ArchiveBusyException busy) {
      return openReadOnly();
    }
  }

  private void requireFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder + " (no archive there; `jumelles up` makes one)");
    }
  }

  /// Brings a backup back, with its store and its catalogue where this option says.
  void restore(Path from) throws IOException {
    Optional<BucketUrl> url = store();
    if (url.isPresent()) {
      Archive.restore(from, folder, url.get());
      if (catalogueUrl != null) {
        Archive.migrate(folder, catalogueUrl, Progress.NONE);
      }
    } else if (catalogueUrl == null) {
      Archive.restore(from, folder);
    } else {
      Archive.restore(from, folder, catalogueUrl);
    }
  }

  /// Makes the catalogue anew.
  Rebuilt rebuild() throws IOException {
    rememberStore();
    return catalogueUrl == null
        ? Archive.rebuild(folder, Progress.NONE)
        : Archive.rebuild(folder, catalogueUrl, Progress.NONE);
  }
}
