/// What came of it for others: papers and data with a DOI.
///
/// In: dated facts, each with its source. Out: [Output], one a DOI; the DOI is its name, in lower
/// case, so that one output is never counted twice.
@NullMarked
package org.jumelles.accord.output;

import org.jspecify.annotations.NullMarked;
