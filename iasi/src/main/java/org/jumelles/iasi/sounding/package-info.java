/// The state of air and ground out of a sounding product, near a spectrum in space and time.
///
/// In: EPS Level 2 (`formats/eps`, IASI_SND_02). Out: for a place (degrees) and a time the nearest
/// [SoundingState] within stated limits (km, seconds): a `Profile` (hPa, K, shares of all
/// molecules) down to the ground, surface temperature in K, emissivity at a wavenumber. What the
/// product does not hold is not made up: its places are empty or NaN. Gases other than water are
/// the caller's. Documents: IASI Level 2 Product Format Specification.
@NullMarked
package org.jumelles.iasi.sounding;

import org.jspecify.annotations.NullMarked;
