package org.jumelles.ryugu.cube;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where the files lie that a header or a label names: in its folder, or, of a store that keeps
/// files under names and in places of its own, where the caller says.
///
/// @param name of the header or label itself, as its author called it
/// @param file where it lies
/// @param stored other files by name; empty: what is in the folder
record Neighbours(String name, Path file, Optional<Map<String, Path>> stored) {
  static Neighbours inFolder(Path file) {
    return new Neighbours(file.getFileName().toString(), file, Optional.empty());
  }

  static Neighbours stored(String name, Path file, Map<String, Path> others) {
    return new Neighbours(name, file, Optional.of(Map.copyOf(others)));
  }

  Optional<Path> named(String other) {
    if (stored.isPresent()) {
      return Optional.ofNullable(stored.get().get(other));
    }
    Path beside = file.resolveSibling(other);
    return Files.isRegularFile(beside) && !beside.equals(file)
        ? Optional.of(beside)
        : Optional.empty();
  }

  /// The one file that is told, whatever its name; none where the folder is all that is known.
  Optional<Path> only() {
    return stored
        .filter(others -> others.size() == 1)
        .map(others -> others.values().iterator().next());
  }
}
