/// The common Level 1C line: what every container of IASI spectra is turned into, and what every
/// step reads.
///
/// In: granules of any container, by the rooms of `formats`. Out: [ScanLine]s of 30 views of 2 x 2
/// pixels with 8461 channels, as the scaled integers of the file; radiance in W m-2 sr-1 (m-1)-1.
/// Document: IASI Level 1 Product Format Specification, EUM.EPS.SYS.SPE.990003.
@NullMarked
package org.jumelles.iasi.spectrum;

import org.jspecify.annotations.NullMarked;
