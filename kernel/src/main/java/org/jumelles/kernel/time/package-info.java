/// Time as one integer, and every calendar or clock as a conversion that must be asked for by name.
///
/// In: years, days, seconds of a named scale. Out: [Moment], nanoseconds of TAI since
/// 1970-01-01T00:00:00 TAI, good for 1677-09-21 to 2262-04-11. UTC with its leap seconds is
/// [Utc]. No `double` seconds cross this border, and there is no "day": it is an Earth day or a
/// sol.
@NullMarked
package org.jumelles.kernel.time;

import org.jspecify.annotations.NullMarked;
