/// HDF5 and NetCDF-4: arrays of three dimensions and what stands beside them [HDF5].
///
/// In: a file. Out: its numeric arrays of three dimensions with their attributes, vectors, texts;
/// an array's bytes are those of the file where it stands in one piece, else its chunks are
/// decompressed side by side into memory outside the heap. Chunks that were never written are
/// zeros. By jHDF; read only.
@NullMarked
package org.jumelles.formats.hdf5;

import org.jspecify.annotations.NullMarked;
