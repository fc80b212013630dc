package org.jumelles.cli.answer;

import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import org.jumelles.kernel.outcome.MalformedDataException;

/// What the shell is told.
public final class ExitCode {
  public static final int OK = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int REFUSED = 3;

  private ExitCode() {}

  public static int of(Throwable thrown) {
    return switch (thrown) {
      case MalformedDataException _ -> REFUSED;
      case NoSuchFileException _, FileNotFoundException _ -> REFUSED;
      case IllegalArgumentException _ -> USAGE;
      default -> FAILED;
    };
  }
}
