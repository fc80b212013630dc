/// The air along a line of sight, as homogeneous layers.
///
/// In: LBLRTM's layers (`formats/lblrtm`) or a profile of levels (`formats/profile`). Out: an
/// [Atmosphere]: pressure in hPa, temperature in K, amounts of each gas along the path in molecules
/// cm-2, from the ground up. Altitudes are hydrostatic in moist air, the path is straight through
/// spherical shells. Documents: [Clough2005], [Rodgers2000].
@NullMarked
package org.jumelles.iasi.atmosphere;

import org.jspecify.annotations.NullMarked;
