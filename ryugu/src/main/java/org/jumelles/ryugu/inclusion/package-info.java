/// Connected parts of a map, and what is measured in each.
///
/// In: one number a pixel and bounds for it; then blocks of spectra or maps. Out: labelled parts
/// with their place and size (in pixels), and of each band the mean over the part with its sigma
/// and the number of pixels that it rests on. Documents: `docs/ryugu.md`.
@NullMarked
package org.jumelles.ryugu.inclusion;

import org.jspecify.annotations.NullMarked;
