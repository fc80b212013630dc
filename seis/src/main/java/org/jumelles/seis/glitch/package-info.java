/// Glitches: what the instrument itself adds to the counts.
///
/// In: counts of three oblique components of one instrument and the response of each
/// ([org.jumelles.seis.calibration.ChannelResponse]). Out: a [Glitch] for each step in acceleration
/// (m/s^2) that the sensor felt, with the simultaneous step in displacement (m) that makes its
/// spike, and the same counts without them. Work on raw counts, before the instrument is taken off.
/// Documents: [Scholz2020], `docs/glitches.md`.
@NullMarked
package org.jumelles.seis.glitch;

import org.jspecify.annotations.NullMarked;
