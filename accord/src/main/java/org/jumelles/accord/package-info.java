/// The partnership's own record: dated facts, each with its source, and what follows from them.
///
/// In: agreements, programmes and roles as records. Out: [Accord], which says who answered for a
/// programme at an instant and what bound the partners on a day, or why that is not known. No
/// network, no clock, no file: the instant comes in as an argument. Source: docs/partnership.md.
@NullMarked
package org.jumelles.accord;

import org.jspecify.annotations.NullMarked;
