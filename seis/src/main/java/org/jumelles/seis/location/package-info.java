/// Where an event was: how far, by the times of its phases, and in which direction, by the
/// polarisation of its P wave.
///
/// In: picks as [org.jumelles.kernel.time.Moment] with sigmas in seconds, tables of
/// [org.jumelles.seis.velocity.TravelTimes], ground motion up, north and east. Out: densities over
/// distance (degrees) and back azimuth (degrees clockwise from north) with medians, sigmas and
/// 68 % intervals. The method is that of the marsquake service [Clinton2021, Bose2017]; how well
/// it does on the service's own picks is told in `docs/location.md`.
@NullMarked
package org.jumelles.seis.location;

import org.jspecify.annotations.NullMarked;
