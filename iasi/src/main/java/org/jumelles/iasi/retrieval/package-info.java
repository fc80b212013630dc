/// Columns of gases from spectra: compiled absorption tables, the fast forward model on them, and
/// optimal estimation.
///
/// In: a spectrum's radiances in W m-2 sr-1 (m-1)-1 with their noise, an atmosphere to start from,
/// a table compiled from the user's lines. Out: a [GasColumn] in molecules cm-2 with its sigma,
/// kernel, degrees of freedom and chi-square, doubtful where it did not converge or does not fit.
/// Documents: [Rodgers2000]; tables after [Moncet2008].
@NullMarked
package org.jumelles.iasi.retrieval;

import org.jspecify.annotations.NullMarked;
