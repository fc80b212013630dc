/// MATLAB 5 files, as benchmark scenes come in them [MAT5].
///
/// In: a file; out: its numeric arrays by name, each with its dimensions, column after column (the
/// first index runs fastest), little-endian in the type of its class. Cells, structures, objects,
/// sparse and complex arrays are passed over. Read only; by mfl-core.
@NullMarked
package org.jumelles.formats.matlab;

import org.jspecify.annotations.NullMarked;
