package org.jumelles.cli.archive;

import org.jumelles.cli.answer.Version;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ArchiveBusyException;
import org.jumelles.archive.Progress;
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
  /// is
  /// made again.
  private static final Logger POOL_LOGGER = Logger.getLogger("com.zaxxer.hikari");

  static {
    POOL_LOGGER.setLevel(Level.SEVERE);
    ROOT_LOGGER.setLevel(Level.WARNING);
  }

  /// Opens for writing; makes the archive where there is none.
  public Archive open() throws IOException {
    return catalogueUrl == null ? Archive.open(folder) : Archive.open(folder, catalogueUrl);
  }

  /// Opens for writing beside other processes that do so.
  Archive openShared() throws IOException {
    requireFolder();
    return catalogueUrl == null
        ? Archive.openShared(folder)
        : Archive.openShared(folder, catalogueUrl);
  }

  /// Opens for reading; there must be one.
  public Archive openReadOnly() throws IOException {
    requireFolder();
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

  /// Brings a backup back, with its catalogue where this option says.
  void restore(Path from) throws IOException {
    if (catalogueUrl == null) {
      Archive.restore(from, folder);
    } else {
      Archive.restore(from, folder, catalogueUrl);
    }
  }

  /// Makes the catalogue anew.
  Archive.Rebuilt rebuild() throws IOException {
    return catalogueUrl == null
        ? Archive.rebuild(folder, Progress.NONE)
        : Archive.rebuild(folder, catalogueUrl, Progress.NONE);
  }
}
