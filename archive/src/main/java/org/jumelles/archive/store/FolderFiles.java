package org.jumelles.archive.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/// An object in a folder.
final class FolderFiles implements ObjectFiles {
  private final Path object;

  FolderFiles(Path object) {
    this.object = object;
  }

  @Override
  public SortedSet<String> names() throws IOException {
    SortedSet<String> names = new TreeSet<>();
    if (Files.isDirectory(object)) {
      for (Path path : Durable.walk(object)) {
        if (!Files.isDirectory(path)) {
          names.add(object.relativize(path).toString());
        }
      }
    }
    return names;
  }

  @Override
  public byte[] bytes(String name) throws IOException {
    Path file = object.resolve(name);
    if (Files.size(file) > LARGEST_DOCUMENT_BYTES) {
      throw new IOException(file + " is too large for a document: " + Files.size(file) + " bytes");
    }
    return Files.readAllBytes(file);
  }

  @Override
  public Durable.Hashed hash(String name) throws IOException {
    Path file = object.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return Durable.hash(file);
  }

  @Override
  public String named(String name) {
    return object.resolve(name).toString();
  }
}
