/// What is unusual in a spectrum: principal components, cloud tests, indices of gases and aerosols,
/// and alerts with their evidence.
///
/// In: [org.jumelles.iasi.spectrum.ScanLine]s, and the basis of principal components that the user
/// got from EUMETSAT. Out: scores and residuals in units of the instrument's noise, brightness
/// temperature differences in K, indices in standard deviations, alerts as GeoJSON. Cloud tests are
/// told one by one, never mixed into one flag. Skill is proven on simulated plumes alone; the
/// plume-free side on the few real spectra at hand.
/// Documents: IASI Level 1 PCC Product Format and Generation (EUMETSAT), [Walker2011],
/// [Clarisse2012].
@NullMarked
package org.jumelles.iasi.detection;

import org.jspecify.annotations.NullMarked;
