/// How a product came to be, in the words of W3C PROV: entities, an activity, agents.
///
/// In: what a run knows of itself (commit, start, end, software, operator, programme with the
/// organisation that answered for it, or why that is not known). Out: [Lineage], kept with each
/// product, and [ProvDocument], the same as PROV-JSON (W3C Member Submission 24 April 2013).
@NullMarked
package org.jumelles.archive.lineage;

import org.jspecify.annotations.NullMarked;
