package org.jumelles.ryugu.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Where a text of spectra comes from, and which other files it may look into.
///
/// @param name for messages, and for a spectrum that has no other
/// @param others files by name, where a store keeps them; none: what is in the folders around
record TextSource(String name, Path file, Optional<Map<String, Path>> others) {
  private static final int LEVELS = 4;

  static TextSource inFolder(Path file) {
    return new TextSource(file.toString(), file, Optional.empty());
  }

  static TextSource stored(String name, Path file, Map<String, Path> others) {
    return new TextSource(name, file, Optional.of(new TreeMap<>(others)));
  }

  /// The name of the file without folder and ending.
  String stem() {
    String last = fileName();
    int dot = last.indexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }

  String fileName() {
    return name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
  }

  /// The first file, by name, whose name has a text in it, capitals or not: of those told, or in
  /// the folder of this one, or up to three above.
  Optional<Path> named(String part) throws IOException {
    String wanted = part.toLowerCase(Locale.ROOT);
    if (others.isPresent()) {
      return others.get().entrySet().stream()
          .filter(one -> one.getKey().toLowerCase(Locale.ROOT).contains(wanted))
          .map(Map.Entry::getValue)
          .findFirst();
    }
    Path folder = file.toAbsolutePath().getParent();
    for (int i = 0; i < LEVELS && folder != null; i++) {
      List<Path> found = new ArrayList<>();
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(path -> path.getFileName().toString().toLowerCase(Locale.ROOT).contains(wanted))
            .filter(Files::isRegularFile)
            .sorted()
            .limit(1)
            .forEach(found::add);
      }
      if (!found.isEmpty()) {
        return Optional.of(found.getFirst());
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }
}
