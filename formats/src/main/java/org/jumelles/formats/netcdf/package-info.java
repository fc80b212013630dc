/// NetCDF-4 files, written chunk by chunk and read back.
///
/// In: dimensions, variables with CF attributes, and slabs of rows as plain arrays in little-endian
/// or native order. Out: a file that any NetCDF-4 or HDF5 library opens, each chunk shuffled and
/// deflated as it comes, so that memory holds one slab and never a whole variable. What is written
/// is the subset of HDF5 that NetCDF-4 names: superblock 2, object headers 2, chunks under a
/// version 1 B-tree, dimension scales. Reading goes through the library jHDF.
/// Documents: HDF5 File Format Specification 3.0 (sections named II.A, IV.A.2 and so on), NetCDF-4
/// format (Unidata, "File Structure and Performance"), CF Conventions 1.11.
@NullMarked
package org.jumelles.formats.netcdf;

import org.jspecify.annotations.NullMarked;
