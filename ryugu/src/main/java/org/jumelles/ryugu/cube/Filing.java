package org.jumelles.ryugu.cube;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/// The files that a new cube becomes.
///
/// @param data the file that holds the numbers
/// @param head bytes before the numbers in that file
/// @param unit that file is filled with zeros to a multiple of so many bytes
/// @param label the file that describes the data, where it is another
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Filing(Path data, byte[] head, int unit, Optional<Label> label) {

  /// Written when the data is complete.
  record Label(Path file, Text text) {}

  /// Writes a label.
  @FunctionalInterface
  interface Text {
    /// @param completeData where the data is now, not yet under its name
    void write(OutputStream out, Path completeData) throws IOException;
  }

  /// @throws IllegalArgumentException where the name has no folder
  static Path sibling(Path file, String end) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + end);
  }
}
