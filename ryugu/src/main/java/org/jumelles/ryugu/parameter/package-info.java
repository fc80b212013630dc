/// What a spectrum says of its bands.
///
/// In: blocks of reflectance spectra on their true axis, and windows as data. Out: spectra over
/// their continuum; centre, depth, width (um) and area of bands, each with its sigma and whether it
/// is to be believed; angles (rad) to the spectra of a library; ratios. What is no number stays no
/// number. Documents: [ClarkRoush1984], [Kruse1993], `docs/ryugu.md`.
@NullMarked
package org.jumelles.ryugu.parameter;

import org.jspecify.annotations.NullMarked;
