/// What all chains have in common: a mission's recipes in the order of its data's way.
///
/// Each mission has a room of its own beside this page.
@NullMarked
package org.jumelles.pipeline.recipe;

import org.jspecify.annotations.NullMarked;
