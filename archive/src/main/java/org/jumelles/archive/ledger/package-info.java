/// What was recorded, in order, for good: a hash-chained file of one JSON object a line.
///
/// In: author, kind and a flat body of texts. Out: [LedgerEntry], each bound to the one before by
/// its hash, so that one changed byte is found. Sequence counts from one. The file is the truth;
/// the catalogue's rows are an index that can be made anew. `docs/archive-on-disk.md`.
@NullMarked
package org.jumelles.archive.ledger;

import org.jspecify.annotations.NullMarked;
