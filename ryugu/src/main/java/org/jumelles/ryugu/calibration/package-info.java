/// Raw frames to reflectance with sigma and a mask.
///
/// In: blocks of raw, dark and white counts (DN), the reflectance of the white standard with its
/// sigma, a noise model. Out: reflectance factors, one sigma each, and bits that say why a value is
/// missing or in doubt. Nothing is clipped: a value may be below zero or above one. A repaired
/// spike stays marked. Documents: `docs/ryugu.md`.
@NullMarked
package org.jumelles.ryugu.calibration;

import org.jspecify.annotations.NullMarked;
