/// From optical depths to what the instrument sees: the way of radiance through the layers, and the
/// instrument's line shape.
///
/// In: an [org.jumelles.iasi.atmosphere.Atmosphere], optical depths of its layers, the ground's
/// temperature and emissivity. Out: radiance at the top in W m-2 sr-1 (m-1)-1, monochromatic or in
/// IASI's channels, with derivatives. Source linear in optical depth [Clough1992]; Gaussian
/// apodisation of 0.5 cm-1, cut at 2 cm of path difference [Hilton2012]. Clear sky, no scattering.
@NullMarked
package org.jumelles.iasi.transfer;

import org.jspecify.annotations.NullMarked;
