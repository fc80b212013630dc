/// Recipes of the returned samples: from frames and cubes to products of the archive.
///
/// In: what the archive holds of image cubes and of the ledger of samples. Out: work for the
/// runner, each with its identity, parameters and inputs: statistics, picture, components and bands
/// of each cube that was taken in; a simulated grain with its truth where there is nothing to take
/// in. The science is in the module `ryugu`.
@NullMarked
package org.jumelles.pipeline.recipe.ryugu;

import org.jspecify.annotations.NullMarked;
