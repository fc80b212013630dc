/// Bytes at rest: an OCFL 1.1 storage root (SHA-256, hashed n-tuple layout) in a folder.
///
/// In: staged files with their hashes and a product's documents. Out: one object a product, which
/// appears whole or not at all, found again by path from its identity alone. An object is built and
/// flushed in the work folder and enters the store by one atomic move. `docs/archive-on-disk.md`.
@NullMarked
package org.jumelles.archive.store;

import org.jspecify.annotations.NullMarked;
