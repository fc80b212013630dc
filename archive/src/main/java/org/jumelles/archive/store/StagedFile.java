package org.jumelles.archive.store;

import java.nio.file.Path;
import org.jumelles.archive.product.Payload;

/// A file that lies in the work folder, hashed and flushed, ready to become part of an object.
public record StagedFile(Payload payload, Path file) {}
