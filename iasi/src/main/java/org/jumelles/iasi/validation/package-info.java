/// What retrieved columns are compared with: a model's or sonde's profile seen through the kernel,
/// another product near in space and time.
///
/// In: the NetCDF-4 that `iasi retrieve -o` wrote (mol m-2, hPa, degrees, seconds since 1970). Out:
/// smoothed columns in mol m-2, pairs with their distance in km and seconds, agreement. Documents:
/// [Rodgers2000] chapters 3 and 12.
@NullMarked
package org.jumelles.iasi.validation;

import org.jspecify.annotations.NullMarked;
