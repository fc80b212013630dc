/// FITS: header units of 80-column cards, and where their arrays stand [FITS4.0].
///
/// In: the bytes of a file. Out: each unit's cards as they stand, and for images the layout of the
/// stored numbers before BSCALE and BZERO; and the way back. Tables are passed over. Every offset
/// is in bytes; arrays are big-endian and their first axis runs fastest.
@NullMarked
package org.jumelles.formats.fits;

import org.jspecify.annotations.NullMarked;
