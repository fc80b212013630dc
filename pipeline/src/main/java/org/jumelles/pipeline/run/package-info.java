/// Runs planned work: granules side by side, within a memory budget, each counted.
///
/// In: [Work], each with the identity its product will have and the memory it needs. Out: a
/// [Tally] in which planned = known + good + doubtful + refused + broken. A product whose identity
/// the archive has already is not made again. One bad granule never stops the others.
@NullMarked
package org.jumelles.pipeline.run;

import org.jspecify.annotations.NullMarked;
