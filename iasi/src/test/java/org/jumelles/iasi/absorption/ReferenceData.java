package org.jumelles.iasi.absorption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.jumelles.kernel.bytes.Bytes;

/// Files that tests of the retrieval want and the repository does not hold.
public final class ReferenceData {
  private ReferenceData() {}

  /// A file under `shared/data/iasi`; the test is skipped by its name where it is missing.
  public static Path file(String name) {
    Optional<Path> found = root().map(root -> root.resolve("iasi").resolve(name));
    Assumptions.assumeTrue(
        found.filter(Files::exists).isPresent(), () -> "shared/data/iasi/" + name + " is not here");
    return found.orElseThrow();
  }

  /// Its bytes.
  public static Bytes bytes(String name) {
    Path file = file(name);
    try {
      return Bytes.of(file.toString(), Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
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
