/// From scaled integers to physical quantities: radiance, brightness temperature, and what the
/// quality words mean.
///
/// In: [org.jumelles.iasi.spectrum.ScanLine]s. Out: radiance in W m-2 sr-1 (m-1)-1, brightness
/// temperature in K (NaN where the radiance is not above zero), the flags in words, the noise of a
/// channel. Wavenumbers are in m-1 unless a name says cm-1. Constants: CODATA 2018, exact.
@NullMarked
package org.jumelles.iasi.calibration;

import org.jspecify.annotations.NullMarked;
