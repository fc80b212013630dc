/// ENVI images and spectral libraries: a text header beside a flat binary file [ENVI].
///
/// In: the header's bytes; out: its fields as they stand, the layout of the data, and the way back.
/// Fields that are not known here are kept. The data is read by `kernel/raster`. Wavelengths are in
/// the unit that the header names, spelled as it spells it.
@NullMarked
package org.jumelles.formats.envi;

import org.jspecify.annotations.NullMarked;
