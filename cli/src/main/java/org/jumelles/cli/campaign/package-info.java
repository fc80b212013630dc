/// A campaign of faults against an archive of its own, and a table of what became of it.
///
/// In: a seed, a bound in minutes, an empty folder. Out: one `Finding` a fault: how often it was
/// made, what was lost, what a person at the terminal saw. Every fault is made to this program's
/// own processes and to files below that folder, and to nothing else; small disks and read-only
/// ones are mounted in a name space of the child's own (Linux, unshare(1)) and vanish with it. What
/// an archive promises is in `docs/archive-on-disk.md`; what was found is in `docs/faults.md`.
@NullMarked
package org.jumelles.cli.campaign;

import org.jspecify.annotations.NullMarked;
