package org.jumelles.archive;

import java.io.IOException;
import java.nio.file.Path;

/// The store holds products and the catalogue is gone or unreadable. The message is one sentence
/// for a person.
public final class CatalogueLostException extends IOException {
  private static final long serialVersionUID = 1;

  CatalogueLostException(Path folder) {
    super(
        "The catalogue of "
            + folder
            + " is lost or damaged; `jumelles rebuild --archive "
            + folder
            + "` makes it anew from the store, and nothing else is lost.");
  }
}
