/// Layers of an atmosphere as LBLRTM writes them: its file TAPE7.
///
/// In: the bytes of a TAPE7 in form 1. Out: [Tape7] with the layers from the ground up: mean and
/// boundary pressures in hPa, temperatures in K, altitudes in km, amounts along the path in
/// molecules cm-2 by HITRAN's numbers. Document: LBLRTM's user instructions, records 2.1
/// [Clough2005].
@NullMarked
package org.jumelles.formats.lblrtm;

import org.jspecify.annotations.NullMarked;
