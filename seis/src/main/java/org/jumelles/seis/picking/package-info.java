/// When the phases of an event arrived, read off its envelopes by machine.
///
/// In: ground motion of one or three components about an event (any unit, UTC instants) and
/// its family. Out: [Picks], one or two [PhasePick]s each with a sigma in s, how much better the
/// data are explained with it than without (a log-likelihood), and the sentences that say so. The
/// logarithm of the power in each second is taken for noise, then a straight line from the first
/// phase on, then another from the second on, as scattered energy decays: the two instants are
/// those of the least squares over all bands and components, as in a segmented regression
/// [Muggeo2003].
@NullMarked
package org.jumelles.seis.picking;

import org.jspecify.annotations.NullMarked;
