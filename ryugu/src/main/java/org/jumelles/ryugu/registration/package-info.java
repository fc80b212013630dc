/// Several images of one grain, laid over one another by points that are seen in both.
///
/// In: control points of two images, in lines and samples, with one sigma (pixels). Out: an affine
/// map with its covariance, the residual of each point and whether the sigmas were right, and the
/// place in one image of a pixel of the other with its uncertainty. Maps chain through images that
/// share no points. Weighted least squares by an orthogonal factorisation.
@NullMarked
package org.jumelles.ryugu.registration;

import org.jspecify.annotations.NullMarked;
