/// Spectra as sums of endmembers, exactly, each pixel with a certificate.
///
/// In: blocks of spectra and a matrix of endmembers, in the same unit. Out: abundances (without
/// unit) with sigma, residual, and the worst violation of the conditions of optimality; where the
/// spectrum holds no number, no abundance. The endmembers' condition number stands beside every
/// result. The model is a linear mixture; what grains do is intimate mixture, so an abundance is
/// not a mass fraction. Documents: [LawsonHanson1974], [Heinz2001], `docs/ryugu.md`.
@NullMarked
package org.jumelles.ryugu.unmixing;

import org.jspecify.annotations.NullMarked;
