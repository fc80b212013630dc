package org.jumelles.cli;

import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import org.jumelles.kernel.outcome.MalformedDataException;

/// What the shell is told.
final class ExitCode {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int REFUSED = 3;

  private ExitCode() {}

  static int of(Throwable thrown) {
    return switch (thrown) {
      case MalformedDataException _ -> REFUSED;
      case NoSuchFileException _, FileNotFoundException _ -> REFUSED;
      case IllegalArgumentException _ -> USAGE;
      default -> FAILED;
    };
  }
}
