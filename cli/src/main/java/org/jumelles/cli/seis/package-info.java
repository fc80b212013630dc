/// Planetary seismology from the command line: waveforms in, glitches, events, places, magnitudes
/// out. Times are UTC as `2019-05-23T02:22:59Z`, channels `XB.ELYSE.03.BHU`, angles degrees.
@NullMarked
package org.jumelles.cli.seis;

import org.jspecify.annotations.NullMarked;
