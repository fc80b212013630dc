/// Bytes at rest: an OCFL 1.1 storage root (SHA-256, hashed n-tuple layout) in a folder or a
/// bucket.
///
/// In: staged files with their hashes and a product's documents. Out: one object a product, which
/// appears whole or not at all, found again by its place from its identity alone. An object is
/// built in the work folder; it enters a folder by one atomic move, and a bucket file by file, its
/// inventory last. Readers get files; those of a bucket by a bounded cache. Sizes are bytes.
/// `docs/archive-on-disk.md`, `docs/decisions/0013-s3-is-an-add-on.md`.
@NullMarked
package org.jumelles.archive.store;

import org.jspecify.annotations.NullMarked;
