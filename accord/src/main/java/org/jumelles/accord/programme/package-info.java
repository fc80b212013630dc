/// What is done together, and who has which part in it.
///
/// In: dated facts, each with its source. Out: [Programme] and [RoleAssignment]. Who is accountable
/// is a flag of an assignment at a date, never implied by the kind of [Role]. Source:
/// docs/partnership.md.
@NullMarked
package org.jumelles.accord.programme;

import org.jspecify.annotations.NullMarked;
