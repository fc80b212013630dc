/// A day of a planet's seismometer that never was, and the truth about it.
///
/// In: [Simulation.Settings] with a seed, a start and a duration. Out: integer counts of three
/// oblique channels U, V, W at 20 Hz and [Truth]: each quake with its type, times, distance, back
/// azimuth and magnitude, each glitch with its time and size. The station is `XX.SIMLY`, a network
/// code that the FDSN keeps for tests; no simulated sample ever bears the name of a real station.
/// The same seed gives the same counts, whatever runs beside it. Also [Scorecard]: what was found
/// against what is true.
@NullMarked
package org.jumelles.seis.simulation;

import org.jspecify.annotations.NullMarked;
