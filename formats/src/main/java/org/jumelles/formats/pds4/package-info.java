/// PDS4 products: an XML label and the files that it describes [PDS4].
///
/// In: the bytes of a label, and those of a data file. Out: identification, file areas with their
/// arrays and tables in the standard's words, the values of tables, what disagrees between label
/// and file, and the whole label as a tree; and the way back. Offsets and lengths are in bytes,
/// units as the label spells them. Groups of fields, composite structures and encoded objects are
/// kept in the tree and not read.
@NullMarked
package org.jumelles.formats.pds4;

import org.jspecify.annotations.NullMarked;
