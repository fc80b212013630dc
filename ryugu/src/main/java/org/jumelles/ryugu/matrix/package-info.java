/// Dense kernels over blocks of spectra, and nothing of what the spectra mean.
///
/// In: blocks of pixels, whole spectra one after another, as `double[]`. Out: products, sums and
/// factors in arrays that the caller owns. Each number is summed in a fixed order that depends on
/// nothing but the data and the size of the block: the same bits for any number of threads.
/// Documents: [GolubVanLoan2013].
@NullMarked
package org.jumelles.ryugu.matrix;

import org.jspecify.annotations.NullMarked;
