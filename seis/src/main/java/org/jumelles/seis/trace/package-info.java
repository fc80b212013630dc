/// Time series without a hole, put together from records.
///
/// In: records of miniSEED in any order, with gaps and overlaps. Out: a [Segment] for each
/// uninterrupted stretch in the exact type of the file, what lies between them as [Gap], and
/// [Trace], the same as doubles, which every later step takes. Units are those of the input:
/// counts, until `seis.calibration` makes them physical.
///
/// Document: the tolerances of continuity are those of libmseed (half a sampling interval).
@NullMarked
package org.jumelles.seis.trace;

import org.jspecify.annotations.NullMarked;
