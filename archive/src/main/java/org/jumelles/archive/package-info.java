/// The door of the archive: keep products, find them, say how each came to be.
///
/// In: [ProductDraft], files with what is known of them. Out: [Archive] answers by identity, by
/// entry and by time; bytes are read by path, so that nothing is hashed twice. What `store` has
/// returned is kept, killed or not; what it has not returned is either absent or whole. Times are
/// instants, sizes bytes. The form on disk is told in `docs/archive-on-disk.md`.
@NullMarked
package org.jumelles.archive;

import org.jspecify.annotations.NullMarked;
