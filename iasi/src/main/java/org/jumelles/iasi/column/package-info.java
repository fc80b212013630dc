/// From a pixel and a state of its air to a gas's column, and columns as a Level 2 product.
///
/// In: scan lines, a compiled table, and for each pixel an [AirState] that says who told it. Out:
/// one [PixelColumn] a spectrum, good, doubtful or refused with its reasons, and a [ColumnFile]: CF
/// NetCDF-4, one observation a row, columns in mol m-2 with sigma, prior, kernel and flags. Rows
/// are written as they come; memory holds a thousand of them.
@NullMarked
package org.jumelles.iasi.column;

import org.jspecify.annotations.NullMarked;
