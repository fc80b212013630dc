/// Bounds-checked views over bytes that somebody else wrote.
///
/// In: a file, a `MemorySegment` or an array, with the name of its source. Out: integers, floats
/// and text at offsets that were checked before they were read; a read past the end is a
/// [org.jumelles.kernel.outcome.MalformedDataException] that names the field. A view never copies.
@NullMarked
package org.jumelles.kernel.bytes;

import org.jspecify.annotations.NullMarked;
