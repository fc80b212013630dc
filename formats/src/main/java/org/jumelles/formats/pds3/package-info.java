/// PDS3 products with an attached label: keywords, then the objects that pointers point at [PDS3].
///
/// In: a file that begins with its label. Out: keywords as they stand, objects of lines and samples
/// with their offsets in bytes, and the layout of their numbers before scaling. Tables and detached
/// files are passed over; read only.
@NullMarked
package org.jumelles.formats.pds3;

import org.jspecify.annotations.NullMarked;
