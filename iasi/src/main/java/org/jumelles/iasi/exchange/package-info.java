/// Level 1C for other programs: spectra, geolocation and flags as NetCDF-4 by CF.
///
/// In: scan lines, one by one and in any number of threads. Out: one file with dimensions `obs`
/// (120 a line, in the container's order) and `wavenumber`; radiance in W m-2 sr-1 (m-1)-1,
/// brightness temperature in K, flags with their meanings. Memory holds a few lines, never a file.
/// Document: CF Conventions 1.11.
@NullMarked
package org.jumelles.iasi.exchange;

import org.jspecify.annotations.NullMarked;
