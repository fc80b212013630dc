/// Spectroscopic data in HITRAN's text formats: lines of 160 characters, cross-sections of heavy
/// molecules, and the numbers by which HITRAN calls molecules and isotopologues.
///
/// In: the bytes of a file. Out: [Line]s and [CrossSection]s in the standard's own units: cm-1,
/// cm-1/(molecule cm-2) at 296 K with natural abundance, cm-1/atm; [Isotopologue]s with mass and
/// abundance. A record that cannot be read is a defect with line, column and field, and the others
/// are read. Documents: [Rothman2005] table 1 (lines), [Gordon2022] (isotopologues,
/// cross-sections). HITRAN's own data are no part of this program.
@NullMarked
package org.jumelles.formats.hitran;

import org.jspecify.annotations.NullMarked;
