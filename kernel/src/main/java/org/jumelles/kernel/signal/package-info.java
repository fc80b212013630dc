/// Evenly sampled signals: transforms, filters, windows, trends, spectra.
///
/// In: `double` arrays of samples and their rate in hertz. Out: new arrays; no method changes what
/// it was given unless its name says `InPlace`. Units pass through: a filter's output has the unit
/// of its input, a density has unit^2/Hz. All work is done in one thread and in one order, so that
/// the number of processors does not show in the result. A NaN or an infinity in the input
/// spreads as the equations say; gaps are the caller's to cut out. Sources: [Oppenheim1999],
/// [Welch1967].
@NullMarked
package org.jumelles.kernel.signal;

import org.jspecify.annotations.NullMarked;
