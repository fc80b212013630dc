package org.jumelles.archive;

import java.io.IOException;
import java.nio.file.Path;

/// Another process writes to the archive. The message is one sentence for a person.
public final class ArchiveBusyException extends IOException {
  private static final long serialVersionUID = 1;

  ArchiveBusyException(Path lockFile, String holder) {
    super(
        "The archive "
            + lockFile.getParent()
            + " is being written by "
            + holder
            + "; wait for it to end, or open the archive read-only.");
  }
}
