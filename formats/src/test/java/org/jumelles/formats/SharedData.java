package org.jumelles.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Finds the folder of public test files, which is not part of this repository.
public final class SharedData {
  private SharedData() {}

  /// The named file or folder; the test is skipped by that name where it is missing.
  public static Path need(String name) {
    Optional<Path> found = root().map(root -> root.resolve(name)).filter(Files::exists);
    Assumptions.assumeTrue(found.isPresent(), () -> "shared/data/" + name + " is not here");
    return found.orElseThrow();
  }

  private static Optional<Path> root() {
    String told = System.getenv("JUMELLES_DATA");
    if (told != null) {
      return Optional.of(Path.of(told));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolve("shared/data");
      if (Files.isDirectory(data)) {
        return Optional.of(data);
      }
    }
    return Optional.empty();
  }
}
