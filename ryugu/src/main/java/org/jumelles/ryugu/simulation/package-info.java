/// A grain that does not exist, imaged as the curation's near-infrared microscope would: raw, dark
/// and white frames, with the truth.
///
/// In: a seed, a size, a signal-to-noise ratio. Out: counts of each pixel and channel, channels
/// uniform in wavenumber (20 cm-1, 0.99 to 3.65 um), and what is truly in every pixel. Published
/// properties that it gives back are named at [Phase] and [Instrument]; spectra are bands on a dark
/// continuum, not measurements of Ryugu, of which none could be had.
@NullMarked
package org.jumelles.ryugu.simulation;

import org.jspecify.annotations.NullMarked;
