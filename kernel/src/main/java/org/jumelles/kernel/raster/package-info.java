/// Numbers of one type in memory that make lines x samples x bands, in whatever order they stand.
///
/// In: bytes, an element type, a byte order, and how far apart neighbours on each axis are. Out:
/// whole spectra, pixel after pixel, as floats, doubles or the very bits; and the way back. No
/// scale, no meaning: values as they are stored.
@NullMarked
package org.jumelles.kernel.raster;

import org.jspecify.annotations.NullMarked;
