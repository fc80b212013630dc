/// Spectral libraries: named spectra on one axis, whatever they came in.
///
/// In: ENVI .sli, PDS4 tables, MATLAB end members, RELAB, ECOSTRESS and USGS texts, .sed of field
/// spectrometers, CSV by rows or by columns. Out: spectra in the unit of the file, percent made
/// fractions, deleted channels NaN. A file that does not tell the unit of its wavelengths has none
/// here either, until the caller names it.
@NullMarked
package org.jumelles.ryugu.library;

import org.jspecify.annotations.NullMarked;
