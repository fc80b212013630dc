/// Level 3: what many pixels of a day come to, on a grid of latitude and longitude.
///
/// In: quantities of pixels (K or indices) with place, time and footprint. Out: for each UTC day
/// and each half of the local solar day, in each cell: count, mean and spread, and a NetCDF-4 file
/// of them by CF. Cells are half-open, `[lo, hi)`, from -180 and from -90; longitude 180 is -180,
/// and the north pole belongs to the last row. A footprint counts in the cell of its centre, or, if
/// asked for, in all cells that it covers, by area. Local solar time is UTC + longitude / 15 h.
@NullMarked
package org.jumelles.iasi.level3;

import org.jspecify.annotations.NullMarked;
