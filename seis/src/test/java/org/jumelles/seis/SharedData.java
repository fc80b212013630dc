package org.jumelles.seis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Files that tests want and the repository does not hold.
public final class SharedData {
  private SharedData() {}

  /// A file under `shared/data/seis`; the test is skipped by its name where it is missing.
  public static Path file(String name) {
    Path file = folder().resolve(name);
    Assumptions.assumeTrue(Files.exists(file), "skipped for want of " + name);
    return file;
  }

  private static Path folder() {
    Optional<String> named = Optional.ofNullable(System.getenv("JUMELLES_DATA"));
    if (named.isPresent()) {
      return Path.of(named.get(), "seis");
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared/data/seis"))) {
        return at.resolve("shared/data/seis");
      }
    }
    return Path.of("shared/data/seis");
  }
}
