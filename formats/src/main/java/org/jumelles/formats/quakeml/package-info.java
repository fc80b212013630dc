/// Event catalogues in QuakeML, and as the text table of fdsnws-event.
///
/// In: QuakeML 1.2 (Basic Event Description, also the real-time variant) with the extensions that
/// the Marsquake Service writes: `bed/1.2/mars`, `marsquake/1.0`, `singlestation/1.0`. Out:
/// immutable records in the standard's words, and the same document again: what is not modelled
/// here is kept as a tree in each record's [Rest] and written back in its place.
///
/// Units are the standard's: degrees, metres of depth, seconds, times in UTC. Documents: QuakeML
/// 1.2 BED (Euchner and Schorlemmer 2013); FDSN Web Services 1.2, section fdsnws-event. The entry
/// is [QuakeMl].
@NullMarked
package org.jumelles.formats.quakeml;

import org.jspecify.annotations.NullMarked;
