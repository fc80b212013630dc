/// miniSEED 2 and 3: time series as seismology keeps them, record by record.
///
/// In: the bytes of a file, mapped or in memory. Out: an outcome for each record, with its source
/// identifier, its start (integer nanoseconds), its sampling rate in hertz, and its samples in the
/// unit of the file, mostly counts of the digitiser. Nothing is calibrated here.
///
/// Documents: SEED 2.4 (FDSN, 2012), miniSEED 3 and FDSN Source Identifiers (FDSN, 2023). Start
/// reading at [MiniSeed]; `FORMATS.md` lists each field.
@NullMarked
package org.jumelles.formats.miniseed;

import org.jspecify.annotations.NullMarked;
