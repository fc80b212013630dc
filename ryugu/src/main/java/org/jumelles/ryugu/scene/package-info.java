/// What a scene says of itself, without any spectrum from elsewhere.
///
/// In: the scatter of its spectra, then its blocks. Out: principal components, components by signal
/// over noise, each pixel's distance from the rest (in sigmas squared), and the pixels that are
/// most nearly pure. Eigenvalues are in the square of the spectra's unit. Documents: [Green1988],
/// [ReedYu1990], [NascimentoDias2005], [Winter1999], [Boardman1995], `docs/ryugu.md`.
@NullMarked
package org.jumelles.ryugu.scene;

import org.jspecify.annotations.NullMarked;
