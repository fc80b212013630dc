/// From counts to ground motion.
///
/// In: counts of a channel and the response of its epoch
/// ([org.jumelles.formats.stationxml.Response]);
/// azimuth and dip of three channels. Out: displacement (m), velocity (m/s) or acceleration (m/s^2)
/// along the channel, and the three of them along up, north and east. A response is evaluated stage
/// by stage; time runs as the time stamps say, so that a symmetric filter has no delay.
/// Documents: [SEED2.4] ch. 8 and appendix C, [FDSNStationXML1.2], [Scherbaum2001] ch. 6 and 10.
@NullMarked
package org.jumelles.seis.calibration;

import org.jspecify.annotations.NullMarked;
