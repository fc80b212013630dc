/// What the community asked for: editions of the science survey, and their priorities.
///
/// In: dated facts, each with its source. Out: [Edition] and [Priority]; a priority is addressed by
/// programmes, declined with a reason, or open, and never silently dropped.
@NullMarked
package org.jumelles.accord.priority;

import org.jspecify.annotations.NullMarked;
