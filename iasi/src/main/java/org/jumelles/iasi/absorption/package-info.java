/// How strongly a gas absorbs, line by line, at a pressure and a temperature.
///
/// In: HITRAN's lines (`formats/hitran`) and the coefficients of the water continuum
/// (`formats/mtckd`); pressure in hPa, temperature in K. Out: optical depth or cross-section (cm2
/// per molecule) on an even grid of wavenumbers (cm-1). Voigt lines [Armstrong1967] cut at 25 cm-1
/// with the value there subtracted [Clough1989], no line mixing; strengths, widths and shifts by
/// [Rothman2005]; continuum by [Mlawer2012].
@NullMarked
package org.jumelles.iasi.absorption;

import org.jspecify.annotations.NullMarked;
