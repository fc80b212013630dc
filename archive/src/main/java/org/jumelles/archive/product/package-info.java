/// What the archive keeps: a product is metadata with its files, immutable, named by a hash.
///
/// In: a recipe with its parameters and the identities of its inputs, or the bytes of a raw file.
/// Out: an [Identity] (the same work is the same name), and [Product] with [Payload] for each file
/// and [Entry] for each thing that may be looked for, with its span and its bytes. Offsets and
/// lengths in bytes. [ProductDocument] is the form on disk, `docs/archive-on-disk.md`.
@NullMarked
package org.jumelles.archive.product;

import org.jspecify.annotations.NullMarked;
