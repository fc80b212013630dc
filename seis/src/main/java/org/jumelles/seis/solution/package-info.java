/// What is concluded of one event: phases, type, quality, place and size, each with its reasons.
///
/// In: a [org.jumelles.seis.event.Candidate] and the ground motion about it ([Ground]: up, north
/// and east in m/s, or what there is), the station's place, and a
/// [org.jumelles.seis.location.Locator]. Out: a [Solution]: picks with sigmas in s, distance and
/// back azimuth in degrees as densities, an epicentre with the region that holds 68 % of the
/// probability, magnitudes with sigmas. What cannot be concluded is absent, and why is told. The
/// terms are those of the marsquake service [Clinton2021]; nothing here names a planet.
@NullMarked
package org.jumelles.seis.solution;

import org.jspecify.annotations.NullMarked;
