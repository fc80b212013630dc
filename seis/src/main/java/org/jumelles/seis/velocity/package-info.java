/// How fast waves run in a planet, and when they arrive.
///
/// In: text models as they are published (`.nd` of TauP, `.tvel` of ttimes): depth in km, speeds in
/// km/s, density in g/cm3. Out: [VelocityProfile], with what had to be mended told as defects, and
/// [TravelTimes]: seconds by phase, distance in degrees and depth in km, through tables of rays
/// shot by TauP [Crotwell1999] and kept. Nothing here knows which planet it is.
@NullMarked
package org.jumelles.seis.velocity;

import org.jspecify.annotations.NullMarked;
