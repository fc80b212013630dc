/// The commands over an archive as a whole: take in, process, list, show, why, verify, mend, keep.
///
/// In: `--archive`, `--catalogue`, `--store`. Each opens the archive, asks the rooms below, and
/// prints what it is told; how long work is run and reported stands in `Operation`, once for all of
/// them.
@NullMarked
package org.jumelles.cli.archive;

import org.jspecify.annotations.NullMarked;
