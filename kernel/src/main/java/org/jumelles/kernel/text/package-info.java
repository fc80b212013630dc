/// Words and how they are chosen.
///
/// In: a pattern as people and protocols write it, with `*` and `?`, and a text. Out: whether the
/// text is meant; in a number of steps that no pattern can drive beyond the product of both
/// lengths.
@NullMarked
package org.jumelles.kernel.text;

import org.jspecify.annotations.NullMarked;
