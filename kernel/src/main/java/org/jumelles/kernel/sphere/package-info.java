/// Distances on a sphere.
///
/// In: latitudes and longitudes in degrees. Out: the angle between them, good to the last digits
/// for any two places.
@NullMarked
package org.jumelles.kernel.sphere;

import org.jspecify.annotations.NullMarked;
