/// What grows: records that came just now, and the number of every record that is served in order.
///
/// In: bytes of one record with its key and UTC day, or runs of records that the store holds. Out:
/// a [Stretch] for each day file that grows and each run that is stored, with sequence numbers that
/// are never given twice and never change, and the bytes of a record. Numbers count from one.
/// Document: `docs/archive-on-disk.md`, "`journal/`".
@NullMarked
package org.jumelles.archive.journal;

import org.jspecify.annotations.NullMarked;
