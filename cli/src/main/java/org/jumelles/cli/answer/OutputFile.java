package org.jumelles.cli.answer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Option;

/// A file that a command makes: whole or not at all, and never over another unless told so.
public final class OutputFile {
  @Option(names = "--force", description = "Replace an output file that exists.")
  private boolean force;

  /// Writes the content.
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /// Writes the content to a path of its own, for formats that go back and forth.
  @FunctionalInterface
  public interface FileContent {
    void write(Path part) throws IOException;
  }

  /// An empty file holds nothing that could be lost.
  ///
  /// @throws IllegalArgumentException where the file exists and `--force` is not given
  public void check(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(file + " is a folder; name a file");
    }
    if (!force && Files.exists(file) && Files.size(file) > 0) {
      throw new IllegalArgumentException(file + " exists; --force replaces it");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(file + ": there is no folder " + folder);
    }
  }

  /// Writes beside the file and moves it there when all is written.
  public void write(Path file, Content content) throws IOException {
    writeFile(
        file,
        part -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            content.write(out);
          }
        });
  }

  /// The same, by path.
  public void writeFile(Path file, FileContent content) throws IOException {
    check(file);
    Path absolute = file.toAbsolutePath();
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    try {
      content.write(part);
      check(file);
      Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
