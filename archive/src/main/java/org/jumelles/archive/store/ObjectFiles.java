package org.jumelles.archive.store;

import java.io.IOException;
import java.util.SortedSet;

/// The files of one object, each named by its path within the object, with `/`.
public interface ObjectFiles {
  /// Documents larger than this are none of ours, and are not taken into memory.
  long LARGEST_DOCUMENT_BYTES = 256L << 20;

  /// All that lie there.
  SortedSet<String> names() throws IOException;

  /// A document's bytes.
  ///
  /// @throws java.nio.file.NoSuchFileException where there is none
  byte[] bytes(String name) throws IOException;

  /// @throws java.nio.file.NoSuchFileException where there is none
  Durable.Hashed hash(String name) throws IOException;

  /// As people find it.
  String named(String name);
}
