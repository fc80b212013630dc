/// How big a quake was [Boese2021].
///
/// In: ground displacement up, north and east in m, the times of P and S, a distance in degrees
/// with its sigma, a type. Out: [Magnitudes], each with its sigma, and the [SpectralFit] behind
/// those that come of a spectrum: levels in dB of (m^2/Hz), attenuation in s. What cannot be
/// measured is absent, and why is told.
@NullMarked
package org.jumelles.seis.magnitude;

import org.jspecify.annotations.NullMarked;
