/// What is said of an event before anybody has located it.
///
/// In: what `detection` measured on one channel. Out: [Candidate] records, each with its times,
/// its band content as amplitude ratios (no unit), a proposed type and quality with the reasons in
/// words. Nothing here is computed from samples. The types and the qualities are those of
/// [Clinton2021], by where the energy lies; on another body they say no more than that.
@NullMarked
package org.jumelles.seis.event;

import org.jspecify.annotations.NullMarked;
