/// Where in a channel an event may be: pure functions from samples to candidates.
///
/// In: evenly sampled stretches of one channel, 2 to 100 Hz, any unit, gaps allowed. Out:
/// [Detection] with [org.jumelles.seis.event.Candidate] records, what was vetoed and why, notes on
/// what could not be observed, and the thresholds used. [StaLta] is the classic baseline
/// [Allen1978, Withers1998]; [EnvelopeDetector] watches smoothed envelopes in five bands over a
/// running noise floor, after the way events are found on Mars [Clinton2021, Dahmen2021].
@NullMarked
package org.jumelles.seis.detection;

import org.jspecify.annotations.NullMarked;
