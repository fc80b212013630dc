/// BUFR, the binary code of the World Meteorological Organization for observations.
///
/// In: a file of messages of edition 3 or 4, with whatever stands between them. Out: one outcome a
/// message, and for each subset its elements in order with their integers, values and units.
/// Compressed and uncompressed data, sequences, replication (also delayed) and the operators 201
/// and 202 are read; other operators are refused by name. Tables B and D are data, `elements.txt`
/// and `sequences.txt` beside these classes.
///
/// Document: WMO-No. 306, Manual on Codes, Volume I.2, FM 94 BUFR. The entry is [Bufr].
@NullMarked
package org.jumelles.formats.bufr;

import org.jspecify.annotations.NullMarked;
