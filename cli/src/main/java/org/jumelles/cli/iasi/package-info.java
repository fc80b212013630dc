/// Sounder data from the command line: granules, lines and profiles in; spectra, indices, columns
/// and maps out. Wavenumbers are cm-1, windows `2143:2181`, columns molecules a cm2.
@NullMarked
package org.jumelles.cli.iasi;

import org.jspecify.annotations.NullMarked;
