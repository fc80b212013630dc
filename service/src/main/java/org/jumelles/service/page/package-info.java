/// Pages for people: what the archive holds, and how each product came to be.
///
/// In: holdings, products, pictures and alerts of an archive. Out: HTML with one style sheet, that
/// needs no script but for the map and the spectra of a granule
/// and for the viewer of cubes; times in UTC and InSight LMST,
/// sizes in bytes, places in degrees. Documents: HTML Living Standard;
/// WCAG 2.2 AA for contrast, labels and headings.
@NullMarked
package org.jumelles.service.page;

import org.jspecify.annotations.NullMarked;
