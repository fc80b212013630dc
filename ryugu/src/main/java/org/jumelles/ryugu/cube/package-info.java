/// One view of an image cube, whatever its container.
///
/// In: files of ENVI, PDS4, FITS, HDF5, NetCDF-4, MATLAB, by the rooms of `formats`. Out: spectra
/// of a block of pixels in reading order (line by line, sample by sample), in the unit of the file
/// after its scale factor; NaN where the file says no data. Memory is the caller's block.
@NullMarked
package org.jumelles.ryugu.cube;

import org.jspecify.annotations.NullMarked;
