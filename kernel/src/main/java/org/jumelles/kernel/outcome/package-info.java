/// What became of a piece of work, and what exactly was wrong with the bytes.
///
/// In: nothing; these are the words in which every other room reports. Out: an [Outcome] for each
/// counted unit of a run (good, doubtful, refused: together they are all that was read), and a
/// [Defect] that names source, place, field, clause and what was found.
@NullMarked
package org.jumelles.kernel.outcome;

import org.jspecify.annotations.NullMarked;
