/// All chains there are. In: an archive. Out: one [org.jumelles.pipeline.recipe.Chain] a mission,
/// in the order in which the commands
/// run them. Whoever does work, this process or another, finds the same work here by its identity.
@NullMarked
package org.jumelles.pipeline.mission;

import org.jspecify.annotations.NullMarked;
